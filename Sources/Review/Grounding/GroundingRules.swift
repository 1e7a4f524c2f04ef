import Casework
import Grounding
import Record

/// The rules of grounding: whether what a record names is there.
enum GroundingRules {
  static let all = kinds.map(\.rule) + [besideMain]

  /// What nothing supports, and what will not be found any more, each at its place.
  static func findings(among claims: [JudgedClaim]) -> [Finding] {
    unsupported(among: claims) + claims.compactMap(doubted)
  }

  private static func unsupported(among claims: [JudgedClaim]) -> [Finding] {
    // What is to be done may name what is not there yet.
    claims.filter { $0.standing == .unsupported && $0.claim.section != .actionItems }.compactMap { judged in
      guard let entry = kinds.first(where: { $0.kind == judged.claim.kind }) else { return nil }
      let near = judged.suggestion.map { " Did you mean “\($0)”?" } ?? ""
      let what = judged.source.isEmpty ? entry.missing : judged.source
      var finding = Finding(
        entry.rule, judged.claim.range, "“\(judged.claim.text)” \(entry.subject): \(what).\(near)")
      // What cause, fix and validation name has to be so; elsewhere it may be a word of another system.
      if !strict.contains(judged.claim.section), entry.rule.severity == .error { finding.severity = .warning }
      return finding
    }
  }

  private static func doubted(_ judged: JudgedClaim) -> Finding? {
    guard case .besideMain(let branches)? = judged.doubt, judged.claim.section != .actionItems else {
      return nil
    }
    let place =
      branches.isEmpty
      ? "no branch and no tag holds it, though git still has it"
      : "only \(branches.prefix(3).map { "“\($0)”" }.joined(separator: ", ")) holds it"
    return Finding(
      besideMain, judged.claim.range,
      "“\(judged.claim.text)” is not on the main branch, where the fix is: \(place). Name the commit that was merged, "
        + "or tag this one.")
  }

  private static let besideMain = ReviewRule(
    "fleeting-commit", .grounding, .warning, "a commit that is gone with its branch",
    reason: """
      A squash or a rebase makes other commits of those on a branch; when the branch is deleted, git throws the old ones \
      away, and nobody can look at them any more. It is said where the main branch holds the fix, and neither it nor a tag \
      nor a branch named like a line of releases holds the commit.
      """,
    scene: GroundingExamples.besideMain.scene, bad: GroundingExamples.besideMain.bad,
    good: GroundingExamples.besideMain.good)

  private static let strict: Set<SectionKind?> = [.rootCause, .fix, .validation]

  private struct Entry {
    var kind: Claim.Kind
    var rule: ReviewRule
    var subject: String
    var missing: String
  }

  private static let kinds: [Entry] = [
    entry(
      .identifier, "a name of the code that is nowhere",
      "A name that is misspelt, or made up, is found by nobody who looks for it, and makes the rest doubtful.",
      "is no name of the code",
      "neither the fix, the commit before it, the others that are named, nor a run has it"),
    entry(
      .path, "a file that does not exist", "A reader wants to open it.", "is no file of the repository",
      "neither the fix nor the commit before it has it"),
    entry(
      .line, "a line that does not exist", "A reader wants to look at it.", "is no line of the repository",
      "neither the fix nor the commit before it has that file"),
    entry(
      .commit, "a commit that does not exist, or more than one",
      "A commit is the shortest proof that something is so, and the longest search where it is not.",
      "names no commit", "the repository has none"),
    entry(
      .number, "a figure that no run and nobody stated",
      "Figures in symptom and validation are read as measured. Those that are not are worse than none.",
      "is in no evidence", "neither the runs nor the case have it"),
    entry(
      .quotation, "output that nothing has printed", "What is quoted is searched for, letter by letter.",
      "is in no evidence", "neither the logs nor the case have this line"),
    entry(
      .date, "the day of a commit that is another one",
      "Days tell what came first. That of a commit stands right behind it: “`0108ac5982` (2026-03-12)”, or “of”.",
      "is not the day of that commit", "the repository has another one"),
    entry(
      .address, "an address that leads nowhere by its shape", "A reader follows it. No network is asked.",
      "is no address", "it has not the shape of one"),
    entry(
      .person, as: .warning, "a person's name that is nearly another's",
      "Who is misspelt is found by nobody. Only what the case or the commits have, and what is nearly that, is taken for a "
        + "name.", "is nobody's name here", "no commit, case or ticket has it"),
    entry(
      .order, as: .warning, "a bug that began after its fix",
      "A commit that has the fix in its history cannot have brought the bug, nor can one expose what is not there yet.",
      "does not come before the fix", "its place in the history is another one"),
    entry(
      .evidence, as: .warning, "counts of evidence that are not those of the case",
      "The last line of the evidence says how much of a record is measured. `postmortem draft` renews it.",
      "is not what the evidence comes to", "the case has another number of facts"),
  ]

  private static func entry(
    _ kind: Claim.Kind, as severity: Severity = .error, _ title: String, _ reason: String, _ subject: String,
    _ missing: String
  ) -> Entry {
    let examples = GroundingExamples.byKind[kind]
    let rule = ReviewRule(
      "unsupported-\(kind.rawValue)", .grounding, severity, title,
      reason: severity == .error
        ? "\(reason) It is an error in root cause, fix and validation, elsewhere a warning." : reason,
      scene: examples?.scene, bad: examples?.bad ?? [], good: examples?.good ?? [])
    return Entry(kind: kind, rule: rule, subject: subject, missing: missing)
  }
}
