/// A tree as it comes from the parser, while its places in the source are still being found.
struct ParsedTree {
  /// The nodes.
  var rows: [MarkdownTree.Row] = []

  /// The bytes of all literals.
  var pool: [UInt8] = []

  /// Whether a footnote may be called somewhere, be they read or not.
  var mayHaveFootnotes = false

  /// The lines of the bytes that were parsed.
  let lines: LineIndex
}
