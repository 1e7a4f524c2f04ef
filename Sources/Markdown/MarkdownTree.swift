internal import Synchronization

/// All nodes of a document in reading order, one row each.
///
/// Flat on purpose: Markdown nests as deep as its author likes, and a tree of nested values would be walked, copied
/// and released by recursion.
final class MarkdownTree: Sendable {
  /// What a node is, without what it carries.
  enum Tag: UInt8, Sendable {
    case document, paragraph, heading, bulletList, orderedList, item, codeBlock, blockQuote, thematicBreak
    case htmlBlock, table, tableRow, tableCell, text, softBreak, hardBreak, code, emphasis, strong
    case strikethrough, link, image, htmlInline, footnoteReference, footnoteDefinition

    /// Whether such a node stands in a line of prose.
    var isInline: Bool {
      switch self {
      case .document, .paragraph, .heading, .bulletList, .orderedList, .item, .codeBlock, .blockQuote: false
      case .thematicBreak, .htmlBlock, .table, .tableRow, .tableCell, .footnoteDefinition: false
      case .text, .softBreak, .hardBreak, .code, .emphasis, .strong, .strikethrough: true
      case .link, .image, .htmlInline, .footnoteReference: true
      }
    }
  }

  /// A node.
  struct Row: Sendable {
    var tag: Tag

    /// The yes or no of the kind: tight, fenced, header row, parenthesis after the number.
    var flag = false

    /// The number of the kind: heading level, first number, task state.
    var number: Int32 = 0

    /// The row of the node that holds this one; the document holds itself.
    var parent: Int32

    /// The row behind the last descendant.
    var end: Int32

    /// In the pool: literal, address, info string, label, or alignments.
    var literal = Span32()

    /// In the pool: the title of a link or image.
    var title = Span32()

    /// In the bytes that were parsed, or negative where unknown.
    var range = Span32.unknown
  }

  /// A range of 32 bits, to keep rows small.
  struct Span32: Sendable {
    var start: Int32 = 0
    var end: Int32 = 0

    init(start: Int32 = 0, end: Int32 = 0) {
      self.start = start
      self.end = end
    }

    init(_ range: Range<Int>) {
      start = Int32(range.lowerBound)
      end = Int32(range.upperBound)
    }

    /// No place.
    static let unknown = Span32(start: -1, end: -1)

    /// Whether there is no place.
    var isUnknown: Bool { start < 0 }

    /// The same as an ordinary range.
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// The nodes; of those in lines of prose the ranges may be unknown as yet.
  let rows: [Row]

  /// The bytes of all literals, one behind the other.
  let pool: [UInt8]

  /// What may stand somewhere.
  let needs: SyntaxNeeds

  private let source: CleanSource

  /// The ranges of all nodes, once that of one in a line of prose was asked for; `unsought` for those of blocks of which
  /// none was.
  private let ranges = Mutex<[Span32]>([])

  init(_ tree: consuming ParsedTree, of source: CleanSource) {
    needs = tree.needs
    var location = SourceLocation(of: tree, in: source)
    location.locateBlocks()
    rows = location.rows
    pool = location.pool
    self.source = source
  }

  /// Where a node stands in the original text; nil where that is not known.
  func range(of index: Int) -> Range<Int>? {
    let range = rows[index].tag.isInline ? inlineRange(of: index) : rows[index].range
    guard !range.isUnknown else { return nil }
    guard !source.isOriginal else { return range.range }
    return source.original(Int(range.start))..<source.original(Int(range.end))
  }

  private func inlineRange(of index: Int) -> Span32 {
    ranges.withLock { ranges in
      if ranges.isEmpty { ranges = rows.map { $0.tag.isInline ? .unsought : $0.range } }
      if ranges[index].isUnsought { locateInlines(around: index, in: &ranges) }
      return ranges[index]
    }
  }

  /// Finds all nodes of the block that holds one: the next of them is not looked for any more.
  private func locateInlines(around index: Int, in ranges: inout [Span32]) {
    var block = Int(rows[index].parent)
    while rows[block].tag.isInline { block = Int(rows[block].parent) }
    var found = rows[block..<Int(rows[block].end)]
    var location = InlineLocation(source: source, pool: pool)
    // Those of underlined headings were found with the heading.
    if !location.isUnderlined(rows[block]) { location.locate(&found) }
    for place in found.indices.dropFirst() { ranges[place] = found[place].range }
  }
}

extension MarkdownTree.Span32 {
  /// A place that nobody has looked for yet.
  fileprivate static let unsought = Self(start: -2, end: -2)

  fileprivate var isUnsought: Bool { start == -2 }
}
