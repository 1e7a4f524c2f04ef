public import Rendering

/// What would be posted, to the byte, and how it would look.
public struct PreviewReport: Sendable, Encodable {
  /// How often a rule changed the form of something.
  public struct Change: Sendable, Encodable, Equatable {
    /// The rule's name.
    public var rule: String

    /// How often.
    public var count: Int

    /// What became of it.
    public var sentence: String
  }

  /// Lengths in units of UTF-16.
  public struct Characters: Sendable, Encodable {
    /// Of the plain text.
    public var text: Int

    /// Of the JSON.
    public var json: Int

    /// The most that a comment takes.
    public var limit: Int

    /// Of what was left out of logs.
    public var leftOut: Int
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/preview/1"

  /// What was rendered: a file, a case, or standard input.
  public var source: String

  /// What it would be.
  public var destination = "jira-comment"

  /// How many bytes of JSON would be posted.
  public var bytes: Int

  /// Their SHA-256 in hexadecimal digits.
  public var sha256: String

  /// How long it is.
  public var characters: Characters

  /// What had to change its form, by the names of the rules.
  public var changes: [Change]

  /// How it goes beyond what its destination takes, in sentences.
  public var warnings: [String]

  /// The page that was written.
  public var page: String?

  /// What the page was opened with.
  public var browser: String?

  /// Whether the page was to be opened and nothing could do so.
  public var lacksBrowser = false

  /// What would be posted.
  public var document: ADFDocument

  private enum CodingKeys: CodingKey {
    case schema, source, destination, bytes, sha256, characters, changes, warnings, page, browser
  }

  init(_ preview: ADFPreview, of source: String) {
    self.source = source
    bytes = preview.bytes.count
    sha256 = preview.digest
    characters = Characters(
      text: preview.textLength, json: preview.jsonLength, limit: ADFPreview.limit, leftOut: preview.leftOut)
    warnings = preview.excesses
    document = preview.document
    var counts: [String: Change] = [:]
    for change in preview.changes {
      counts[change.rule, default: Change(rule: change.rule, count: 0, sentence: change.sentence)].count += 1
    }
    changes = counts.values.sorted { $0.rule < $1.rule }
  }

  /// What is said of it, as names and texts.
  public var facts: [(name: String, text: String)] {
    let changed = changes.map { "\($0.rule) (\($0.count))" }.joined(separator: ", ")
    return [
      ("destination", "a comment of Jira Cloud"),
      ("payload", "\(bytes) bytes of JSON"),
      ("sha256", sha256),
      (
        "length",
        "text \(characters.text) characters, JSON \(characters.json); a comment takes \(characters.limit)"
      ),
      ("changed", changed.isEmpty ? "nothing" : changed),
      (
        "shortened",
        characters.leftOut == 0 ? "nothing" : "logs, by \(characters.leftOut) characters"
      ),
    ] + warnings.map { ("warning", $0) }
  }
}
