import Casework
import Proof
import Testing

@Suite struct DecidingVerdictTests {
  @Test(arguments: Proof.Verdict.allCases)
  func `a case knows of each verdict whether it measured the fix`(verdict: Proof.Verdict) {
    let measures =
      switch verdict {
      case .proved, .passesBefore, .stillFails, .failsLess, .failsOnlyAfter, .otherFailureAfter, .rateTooLow,
        .hangs:
        true
      case .otherFailureBefore, .noTestRan, .setupFailed, .interrupted: false
      }
    let none = ProofSummary.Count(failures: 0, runs: 0, low: 0, high: 1)
    let summary = ProofSummary(
      verdict: verdict.rawValue, sentence: "", fix: "", isUncommitted: false, repro: "", setup: nil,
      symptom: nil,
      before: none, after: none, excerpt: [], byHand: [], digest: "")
    #expect(summary.isDeciding == measures)
  }
}
