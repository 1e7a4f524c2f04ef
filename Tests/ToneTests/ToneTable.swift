import Record
import Testing
import Tone

/// What a rule finds in a text: the words of each finding.
func words(of rule: ToneRule, in text: String, names: [String] = []) -> [String] {
  let bytes = Array(text.utf8)
  return ToneReader(names: names).findings(in: RecordDocument(bytes))
    .filter { $0.rule == rule }
    .map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

/// The same of a text that stands in a section of a record.
func words(of rule: ToneRule, in text: String, section: String) -> [String] {
  words(of: rule, in: "# KEY-1\n\n## \(section)\n\n\(text)\n")
}

/// Texts on which a rule is to speak, and those on which it is not.
struct ToneRow: Sendable, CustomTestStringConvertible {
  var rule: ToneRule
  var section: String
  var cues: [String]
  var nearMisses: [String]
  var testDescription: String { rule.rawValue }

  /// The rule speaks of each cue, and of no near miss.
  func expectIsRead() {
    for text in cues { #expect(words(of: rule, in: text, section: section) != [], "\(text)") }
    for text in nearMisses { #expect(words(of: rule, in: text, section: section) == [], "\(text)") }
  }

  /// Those of all rules.
  static let all =
    SuggestionTests.rows + LengthTests.rows + [
      ToneRow(
        rule: .hedge, section: "Root cause", cues: HedgeTests.cues.map(\.0), nearMisses: HedgeTests.nearMisses
      ),
      ToneRow(
        rule: .blame, section: "Root cause", cues: BlameTests.cues, nearMisses: BlameTests.nearMisses),
    ]
}

@Suite("Tables of tone")
struct ToneTableTests {
  @Test(
    "A rule has at least ten texts on which it speaks, and ten on which it does not",
    arguments: ToneRule.allCases)
  func counted(rule: ToneRule) throws {
    let row = try #require(ToneRow.all.first { $0.rule == rule })
    #expect(Set(row.cues).count >= 10 && Set(row.nearMisses).count >= 10)
  }
}
