internal import Markdown
internal import Record

/// Goes through the blocks of a record and gives the prose of each: what is code, quoted, HTML or evidence is left out.
struct ProseWalk {
  /// What a block of prose is.
  enum Shape {
    case paragraph, heading, cell
  }

  private let record: RecordDocument

  /// The block that is read now.
  private(set) var prose = Prose()
  private(set) var setting = Setting.elsewhere
  private(set) var shape = Shape.paragraph

  /// The node of the block that is read now.
  private(set) var block: MarkdownNode

  /// The node to be looked at next.
  private var index = 1

  /// Where the block of the first level ends in which `index` is.
  private var topEnd = 1

  /// How many sections have begun.
  private var begun = 0

  /// The setting of each section; nil where it is not read.
  private let settings: [Setting?]

  /// The setting above the first section; nil where that is not read.
  private let first: Setting?

  /// - Parameter isWanted: whether a section of that kind is read, or what stands in none.
  init(_ record: RecordDocument, where isWanted: (SectionKind?) -> Bool = { _ in true }) {
    self.record = record
    settings = record.sections.map { isWanted($0.kind) ? Setting(of: $0) : nil }
    first = isWanted(nil) ? .elsewhere : nil
    block = record.markdown.root
  }

  /// The section in which the block stands; nil above the first.
  var section: RecordSection? { begun > 0 ? record.sections[begun - 1] : nil }

  /// Reads the next block of prose; false at the end.
  mutating func advance() -> Bool {
    while index < record.markdown.nodeCount {
      let node = record.markdown.node(at: index)
      let end = node.children.endIndex
      if index >= topEnd {
        topEnd = end
        guard enterSection(of: node) else {
          index = end
          continue
        }
      }
      switch node.kind {
      case .paragraph: shape = .paragraph
      case .heading: shape = .heading
      case .tableCell: shape = .cell
      case .codeBlock, .htmlBlock, .blockQuote, .thematicBreak:
        index = end
        continue
      default:
        index += 1
        continue
      }
      block = node
      read(node, to: end)
      index = end
      return true
    }
    return false
  }

  /// Finds the section in which a block of the first level stands; false where that is not to be read.
  private mutating func enterSection(of node: MarkdownNode) -> Bool {
    let sections = record.sections
    let place = node.enclosingRange.lowerBound
    if node.isFootnote {
      // Footnotes come last, wherever they are written.
      begun = sections.partitioningIndex { $0.headingRange.lowerBound > place }
    } else {
      while begun < sections.count, sections[begun].headingRange.lowerBound <= place { begun += 1 }
    }
    guard let found = begun > 0 ? settings[begun - 1] : first else { return false }
    setting = found
    return true
  }

  private mutating func read(_ block: MarkdownNode, to end: Int) {
    prose.clear()
    let document = record.markdown
    // Up to here nothing is read.
    var unread = 0
    document.forEachInline(in: block.index + 1..<end) { node, words in
      guard node.index >= unread else { return }
      switch node.kind {
      case .text: prose.append(words, of: node.index)
      case .softBreak, .hardBreak: prose.appendSpace()
      case .code, .image:
        prose.appendPlaceholder(for: node.index)
        unread = node.end
      case .link where Self.isAddress(document.node(at: node.index)):
        prose.appendPlaceholder(for: node.index)
        unread = node.end
      // What is struck out is no longer said.
      case .strikethrough: unread = node.end
      default: break
      }
    }
  }

  /// Whether what one reads of a link is an address.
  private static func isAddress(_ link: MarkdownNode) -> Bool {
    guard let words = link.children.first?.literalBytes else { return true }
    return words.starts(with: "http".utf8) || words.starts(with: "www.".utf8)
      || (words.contains(UInt8(ascii: "@")) && !words.contains(0x20))
  }
}
