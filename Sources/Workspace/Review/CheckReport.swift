public import Review
import Storage

/// What a review found.
public struct CheckReport: Sendable, Encodable {
  /// How many findings of a kind there are that nobody allows.
  public struct Counts: Sendable, Encodable, Equatable {
    /// What keeps a record from being posted.
    public var error = 0

    /// What is to be mended or allowed.
    public var warning = 0

    /// What is worth a thought.
    public var suggestion = 0
  }

  /// A text that was mended, or could be.
  public struct Mended: Sendable, Encodable {
    /// The file.
    public var file: String

    /// How many findings that mends.
    public var count: Int

    /// How the text differs: lines that begin with "-", "+" or a space.
    public var diff: [String]

    /// Whether the file was written.
    public var isWritten: Bool
  }

  /// What of a text could not be looked up here.
  public struct Unverified: Sendable, Encodable, Equatable {
    /// The file.
    public var file: String

    /// How many claims of it.
    public var count: Int

    /// Why: "this clone is shallow".
    public var reason: String
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/check/1"

  /// The texts that were looked at.
  public var files: [String] = []

  /// What was found, by text and place.
  public var findings: [PlacedFinding] = []

  /// What was found and is allowed by its author.
  public var allowed: [PlacedFinding] = []

  /// What was mended; what could be where only the difference is wanted.
  public var mended: [Mended] = []

  /// Texts of which not all can be looked up here.
  public var unverified: [Unverified] = []

  /// Rules of styles, or parts of them, that were not looked for.
  public var unread: [TeamRules.Unread]

  /// How many findings there are.
  public var counts: Counts {
    var counts = Counts()
    for finding in findings {
      switch finding.severity {
      case .error: counts.error += 1
      case .warning: counts.warning += 1
      case .suggestion: counts.suggestion += 1
      }
    }
    return counts
  }

  /// From which weight on findings make the command fail.
  public var failOn: Severity

  /// How the report is written.
  public var format: CheckFormat

  /// Whether it comes to findings that the command fails on.
  public var fails: Bool { findings.contains { $0.severity >= failOn } }

  /// The rules that were looked at.
  let catalogue: RuleCatalogue

  /// A report without findings.
  init(failOn: Severity, format: CheckFormat, review: RecordReview) {
    self.failOn = failOn
    self.format = format
    catalogue = review.catalogue
    unread = review.unread
  }

  private enum CodingKeys: String, CodingKey {
    case schema, files, findings, allowed, mended, unverified, unread, counts
    case failOn = "fail_on"
  }

  /// Writes it as one document.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(files, forKey: .files)
    try container.encode(findings, forKey: .findings)
    try container.encode(allowed, forKey: .allowed)
    try container.encode(mended, forKey: .mended)
    if !unverified.isEmpty { try container.encode(unverified, forKey: .unverified) }
    if !unread.isEmpty { try container.encode(unread, forKey: .unread) }
    try container.encode(counts, forKey: .counts)
    try container.encode(failOn, forKey: .failOn)
  }

  /// The report as a file of its format; nil where it is a text for people.
  public var file: [UInt8]? {
    get throws {
      switch format {
      case .text: nil
      case .json: try JSONText.encodePretty(self) + [0x0A]
      case .sarif: try JSONText.encodePretty(SARIFReport(self)) + [0x0A]
      case .github: GitHubAnnotations(self).bytes
      case .junit: JUnitReport(self).bytes
      case .checkstyle: CheckstyleReport(self).bytes
      }
    }
  }
}

/// How a report of findings is written.
public enum CheckFormat: String, Sendable, CaseIterable {
  /// For people.
  case text

  /// The document that `--json` prints.
  case json

  /// SARIF 2.1.0.
  case sarif

  /// Commands of a workflow of GitHub, which it shows beside the lines.
  case github

  /// XML of JUnit, a test for each text.
  case junit

  /// XML of Checkstyle.
  case checkstyle
}
