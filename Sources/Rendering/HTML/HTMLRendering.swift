import Digest
import Markdown
import Record

/// Any Markdown as one page of HTML that needs nothing but itself, with all its visible text in order.
public struct HTMLRendering: Sendable {
  /// The page, or what stands between its `main` tags.
  public let bytes: [UInt8]

  /// What had to change its form.
  public let changes: [RuleUse<HTMLRule>]

  /// Renders the bytes of a text.
  public init(_ text: [UInt8], options: RenderingOptions = RenderingOptions()) {
    let record = RecordSource(text)
    let document = record?.document.markdown ?? MarkdownDocument(text: text)
    var walk = PageWalk(document, record, options, HTMLMarkup(), HTMLMarkup.writer)
    walk.write()
    changes = walk.page.changes
    let (title, content) = (walk.page.headings.title, walk.page.writer.output)
    bytes =
      options.isFragment
      ? Array(content.dropLast())
      : Self.page(title: title.isEmpty ? "Untitled" : title, content, language: options.language)
  }

  /// The page around its content, which is markup that text was written into as text.
  static func page(title: String, _ content: [UInt8], language: String) -> [UInt8] {
    var page = HTMLMarkup.writer
    page.put("<!DOCTYPE html>\n<html lang=\"")
    page.text(language.utf8)
    page.put("\">\n<head>\n<meta charset=\"utf-8\">\n")
    // Should anything slip through, nothing of it runs, and nothing is loaded.
    page.put("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    page.put("<meta name=\"referrer\" content=\"no-referrer\">\n")
    page.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    page.text(title.utf8.map { $0 == 0x0A ? 0x20 : $0 })
    page.put("</title>\n<style>\(HTMLStyle.sheet)</style>\n</head>\n<body>\n<main>\n")
    return page.output + content + Array("</main>\n</body>\n</html>".utf8)
  }

  /// Our own stylesheet and nothing else.
  private static let policy =
    "default-src 'none'; style-src 'sha256-\(SHA256.base64(of: HTMLStyle.sheet.utf8))'; base-uri 'none'; form-action 'none'"
}
