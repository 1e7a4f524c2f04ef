import Statistics
import Testing

@Suite struct PairedSignTestTests {
  @Test func `a steady failure is proved by ten pairs at one in a thousand`() {
    var test = PairedSignTest(errorBound: 0.001)
    for _ in 0..<9 { test.record(failedBefore: true, failedAfter: false) }
    #expect(!test.isProof)
    test.record(failedBefore: true, failedAfter: false)
    #expect(test.isProof)
    #expect(test.chanceIfNoEffect == 1.0 / 1024)
  }

  @Test func `a flaky failure needs seventeen unequal pairs`() {
    var test = PairedSignTest(errorBound: 0.001)
    test.record(failedBefore: false, failedAfter: false)
    for _ in 0..<16 { test.record(failedBefore: true, failedAfter: false) }
    #expect(!test.isProof)
    test.record(failedBefore: true, failedAfter: false)
    #expect(test.isProof)
  }

  @Test func `one failure after the fix ends all hope of a proof`() {
    var test = PairedSignTest(errorBound: 0.001)
    for _ in 0..<9 { test.record(failedBefore: true, failedAfter: false) }
    test.record(failedBefore: true, failedAfter: true)
    for _ in 0..<100 { test.record(failedBefore: true, failedAfter: false) }
    #expect(!test.isProof)
    #expect(test.chanceIfNoEffect == 1)
  }

  @Test(arguments: [0.01, 0.05, 0.10, 0.30, 0.50, 0.70, 0.90, 0.99])
  func `a command that has nothing to do with the fix is not proved`(rate: Double) {
    var coin = Coin(seed: UInt64(rate * 1000))
    var proofs = 0
    for _ in 0..<500 {
      var test = PairedSignTest(errorBound: 0.001)
      while test.failuresAfter == 0, !test.isProof, test.pairs < 1000 {
        let before = Double.random(in: 0..<1, using: &coin) < rate
        test.record(failedBefore: before, failedAfter: Double.random(in: 0..<1, using: &coin) < rate)
      }
      if test.isProof { proofs += 1 }
    }
    #expect(proofs == 0)
  }

  @Test func `a fix that only makes a flake rarer is seldom proved`() {
    var coin = Coin(seed: 13)
    var proofs = 0
    for _ in 0..<2000 {
      var test = PairedSignTest(errorBound: 0.001)
      while test.failuresAfter == 0, !test.isProof {
        let before = Double.random(in: 0..<1, using: &coin) < 1.0 / 3
        test.record(failedBefore: before, failedAfter: Double.random(in: 0..<1, using: &coin) < 1.0 / 9)
      }
      if test.isProof { proofs += 1 }
    }
    // 2,000 × (8/11)^17 = 8.9 expected; 22 is more than four standard deviations above.
    #expect(proofs <= 22)
  }

  @Test func `the bound holds for a failure that alternates from run to run`() {
    // The worst case for a test that assumes independent runs: every second run fails. Which side it hits is
    // the coin's choice, and no more than that.
    var coin = Coin(seed: 99)
    var proofs = 0
    for _ in 0..<20_000 {
      var test = PairedSignTest(errorBound: 0.001)
      while test.failuresAfter == 0, !test.isProof {
        let beforeFails = coin.isHeads()
        test.record(failedBefore: beforeFails, failedAfter: !beforeFails)
      }
      if test.isProof { proofs += 1 }
    }
    // 20,000 / 1,024 = 19.5 expected; 40 is more than four standard deviations above.
    #expect(proofs <= 40)
  }

  @Test func `a true fix of a thirty per cent flake takes a median of at most sixty runs a side`() {
    var coin = Coin(seed: 30)
    let lengths = (0..<500).map { _ in
      var test = PairedSignTest(errorBound: 0.001)
      while !test.isProof {
        test.record(failedBefore: Double.random(in: 0..<1, using: &coin) < 0.3, failedAfter: false)
      }
      return test.pairs
    }
    #expect(lengths.sorted()[250] <= 60)
  }
}
