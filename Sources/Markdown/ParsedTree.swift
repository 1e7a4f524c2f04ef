/// A tree as it comes from the parser, while its places in the source are still being found.
struct ParsedTree {
  /// The nodes.
  var rows: [MarkdownTree.Row] = []

  /// The bytes of all literals.
  var pool: [UInt8] = []

  /// What may stand somewhere, be it read or not.
  var needs = SyntaxNeeds.all

  /// The lines of the bytes that were parsed.
  let lines: LineIndex
}
