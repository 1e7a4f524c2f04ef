import Testing

@testable import Proof

@Suite struct StoppingRuleTests {
  @Test(
    arguments: [
      ("x" * 10, "." * 10, .proved),
      ("." + "x" * 17, "." * 18, .proved),
      ("x" * 9, "." * 9, .rateTooLow),
      ("." + "x" * 16, "." * 17, .rateTooLow),
      ("x" * 14 + "b", "." * 15, .proved),
      ("...", "...", .passesBefore),
      ("xxx", "xxx", .stillFails),
      ("x..x", ".x..", .stillFails),
      ("x" * 14, "." * 13 + "x", .failsLess),
      ("x" * 20, "x" + "." * 19, .failsLess),
      ("x" * 500, "." * 499 + "x", .failsLess),
      ("...", "xxx", .failsOnlyAfter),
      ("...", "..x", .failsOnlyAfter),
      (".", "h", .failsOnlyAfter),
      ("bbb", "xxx", .otherFailureBefore),
      ("ccc", "...", .otherFailureBefore),
      ("www", "...", .otherFailureBefore),
      ("ccc", "ccc", .otherFailureBefore),
      ("bbb", "ccc", .otherFailureAfter),
      ("xxx", "ccc", .otherFailureAfter),
      ("...", "bbb", .otherFailureAfter),
      ("x" * 20, "." * 19 + "b", .otherFailureAfter),
      ("nnn", "...", .noTestRan),
      ("xxx", "nnn", .noTestRan),
      ("sss", "sss", .noTestRan),
      ("xxx", "sss", .noTestRan),
      ("hh", "hh", .hangs),
      ("hh", "..", .hangs),
      ("xx", "hh", .stillFails),
    ] as [(String, String, Verdict)])
  func `the verdict says what the pairs say`(before: String, after: String, verdict: Verdict) {
    #expect(StoppingRule.verdict(ProofTally(before: before, after: after)) == verdict)
  }

  @Test
  func `one run that failed otherwise does not outweigh those that passed`() {
    #expect(StoppingRule.verdict(ProofTally(before: "." * 298 + "w", after: "." * 299)) == .passesBefore)
  }

  @Test(arguments: [
    // Nothing was run: there is nothing to stop at.
    ("", "", 0, false), ("", "", 700, false),
    // The budget is spent.
    ("." * 300, "." * 300, 0, true), (".", ".", 600, true), ("." * 2, "." * 2, 599, false),
    // Proof.
    ("x" * 9, "." * 9, 0, false), ("x" * 10, "." * 10, 0, true), (".x" * 13, "." * 26, 0, false),
    (".x" * 17, "." * 34, 0, true),
    // Never a failure.
    ("." * 298, "." * 298, 0, false), ("." * 299, "." * 299, 0, true), ("." * 9, "." * 9, 30, false),
    ("." * 10, "." * 10, 30, true), ("." * 10, "." * 10, 29, false),
    // Runs that are none.
    ("cc", "cc", 0, false), ("ccc", "...", 0, true), ("xxx", "bbb", 0, true), ("h", "h", 0, false),
    ("hh", "hh", 0, true), ("ccx", "...", 0, false), ("cc.c", "....", 0, false),
    // Failures on both sides.
    ("x" * 9, "x" * 9, 0, false), ("x" * 10, "x" * 10, 0, true), ("xxx", "xxx", 30, true),
    ("xx", "xx", 30, false),
    ("x" * 12, "x" + "." * 11, 0, true), ("x.x.x.x.x.", ".x.x.x.x.x", 0, false),
    ("x." * 55, ".x" * 55, 0, true), ("x." * 6, ".x" * 6, 60, true),
  ])
  func `runs go on until they suffice`(before: String, after: String, seconds: Int, isEnough: Bool) {
    let rule = StoppingRule(minimumPairs: 1, maximumPairs: 300, maximumTime: .seconds(600))
    #expect(rule.isEnough(ProofTally(before: before, after: after), elapsed: .seconds(seconds)) == isEnough)
  }

  @Test func `a least number of pairs is run, unless they are hopeless`() {
    let rule = StoppingRule(minimumPairs: 12, maximumPairs: 300, maximumTime: .seconds(600))
    #expect(!rule.isEnough(ProofTally(before: "x" * 11, after: "." * 11), elapsed: .zero))
    #expect(rule.isEnough(ProofTally(before: "x" * 12, after: "." * 12), elapsed: .zero))
    #expect(rule.isEnough(ProofTally(before: "ccc", after: "..."), elapsed: .zero))
  }

  @Test func `a smaller bound on the error asks for more`() {
    let pairs = ProofTally(before: "x" * 10, after: "." * 10, errorBound: 0.0005)
    #expect(StoppingRule.verdict(pairs) == .rateTooLow)
    let more = ProofTally(before: "x" * 11, after: "." * 11, errorBound: 0.0005)
    #expect(StoppingRule.verdict(more) == .proved)
  }

  @Test func `a run whose pair was not finished counts for its side, and against the proof`() {
    var runs: [RunRecord] = []
    for pair in 1...10 {
      runs += [.sample(.after, pair: pair, .pass), .sample(.before, pair: pair, .symptom)]
    }
    let whole = ProofTally(errorBound: 0.001, runs: runs)
    #expect(whole.pairs == 10)
    #expect(StoppingRule.verdict(whole) == .proved)
    let passed = ProofTally(errorBound: 0.001, runs: runs + [.sample(.before, pair: 11, .pass)])
    #expect(passed.pairs == 10)
    #expect(passed.before.runs == 11)
    let failed = ProofTally(errorBound: 0.001, runs: runs + [.sample(.after, pair: 11, .symptom)])
    #expect(StoppingRule.verdict(failed) != .proved)
  }
}
