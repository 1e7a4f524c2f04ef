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

    /// What the author has allowed.
    case allowance
  }

  /// A text that a rule finds, or leaves alone.
  public struct Example: Sendable {
    /// Where the text stands: the body of that section, or nil where it is a whole record without front matter.
    public let section: SectionKind?

    /// Markdown.
    public let text: String

    /// The body of a section.
    public init(_ section: SectionKind, _ text: String) {
      self.section = section
      self.text = text
    }

    /// A whole record.
    public init(record text: String) {
      section = nil
      self.text = text
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

  /// What it finds.
  public let bad: [Example]

  /// What it leaves alone.
  public let good: [Example]

  init(
    _ id: String, _ family: Family, _ severity: Severity, _ title: String, reason: String,
    bad: [Example] = [], good: [Example] = []
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.title = title
    self.reason = reason
    self.bad = bad
    self.good = good
  }
}
