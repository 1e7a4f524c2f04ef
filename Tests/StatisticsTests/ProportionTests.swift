import Statistics
import Testing

@Suite struct ProportionTests {
  struct IntervalCase: Sendable, CustomTestStringConvertible {
    let count: Int
    let total: Int
    let exact: (Double, Double)
    let wilson: (Double, Double)
    var testDescription: String { "\(count) of \(total)" }
  }

  // Reference values: SciPy 1.17.1, binomtest(k, n).proportion_ci(0.95, "exact") and (…, "wilson").
  static let intervals = [
    IntervalCase(count: 0, total: 10, exact: (0, 0.3084971), wilson: (0, 0.2775328)),
    IntervalCase(count: 10, total: 10, exact: (0.6915029, 1), wilson: (0.7224672, 1)),
    IntervalCase(count: 5, total: 10, exact: (0.1870860, 0.8129140), wilson: (0.2365931, 0.7634069)),
    IntervalCase(count: 31, total: 40, exact: (0.6154883, 0.8916034), wilson: (0.6249690, 0.8768391)),
    IntervalCase(count: 1, total: 1000, exact: (0.0000253, 0.0055589), wilson: (0.0001765, 0.0056426)),
  ]

  @Test(arguments: intervals)
  func `intervals agree with reference values`(expected: IntervalCase) {
    let proportion = Proportion(expected.count, of: expected.total)
    let exact = proportion.exactInterval()
    let wilson = proportion.wilsonInterval()
    #expect(abs(exact.lowerBound - expected.exact.0) < 2e-7)
    #expect(abs(exact.upperBound - expected.exact.1) < 2e-7)
    #expect(abs(wilson.lowerBound - expected.wilson.0) < 2e-7)
    #expect(abs(wilson.upperBound - expected.wilson.1) < 2e-7)
  }

  @Test func `no failure leaves an upper bound near three over N`() {
    #expect(abs(Proportion(0, of: 100).upperBound() - 0.0295130) < 1e-6)
    #expect(abs(Proportion(0, of: 10).upperBound() - 0.2588656) < 1e-6)
  }

  @Test func `no trial says nothing`() {
    let nothing = Proportion(0, of: 0)
    #expect(nothing.rate == nil)
    #expect(nothing.exactInterval() == 0...1)
    #expect(nothing.wilsonInterval() == 0...1)
    #expect(nothing.upperBound() == 1)
  }

  @Test(arguments: [(0.30, 9), (0.10, 29), (0.05, 59), (0.01, 299), (0.5, 5), (1.0, 1), (0.95, 1)])
  func `runs to see one failure`(rate: Double, runs: Int) {
    #expect(Proportion.trialsToSee(rate: rate) == runs)
  }

  @Test func `a rate of zero is never seen`() {
    #expect(Proportion.trialsToSee(rate: 0) == .max)
  }

  @Test func `the exact interval covers the true rate at least as often as it says`() {
    var coin = Coin(seed: 7)
    var covered = 0
    for _ in 0..<2000 {
      let failures = (0..<25).count { _ in Double.random(in: 0..<1, using: &coin) < 0.2 }
      if Proportion(failures, of: 25).exactInterval().contains(0.2) { covered += 1 }
    }
    #expect(covered >= 1900)
  }
}
