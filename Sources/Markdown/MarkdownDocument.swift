/// CommonMark with GitHub's extensions, read into a tree of values.
///
/// Tables, strikethrough, bare links, task lists and footnotes are on. Any bytes are accepted: what is no UTF-8
/// is read as U+FFFD, and ranges still speak of the bytes that were given. A text made so that looking for its tables
/// takes too long is read without them.
public struct MarkdownDocument: Sendable {
  /// The bytes it was read from, unchanged.
  public let text: [UInt8]

  /// Where in `text` the Markdown begins: whatever stands before, such as front matter, was not read.
  public let start: Int

  let tree: MarkdownTree

  /// Reads the bytes of `text` from the offset `start` on.
  ///
  /// `start` is where a line begins. A byte order mark there is skipped. Without footnotes, what would be one is text
  /// or, where the note is a single word, a link, as in CommonMark.
  public init(text: [UInt8], from start: Int = 0, hasFootnotes: Bool = true) {
    precondition(start >= 0 && start <= text.count, "Markdown is read from an offset inside its text.")
    self.text = text
    self.start = start
    let source = CleanSource(text: text, from: start)
    tree = MarkdownTree(CMarkParser.parse(source, hasFootnotes: hasFootnotes), of: source)
  }

  /// The document node, which holds all others.
  public var root: MarkdownNode {
    MarkdownNode(tree: tree, index: 0)
  }

  /// The node at a place in reading order, counted from the document node, which is 0.
  public func node(at index: Int) -> MarkdownNode {
    MarkdownNode(tree: tree, index: index)
  }

  /// Whether a call of a footnote may be written somewhere: without one, reading footnotes makes no difference.
  public var mayHaveFootnotes: Bool {
    tree.needs.footnotes
  }

  /// Whether something that could be the box of a task is written somewhere, wherever that is.
  public var mayHaveTasks: Bool {
    tree.needs.tasks
  }

  /// How many nodes the tree has, the document node included.
  public var nodeCount: Int {
    tree.rows.count
  }
}
