import Scratch
import Subprocess

@testable import Proof
@testable import Repository

extension ProofTally {
  /// A tally of pairs, each run a letter: `x` the symptom, `.` a pass, anything else a run that was neither.
  ///
  /// `b` build error, `c` command not found, `h` hang, `n` no test ran, `s` all skipped, `w` without the symptom.
  init(before: String, after: String, errorBound: Double = 0.001) {
    self.init(errorBound: errorBound)
    for (first, second) in zip(before, after) {
      record(
        before: Self.result(first), Self.reason(first), after: Self.result(second), Self.reason(second))
    }
  }

  private static func result(_ letter: Character) -> RunResult {
    switch letter {
    case "x": .symptom
    case ".": .pass
    default: .other
    }
  }

  private static func reason(_ letter: Character) -> OtherReason? {
    switch letter {
    case "b": OtherReason(kind: .buildError, detail: "error: no such type")
    case "c": OtherReason(kind: .commandNotFound, detail: "ctest")
    case "h": OtherReason(kind: .hang, detail: "")
    case "n": OtherReason(kind: .noTestRan, detail: "pytest")
    case "s": OtherReason(kind: .allSkipped, detail: "pytest: 3")
    case "w": OtherReason(kind: .withoutSymptom, detail: "lost connection")
    default: nil
    }
  }
}

extension String {
  /// So many runs of one kind.
  static func * (letter: String, count: Int) -> String { String(repeating: letter, count: count) }
}

extension Commit {
  /// A commit that is told by its number.
  static func sample(_ number: Int) -> Commit {
    Commit(
      id: ObjectID("\(number)" * 40), tree: ObjectID("f" * 40), parents: [], subject: "Commit \(number)",
      authorName: "Ada Byron", authorDate: "2026-03-01T12:00:00+01:00",
      committerName: "Ada Byron", committerDate: "2026-03-01T12:00:00+01:00")
  }
}

extension ProofPlan {
  /// The plan of a proof of commit 2 against commit 1.
  static func sample(symptom: Symptom = .anyFailure, changes: [Change] = []) throws -> ProofPlan {
    let (before, after) = (Commit.sample(1), Commit.sample(2))
    let scratch = try ScratchRepository()
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let repro = try Repro("make test", from: scratch.path, in: repository) { _ in false }
    return ProofPlan(
      span: FixSpan(before: before, after: after, named: [after], isUncommitted: false), fixName: "HEAD",
      changes: changes, carriage: Carriage(of: changes, carriesTests: true, asked: [], script: nil),
      beforeCommit: before.id, afterCommit: after.id, repro: repro, directory: "",
      shell: "/bin/sh",
      request: ProofRequest(fix: .revisions(["HEAD"]), repro: "make test", symptom: symptom),
      keptRuns: 0, pairsIfSteady: 10, pairsIfFlaky: 14)
  }
}

extension RunRecord {
  /// A run of which only what matters here is told.
  static func sample(
    _ side: Side = .before, pair: Int = 1, _ result: RunResult = .symptom, excerpt: [String] = [],
    strays: Int = 0
  ) -> RunRecord {
    RunRecord(
      pair: pair, side: side, result: result, reason: nil, exitStatus: 1, signal: nil, isTimedOut: false,
      seconds: 0.5,
      signature: "x", excerpt: excerpt, testsExecuted: nil, outputDigest: "0", outputSize: 0, strays: strays)
  }
}
