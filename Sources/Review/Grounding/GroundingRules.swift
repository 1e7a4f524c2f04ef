import Casework
import Grounding
import Record

/// The rules of grounding: whether what a record names is there.
enum GroundingRules {
  static let all = kinds.map(\.rule)

  /// What nothing supports, each at its place.
  static func findings(among claims: [JudgedClaim]) -> [Finding] {
    // What is to be done may name what is not there yet.
    claims.filter { $0.standing == .unsupported && $0.claim.section != .actionItems }.compactMap { judged in
      guard let entry = kinds.first(where: { $0.kind == judged.claim.kind }) else { return nil }
      let near = judged.suggestion.map { " Did you mean “\($0)”?" } ?? ""
      let what = judged.source.isEmpty ? entry.missing : judged.source
      var finding = Finding(
        entry.rule, judged.claim.range, "“\(judged.claim.text)” \(entry.subject): \(what).\(near)")
      // What cause, fix and validation name has to be so; elsewhere it may be a word of another system.
      if !strict.contains(judged.claim.section) { finding.severity = .warning }
      return finding
    }
  }

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
  ]

  private static func entry(
    _ kind: Claim.Kind, _ title: String, _ reason: String, _ subject: String, _ missing: String
  ) -> Entry {
    let rule = ReviewRule(
      "unsupported-\(kind.rawValue)", .grounding, .error, title,
      reason: "\(reason) It is an error in root cause, fix and validation, elsewhere a warning.")
    return Entry(kind: kind, rule: rule, subject: subject, missing: missing)
  }
}
