import Markdown
import Terminal

/// The words of one paragraph, heading or cell, with the styles of their markup.
///
/// Without colour, two kinds of markup stay as they are written, for without them the text says something else: the
/// backticks of code, and the tildes of what is struck out.
struct ProseText {
  /// The words; a line break that the author asked for is a line feed.
  private(set) var text = StyledText("")

  private let usesColor: Bool
  private let hidesComments: Bool
  private var styles: [Style]

  init(_ block: MarkdownNode, _ style: Style = [], usesColor: Bool, hidesComments: Bool = false) {
    self.hidesComments = hidesComments
    self.usesColor = usesColor
    styles = [style]
    for event in block.events {
      switch event {
      case .enter(let node): if node.index != block.index { enter(node) }
      case .leave(let node): if node.index != block.index { leave(node) }
      }
    }
  }

  private var style: Style { styles.last ?? [] }

  private mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .text: append(node.literalBytes)
    case .softBreak: text.append(" ", style)
    case .hardBreak: text.append("\n")
    case .code: appendCode(node.literalBytes)
    case .htmlInline where HTMLText.isBreak(node.literalBytes): text.append("\n")
    case .htmlInline:
      if !hidesComments || HTMLText.isVisible(node.literalBytes) { append(node.literalBytes, .dim) }
    case .footnoteReference(let number): text.append("[\(number)]", style.union(.dim))
    case .emphasis: styles.append(style.union(.italic))
    case .strong: styles.append(style.union(.bold))
    case .strikethrough:
      styles.append(style.union(.strikethrough))
      if !usesColor { text.append("~~", style) }
    case .link: styles.append(style.union(.underline))
    case .image: text.append(node.children.isEmpty ? "[image" : "[image: ", style)
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .emphasis, .strong: styles.removeLast()
    case .strikethrough:
      if !usesColor { text.append("~~", style) }
      styles.removeLast()
    case .link(let url, _):
      styles.removeLast()
      // A bare address is its own target.
      let words = node.plainText
      if !["", "mailto:", "http://"].contains(where: { $0 + words == url }) { append(target: url) }
    case .image(let url, _):
      text.append("]", style)
      append(target: url)
    default: break
    }
  }

  /// Addresses are written out: what a terminal would hide behind the words could lead anywhere.
  private mutating func append(target: String) {
    guard !target.isEmpty else { return }
    text.append(" ", style)
    text.append("(\(Sanitized(target)))", style.union(.dim))
  }

  private mutating func appendCode(_ bytes: ArraySlice<UInt8>) {
    guard !usesColor else { return append(bytes, .cyan) }
    let (begin, end) = Self.ticks(around: bytes)
    text.append(begin, style)
    append(bytes)
    text.append(end, style)
  }

  /// What stands around code where there is no colour.
  static func ticks(around bytes: ArraySlice<UInt8>) -> (begin: String, end: String) {
    let run = bytes.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: run + 1)
    let isTicked = bytes.first == UInt8(ascii: "`") || bytes.last == UInt8(ascii: "`")
    return isTicked ? (fence + " ", " " + fence) : (fence, fence)
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, _ addition: Style = []) {
    text.append(
      Sanitized(bytes, keeping: .newlinesAndTabs).description.replacingLineFeeds, style.union(addition))
  }
}

extension String {
  /// An entity can put a line feed among words, where it is white space as any other.
  fileprivate var replacingLineFeeds: String {
    guard utf8.contains(0x0A) else { return self }
    return String(decoding: utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}
