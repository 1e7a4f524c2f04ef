import Record
import Tone

/// The rules of tone: how things are said.
///
/// The room `Tone` finds; here stands what each rule is for.
enum ToneRules {
  static let all = ToneRule.allCases.map(rule)

  /// What a record says in another tone than it should.
  ///
  /// - Parameter measured: what was run with the fix: what promises more is told it.
  static func findings(
    in record: RecordDocument, by reader: ToneReader, _ measured: () -> String?
  ) -> [Finding] {
    let found = reader.findings(in: record)
    let run = found.contains { $0.rule == .overclaim } ? measured() : nil
    return found.compactMap { finding in
      guard let rule = byRule[finding.rule] else { return nil }
      let mend = finding.mend.map { Mend(range: finding.range, bytes: Array($0.utf8)) }
      let more = finding.rule == .overclaim ? run.map { " \($0)" } ?? "" : ""
      return Finding(rule, finding.range, finding.message + more, mend: mend)
    }
  }

  private static let byRule = Dictionary(uniqueKeysWithValues: zip(ToneRule.allCases, all))

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
        reason: """
          A record says what happened and what is next. A proposal is a document of its own, linked from an action item.
          """,
        bad: ["`copy_file` unlinks twice. We really should rewrite the module in Rust."],
        good: ["`copy_file` should return -1 when `open` fails; it returns 0."])
    case .vagueMechanism:
      Page(
        title: "a cause that is named by its kind",
        reason: "Which code does what, and when, is what a reader needs.",
        bad: ["`copy_file` somehow loses the name, some kind of race."],
        good: [
          "`copy_file` drops the lock before it reads `link_count`: another thread unlinks the name meanwhile."
        ])
    case .hiddenAgent:
      Page(
        title: "an act without the one who acted, where it matters",
        reason: "Who or what did it is half of the mechanism.",
        bad: ["The check in `copy_file` was accidentally removed."],
        good: ["`0a1b2c3d` removes the check in `copy_file`."])
    case .narrative:
      Page(
        title: "the diary of a search",
        reason: "What ruled a hypothesis out matters; the days on which one was stuck do not.",
        bad: ["After days of debugging we stumbled over `copy_file`, which unlinks twice."],
        good: ["`copy_file` unlinks twice after the timer has run for two days."])
    case .overclaim:
      Page(
        section: .validation, title: "a word that promises more than any evidence can hold",
        reason: """
          A reader relies on it in the one case that was not tested. Where the case has a proof, the finding says what was run.
          """,
        bad: ["`make check` passes; it can never happen again. Not tested: NFS."],
        good: ["`make check` passes in 500 of 500 runs. Not tested: NFS."])
    case .filler:
      Page(
        title: "words that can go without any loss", reason: "They stand between the reader and the fact.",
        bad: ["It is important to note that `copy_file` unlinks twice when `link_count > 1`."],
        good: ["`copy_file` unlinks twice when `link_count > 1`."])
    case .longSentence:
      Page(
        title: "a sentence that is too long to hold",
        reason: "Two sentences are read once; a long one is read twice.",
        bad: [Self.longSentence],
        good: ["`copy_file` unlinks twice when `link_count > 1`. `open` fails then."])
    case .longParagraph:
      Page(
        title: "a paragraph that is too long to read in one go", reason: "A paragraph holds one thought.",
        bad: [String(repeating: "`copy_file` unlinks the name and opens it again. ", count: 25)],
        good: [String(repeating: "`copy_file` unlinks the name and opens it again. ", count: 5)])
    }
  }

  private static let longSentence = """
    `copy_file` unlinks the name of the target when the count of its links is greater than one and opens the same name \
    again after it has released the lock that the writer of the index takes before it looks at the names of all files in \
    the directory that the target stands in and removes those that it does not know.
    """
}
