/// A node in a line of prose as it is met on a way through it: what it is and where it ends.
public struct MarkdownInline: Sendable {
  /// What it is, without what it carries.
  public enum Kind: Sendable {
    case text, softBreak, hardBreak, code, html, emphasis, strong, strikethrough, link, image,
      footnoteReference
  }

  /// What it is.
  public let kind: Kind

  /// Its place in reading order.
  public let index: Int

  /// The place behind the last node that it holds.
  public let end: Int
}

extension MarkdownDocument {
  /// Goes through nodes that stand in lines of prose, in reading order, with the words of those that have some.
  ///
  /// Nothing is kept alive or copied on the way, which takes most of the time where the nodes are asked one by one.
  public func forEachInline(in places: Range<Int>, _ body: (MarkdownInline, Span<UInt8>) -> Void) {
    let (rows, pool) = (tree.rows, tree.pool)
    let words = pool.span
    for index in places {
      let row = rows[index]
      guard let kind = MarkdownInline.Kind(row.tag) else {
        preconditionFailure("Blocks of prose hold prose.")
      }
      let literal = kind.hasWords ? row.literal.range : 0..<0
      body(MarkdownInline(kind: kind, index: index, end: Int(row.end)), words.extracting(literal))
    }
  }
}

extension MarkdownInline.Kind {
  /// The kind of a tag; nil for blocks.
  fileprivate init?(_ tag: MarkdownTree.Tag) {
    switch tag {
    case .text: self = .text
    case .softBreak: self = .softBreak
    case .hardBreak: self = .hardBreak
    case .code: self = .code
    case .htmlInline: self = .html
    case .emphasis: self = .emphasis
    case .strong: self = .strong
    case .strikethrough: self = .strikethrough
    case .link: self = .link
    case .image: self = .image
    case .footnoteReference: self = .footnoteReference
    default: return nil
    }
  }

  fileprivate var hasWords: Bool {
    switch self {
    case .text, .code, .html: true
    default: false
    }
  }
}
