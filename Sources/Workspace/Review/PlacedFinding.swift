public import Review

/// A finding with its place as people and programs count it.
public struct PlacedFinding: Sendable, Encodable {
  /// The text.
  public var file: String

  /// The line, counted from 1.
  public var line: Int

  /// The character in the line, counted from 1 by Unicode scalars.
  public var column: Int

  /// The line that holds its last character.
  public var endLine: Int

  /// The character behind its last one.
  public var endColumn: Int

  /// The rule.
  public var rule: String

  /// What the rule looks at.
  public var family: ReviewRule.Family

  /// How much it weighs.
  public var severity: Severity

  /// What is wrong, and what to do.
  public var message: String

  /// Whether `--fix` mends it.
  public var isMendable: Bool

  /// Why its author allows it.
  public var allowance: String?

  /// Its first line as it is written; of a line of more than 2,000 bytes what is near.
  public var excerpt: String

  /// How many characters stand before the excerpt in its line.
  public var excerptStart: Int

  private enum CodingKeys: String, CodingKey {
    case file, line, column, rule, family, severity, message, allowance, excerpt
    case endLine = "end_line"
    case endColumn = "end_column"
    case isMendable = "mendable"
  }

  init(
    _ finding: Finding, _ catalogue: RuleCatalogue, in file: String, at places: inout ScalarPlaces
  ) {
    let start = places.place(of: finding.range.lowerBound)
    let end = places.end(of: finding.range)
    self.file = file
    (line, column, endLine, endColumn) = (start.line, start.column, end.line, end.column)
    rule = finding.rule
    family = catalogue.rule(finding.rule)?.family ?? .structure
    severity = finding.severity
    message = finding.message
    isMendable = finding.mend != nil
    allowance = finding.allowance
    (excerpt, excerptStart) = places.excerpt(around: finding.range.lowerBound)
  }
}
