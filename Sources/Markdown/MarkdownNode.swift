/// A node of a document: a light view that is cheap to copy and keeps its document's tree alive.
public struct MarkdownNode: Sendable {
  let tree: MarkdownTree

  /// Its place in reading order, counted from the document node, which is 0.
  public let index: Int

  private var row: MarkdownTree.Row {
    tree.rows[index]
  }

  /// What it is.
  public var kind: MarkdownKind {
    let row = row
    switch row.tag {
    case .document: return .document
    case .paragraph: return .paragraph
    case .heading: return .heading(level: Int(row.number))
    case .bulletList: return .list(MarkdownList(isTight: row.flag))
    case .orderedList:
      let delimiter: ListDelimiter = row.title.range.isEmpty ? .period : .parenthesis
      return .list(MarkdownList(start: Int(row.number), delimiter: delimiter, isTight: row.flag))
    case .item: return .item(task: row.number == 0 ? nil : row.number == 1 ? .open : .done)
    case .codeBlock: return .codeBlock(info: tree.string(row.title), fenced: row.flag)
    case .blockQuote: return .blockQuote
    case .thematicBreak: return .thematicBreak
    case .htmlBlock: return .htmlBlock
    case .table: return .table(alignments: tree.pool[row.literal.range].map(ColumnAlignment.init(letter:)))
    case .tableRow: return .tableRow(isHeader: row.flag)
    case .tableCell: return .tableCell
    case .text: return .text
    case .softBreak: return .softBreak
    case .hardBreak: return .hardBreak
    case .code: return .code
    case .emphasis: return .emphasis
    case .strong: return .strong
    case .strikethrough: return .strikethrough
    case .link: return .link(url: tree.string(row.literal), title: tree.string(row.title))
    case .image: return .image(url: tree.string(row.literal), title: tree.string(row.title))
    case .htmlInline: return .htmlInline
    case .footnoteReference: return .footnoteReference(number: Int(row.number))
    case .footnoteDefinition: return .footnoteDefinition(number: Int(row.number))
    }
  }

  /// The level of a heading, or nil for any other node; cheaper to ask than `kind`.
  public var headingLevel: Int? {
    row.tag == .heading ? Int(row.number) : nil
  }

  /// Whether it is a footnote; cheaper to ask than `kind`.
  public var isFootnote: Bool { row.tag == .footnoteDefinition }

  /// Whether it is a list; cheaper to ask than `kind`.
  public var isList: Bool { row.tag == .bulletList || row.tag == .orderedList }

  /// The words of a text, the content of code and HTML, the label of a footnote; empty for all others.
  public var literal: String {
    String(decoding: literalBytes, as: UTF8.self)
  }

  /// The bytes of `literal`, without a copy.
  public var literalBytes: ArraySlice<UInt8> {
    let row = row
    switch row.tag {
    case .text, .code, .codeBlock, .htmlBlock, .htmlInline, .footnoteReference, .footnoteDefinition:
      return tree.pool[row.literal.range]
    default:
      return []
    }
  }

  /// The bytes of the document's text it was read from, or nil where they are not known.
  ///
  /// A text's range covers its escapes and entities, an inline node's its delimiters, a code span's its backticks.
  /// The first time that one in a line of prose is asked for, those of its paragraph, heading or cell are found.
  public var range: Range<Int>? { tree.range(of: index) }

  /// Its own range, or that of the nearest node around it that has one.
  public var enclosingRange: Range<Int> {
    var node = self
    while true {
      if let range = node.range { return range }
      guard let parent = node.parent else { return 0..<0 }
      node = parent
    }
  }

  /// The node that holds it; nil for the document.
  public var parent: MarkdownNode? {
    index == 0 ? nil : MarkdownNode(tree: tree, index: Int(row.parent))
  }

  /// Whether it stands in a line of prose, as text and emphasis do, rather than being a block.
  public var isInline: Bool {
    row.tag.isInline
  }

  /// The place behind the last node below it; cheaper to ask than its children.
  public var end: Int { Int(row.end) }

  /// The nodes it holds itself.
  public var children: MarkdownChildren {
    MarkdownChildren(tree: tree, startIndex: index + 1, endIndex: Int(row.end))
  }

  /// It and all nodes below it, entered and left in reading order.
  public var events: MarkdownEvents {
    MarkdownEvents(of: self)
  }

  /// All nodes below it in reading order.
  public var descendants: some RandomAccessCollection<MarkdownNode> {
    (index + 1..<Int(row.end)).lazy.map { MarkdownNode(tree: tree, index: $0) }
  }
}

extension MarkdownTree {
  fileprivate func string(_ span: Span32) -> String {
    String(decoding: pool[span.range], as: UTF8.self)
  }
}

extension ColumnAlignment {
  fileprivate init(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "l"): self = .left
    case UInt8(ascii: "c"): self = .center
    case UInt8(ascii: "r"): self = .right
    default: self = .automatic
    }
  }
}
