import Markdown
import Record
import Terminal

/// Any Markdown as plain text for letters and commit messages, with all its visible text in order.
public struct TextRendering: Sendable {
  /// The columns of a line; code, and a word that is longer, go beyond.
  public static let width = 72

  /// The text, without an end of its last line.
  public let bytes: [UInt8]

  /// What had to change its form.
  public let changes: [RuleUse<TextRule>]

  /// Renders the bytes of a text.
  public init(_ text: [UInt8]) {
    let record = RecordSource(text)
    let document = record?.document.markdown ?? MarkdownDocument(text: text)
    let body = DocumentText(document, width: Self.width, usesColor: false, isPlain: true).lines
    var changes: [RuleUse<TextRule>] = []
    var head: [StyledText] = []
    if let record {
      head = FrontMatterText(record.frontMatterContent, width: Self.width).lines
      changes.append(RuleUse(rule: .frontMatter, offset: record.frontMatter.range.lowerBound))
    }
    let gap: [StyledText] = head.isEmpty || body.isEmpty ? [] : [""]
    bytes = Array((head + gap + body).map(\.plain).joined(separator: "\n").utf8)
    for node in document.root.descendants {
      guard let rule = Self.rule(of: node) else { continue }
      changes.append(RuleUse(rule: rule, node: node))
    }
    self.changes = changes
  }

  private static func rule(of node: MarkdownNode) -> TextRule? {
    switch node.kind {
    case .emphasis, .strong: .emphasis
    case .image: .image
    case .htmlInline where HTMLText.isBreak(node.literalBytes): nil
    case .htmlInline, .htmlBlock: HTMLText.isVisible(node.literalBytes) ? .html : .htmlComment
    default: nil
    }
  }
}
