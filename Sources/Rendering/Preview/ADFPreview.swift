import Digest
import Markdown

/// What would be posted as a comment of Jira, to the byte, and how it would look there.
public struct ADFPreview: Sendable {
  /// The document.
  public let document: ADFDocument

  /// The document as JSON: what is posted.
  public let bytes: [UInt8]

  /// The SHA-256 of `bytes` in hexadecimal digits.
  public let digest: String

  /// The units of UTF-16 in its plain text.
  public let textLength: Int

  /// The units of UTF-16 in its JSON.
  public let jsonLength: Int

  /// How many units of its plain text were left out of logs to make it fit.
  public let leftOut: Int

  /// What had to change its form, as it follows in the source.
  public let changes: [Rendering.Change]

  /// How it goes beyond what its destination takes, in sentences.
  public let excesses: [String]

  /// Renders the bytes of a text as a post would: its logs are shortened where they must be.
  ///
  /// - Throws: `TextTooLong` where that does not suffice.
  public init(_ text: [UInt8], options: RenderingOptions = RenderingOptions()) throws(TextTooLong) {
    let whole = ADFRendering(whole: text, options: options)
    document = try ADFLimit.jira.fitted(whole.document, whole: options.whole)
    bytes = document.json
    digest = SHA256.hexadecimal(of: bytes)
    textLength = document.plainLength
    jsonLength = UTF16Length.of(bytes)
    leftOut = whole.document.plainLength - textLength
    let rendering = Rendering(bytes: bytes, changes: whole.changes, of: text)
    changes = rendering.changes
    excesses = ADFLimit.jira.excesses(of: document, json: bytes)
  }

  /// The most units of UTF-16 that a comment takes.
  public static var limit: Int { ADFLimit.jira.units }

  /// A page of HTML that shows it, with what is said of it above.
  ///
  /// - Parameter facts: names and texts.
  public func page(title: String, facts: [(name: String, text: String)]) -> [UInt8] {
    var head = HTMLMarkup.writer
    head.put("<table class=\"facts\">\n")
    for fact in facts {
      head.put("<tr><th scope=\"row\">")
      head.text(fact.name.utf8)
      head.put("</th><td>")
      head.text(fact.text.utf8)
      head.put("</td></tr>\n")
    }
    head.put("</table>\n<hr>\n")
    return HTMLRendering.page(title: title, head.output + ADFPage(document).writer.output, language: "en")
      + [0x0A]
  }
}
