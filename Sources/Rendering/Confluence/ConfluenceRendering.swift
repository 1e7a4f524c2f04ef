import Markdown
import Record

/// Any Markdown as Confluence storage format, well-formed XML, with all its visible text in order.
///
/// It is the content of a page, without an element around it; the prefix `ac` is Confluence's to declare.
public struct ConfluenceRendering: Sendable {
  /// The content of a page.
  public let bytes: [UInt8]

  /// What had to change its form.
  public let changes: [RuleUse<ConfluenceRule>]

  /// Renders the bytes of a text.
  public init(_ text: [UInt8], options: RenderingOptions = RenderingOptions()) {
    let record = RecordSource(text)
    let document = record?.document.markdown ?? MarkdownDocument(text: text)
    var walk = PageWalk(
      document, record, options, ConfluenceMarkup(for: document), ConfluenceMarkup.writer)
    walk.write()
    changes = walk.page.changes
    bytes = Array(walk.page.writer.output.dropLast())
  }
}
