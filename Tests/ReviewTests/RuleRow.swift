import Record
import Review

/// Texts that a rule finds something in, and such that come near and must be left alone.
struct RuleRow: Sendable {
  let rule: String

  /// Where the texts stand; nil where they are whole records.
  let section: SectionKind?

  let fires: [String]
  let passes: [String]

  func example(_ text: String) -> ReviewRule.Example {
    section.map { .init($0, text) } ?? .init(record: text)
  }

  /// Those of all rules but the ones of tone, whose tables stand beside their reader.
  static let all = StructureTable.rows + SectionTable.rows + AllowanceTable.rows + GroundingTable.rows
}
