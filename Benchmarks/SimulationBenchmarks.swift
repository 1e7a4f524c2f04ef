import Proof
import Statistics

/// A proof in which the runs are throws of a die.
struct SimulatedProof {
  let tally: ProofTally

  init(before: Double, after: Double, coin: inout Coin) {
    let rule = StoppingRule(minimumPairs: 1, maximumPairs: 1000, maximumTime: .seconds(600))
    var tally = ProofTally(errorBound: 0.001)
    while !rule.isEnough(tally, elapsed: .zero) {
      tally.record(
        before: Double.random(in: 0..<1, using: &coin) < before ? .symptom : .pass,
        after: Double.random(in: 0..<1, using: &coin) < after ? .symptom : .pass)
    }
    self.tally = tally
  }

  var isProved: Bool { StoppingRule.verdict(tally) == .proved }
}

/// How often the tool says "proved" where the fix does nothing.
struct FalseProofBenchmark: Benchmark {
  let name = "false-proofs"
  let question = "how often is a fix \"proved\" that has nothing to do with a command that fails at random?"

  func measure(_ bench: Bench) throws -> [Figure] {
    var coin = Coin(seed: 20_261_125)
    let trials = 2000
    return [0.01, 0.05, 0.10, 0.30, 0.50, 0.70, 0.90, 0.99].map { rate in
      let proofs = (0..<trials).count { _ in SimulatedProof(before: rate, after: rate, coin: &coin).isProved }
      return Figure(
        what: "failure rate \(Int((rate * 100).rounded())) %, \(proofs) of \(trials) trials",
        value: 100 * Double(proofs) / Double(trials), unit: "%", bound: 0.1)
    }
  }
}

/// How many runs a true fix of a flake takes.
struct FlakeBenchmark: Benchmark {
  let name = "flake"
  let question = "how many runs a side does the true fix of a flake take?"

  func measure(_ bench: Bench) throws -> [Figure] {
    var coin = Coin(seed: 30)
    return [(1.0, 10.0), (0.5, nil), (0.3, 60.0), (0.1, nil)].map { (rate: Double, bound: Double?) in
      let proofs = (0..<2000).map { _ in SimulatedProof(before: rate, after: 0, coin: &coin) }
      return Figure(
        what: "failure rate \(Int(rate * 100)) %, median of 2,000 (\(proofs.count { $0.isProved }) proved)",
        value: median(proofs.map { Double($0.tally.pairs) }), unit: "runs", bound: bound)
    }
  }
}
