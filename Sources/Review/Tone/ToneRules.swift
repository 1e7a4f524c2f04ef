import Record
import Tone

/// The rules of tone: how things are said.
///
/// The room `Tone` finds; here stands what each rule is for.
enum ToneRules {
  static let all = found.map(rule)

  /// Those that the room finds so far.
  private static let found: [ToneRule] = [.hedge, .blame]

  /// What a record says in another tone than it should.
  static func findings(in record: RecordDocument, by reader: ToneReader) -> [Finding] {
    reader.findings(in: record).compactMap { finding in
      guard let rule = byRule[finding.rule] else { return nil }
      let mend = finding.mend.map { Mend(range: finding.range, bytes: Array($0.utf8)) }
      return Finding(rule, finding.range, finding.message, mend: mend)
    }
  }

  private static let byRule = Dictionary(uniqueKeysWithValues: zip(found, all))

  private static func rule(_ rule: ToneRule) -> ReviewRule {
    let page = page(of: rule)
    return ReviewRule(
      rule.rawValue, .tone, page.severity, page.title, reason: page.reason,
      bad: page.bad.map { .init(page.section, $0) }, good: page.good.map { .init(page.section, $0) })
  }

  private struct Page {
    var severity = Severity.suggestion
    var section = SectionKind.rootCause
    var title: String
    var reason: String
    var bad: [String]
    var good: [String]
  }

  private static func page(of rule: ToneRule) -> Page {
    switch rule {
    case .hedge:
      Page(
        severity: .warning, title: "an author who is not sure of cause, fix or validation",
        reason: """
          A record states, or leaves out. What is not known is said to be unknown; limits of what was tested, rejected \
          hypotheses, and what a program may do are no hedges.
          """,
        bad: [
          "We believe that `copy_file` unlinks the target twice.",
          "`copy_file` probably unlinks the target twice.",
        ],
        good: [
          "`copy_file` unlinks the target twice when `link_count > 1`; the pointer may be NULL then.",
          "Why the kernel keeps the name for a second is unknown.",
        ])
    case .blame:
      Page(
        severity: .warning, title: "a person, a role or a team as the fault",
        reason: """
          Code, processes and gaps have faults; people do not. A record that names a culprit teaches everybody to keep the \
          next bug to themselves.
          """,
        bad: [
          "The developer forgot to check `link_count`.",
          "The reviewer should have caught that `copy_file` unlinks it.",
        ],
        good: [
          "`copy_file` forgot the name before it was read.",
          "Ann Bell made the fix, and no test covered `copy_file` before.",
        ])
    case .advocacy:
      Page(
        title: "a text that argues for something",
        reason:
          "A record says what happened and what is next. A proposal is a document of its own, linked from an action item.",
        bad: [], good: [])
    case .vagueMechanism:
      Page(
        title: "a cause that is named by its kind",
        reason: "Which code does what, and when, is what a reader needs.",
        bad: [], good: [])
    case .hiddenAgent:
      Page(
        title: "an act without the one who acted, where it matters",
        reason: "Who or what did it is half of the mechanism.", bad: [], good: [])
    case .narrative:
      Page(
        title: "the diary of a search",
        reason: "What ruled a hypothesis out matters; the day on which one felt stuck does not.",
        bad: [], good: [])
    case .overclaim:
      Page(
        section: .validation, title: "a word that promises more than any evidence can hold",
        reason: "A reader relies on it in the one case that was not tested.", bad: [], good: [])
    case .filler:
      Page(title: "words that can go without any loss", reason: "They are in the way.", bad: [], good: [])
    case .longSentence:
      Page(
        title: "a sentence that is too long to hold",
        reason: "Two sentences are read once; one is read twice.", bad: [], good: [])
    case .longParagraph:
      Page(
        title: "a paragraph that is too long to read in one go", reason: "A paragraph holds one thought.",
        bad: [], good: [])
    }
  }
}
