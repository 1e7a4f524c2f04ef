public import Record

/// Something that every record is held against, with what its page tells.
public struct ReviewRule: Sendable {
  /// What it looks at.
  public enum Family: String, Sendable, Encodable, CaseIterable {
    /// What stands where.
    case structure

    /// How it is said.
    case tone

    /// Whether it is so.
    case grounding

    /// What a team has asked for.
    case team

    /// What the author has allowed.
    case allowance
  }

  /// Where a rule of a team is written.
  public struct Source: Sendable, Equatable, Encodable {
    /// The file, from the root of the working tree.
    public var file: String

    /// Its line there, counted from 1.
    public var line: Int
  }

  /// A text that a rule finds, or leaves alone.
  public struct Example: Sendable {
    /// Where the text stands: the body of that section, or nil where it is a whole record without front matter.
    public let section: SectionKind?

    /// Markdown.
    public let text: String

    /// Its line in the file of its rule; nil for the tool's own.
    let line: Int?

    /// The body of a section.
    public init(_ section: SectionKind, _ text: String) {
      self.init(section, text, line: nil)
    }

    init(_ section: SectionKind, _ text: String, line: Int?) {
      self.section = section
      self.text = text
      self.line = line
    }

    /// A whole record.
    public init(record text: String) {
      section = nil
      self.text = text
      line = nil
    }
  }

  /// Its name in reports, settings and allowances.
  public let id: String

  /// What it looks at.
  public let family: Family

  /// How much a finding weighs where the settings say nothing.
  public let severity: Severity

  /// What it finds, as a noun phrase.
  public let title: String

  /// Why that is worth a finding.
  public let reason: String

  /// What the examples are about, in a sentence: a repository, a run, a rule of a team; nil where they speak for themselves.
  public let scene: String?

  /// What it finds.
  public let bad: [Example]

  /// What it leaves alone.
  public let good: [Example]

  /// Where it is written; nil for a rule of the tool's own.
  public let source: Source?

  init(
    _ id: String, _ family: Family, _ severity: Severity, _ title: String, reason: String,
    scene: String? = nil, bad: [Example] = [], good: [Example] = [], source: Source? = nil
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.title = title
    self.reason = reason
    self.scene = scene
    self.bad = bad
    self.good = good
    self.source = source
  }
}
