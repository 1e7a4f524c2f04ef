import Markdown
import Record

/// Any Markdown as Markdown for a pull request, an issue or a comment, with all its visible text in order.
///
/// It is the source with small edits: what needs no change is byte for byte the same.
public struct GitHubRendering: Sendable {
  /// The text, without empty lines at its end.
  public let bytes: [UInt8]

  /// What had to change its form.
  public let changes: [RuleUse<GitHubRule>]

  /// Renders the bytes of a text.
  ///
  /// - Throws: `TextTooLong` where it is to fit and does not, though all its logs are shortened.
  public init(_ text: [UInt8], options: RenderingOptions = RenderingOptions()) throws(TextTooLong) {
    let source = Self.readable(text)
    let record = RecordSource(source)
    var conversion = GitHubConversion(
      record?.document.markdown ?? MarkdownDocument(text: source), record, options)
    if source != text { conversion.note(.controlCharacter, 0) }
    conversion.convert()
    let posted = conversion.patch.applied(to: source)
    let fitted = options.fits ? try conversion.fitted(posted, whole: options.whole) : posted
    bytes = Array(fitted.prefix((fitted.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? -1) + 1))
    changes = conversion.changes
  }

  /// The text as UTF-8 without NULs, which nothing that is sent may hold.
  private static func readable(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0) || String(validating: text, as: UTF8.self) == nil else { return text }
    return Array(String(decoding: text, as: UTF8.self).replacing("\0", with: "\u{FFFD}").utf8)
  }

  /// How the text goes beyond what GitHub takes, in sentences.
  var excesses: [String] {
    let length = GitHubLimit.length(of: bytes)
    guard length > GitHubLimit.units else { return [] }
    return [
      "Its text has \(length) characters; GitHub takes \(GitHubLimit.units). --fit shortens logs."
    ]
  }
}
