@testable import Casework

extension Attestation {
  /// A whole attestation.
  static let whole = Attestation(by: "Mei-Lin Hart", on: "2026-07-14", see: "https://ci.example.org/run/88")

  init(by: String = "", on: String = "", see: String = "") {
    self.init()
    self.by = by
    self.on = on
    self.see = see
  }
}

extension Case {
  /// The fix of the sample, whole.
  static let fixCommit = "e3dcc8a0c2b14f6d9a7e5b3c1d0f8e6a4b2c9d7e"

  /// A case with the inputs that are wished for, each attested or named, and nothing else.
  static func sample(_ inputs: Set<GateReport.Input.Name> = Set(GateReport.Input.Name.allCases)) -> Case {
    let all: [GateReport.Input.Name: (inout Case) -> Void] = [
      .repro: { facts in
        facts.repro.command = "sh run.sh"
        facts.repro.attested = .whole
      },
      .cause: {
        $0.cause.mechanism = "stream_close() frees the ring while flush_later() still points into it."
      },
      .fix: { $0.fix.commits = [fixCommit] },
      .validation: { $0.validation = [.sample("The soak ran for a week: 0 of 12,000 streams hung.")] },
    ]
    var facts = Case(key: "RILL-142")
    for name in GateReport.Input.Name.allCases where inputs.contains(name) { all[name]?(&facts) }
    return facts
  }
}

extension Case.Validation {
  static func sample(_ what: String, passes: Bool = true, _ attested: Attestation = .whole)
    -> Case.Validation
  {
    var validation = Case.Validation()
    validation.what = what
    validation.passes = passes
    validation.attested = attested
    return validation
  }
}

extension ProofSummary {
  /// A proof with these failures in ten runs of each side.
  static func sample(
    _ verdict: String = "proved", of fix: String = Case.fixCommit, before: Int = 10, after: Int = 0,
    isUncommitted: Bool = false
  ) -> ProofSummary {
    ProofSummary(
      verdict: verdict, sentence: "The verdict is \(verdict).", fix: fix, isUncommitted: isUncommitted,
      repro: "sh run.sh", setup: nil, symptom: nil,
      before: Count(failures: before, runs: 10, low: 0.25, high: 0.75),
      after: Count(failures: after, runs: 10, low: 0, high: 0.5), excerpt: ["wanted 4, got 3"],
      byHand: ["git checkout main", "sh run.sh"], digest: "feed")
  }
}

extension Evidence {
  /// Evidence numbered from 1.
  static func numbered(_ facts: Fact...) -> [Evidence] {
    facts.enumerated().map { Evidence(number: $0 + 1, at: "2026-07-14T09:30:00Z", fact: $1) }
  }
}
