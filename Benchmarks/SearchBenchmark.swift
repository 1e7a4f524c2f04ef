import Statistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A search for an origin in which the runs are throws of a die, in a history without branches.
struct SimulatedSearch {
  let runs: Int
  let isRight: Bool

  /// - Parameters:
  ///   - known: how often the proof before the search has run the repro on each side of the fix; its failures are thrown as
  ///     well.
  ///   - atOnce: so many runs are made in a round.
  init(
    commits: Int, origin: Int, rate: Double, otherRate: Double, prior: [Double], known: Int, atOnce: Int = 1,
    coin: inout Coin
  ) {
    func fails(_ rate: Double) -> Bool { Double.random(in: 0..<1, using: &coin) < rate }
    let failures = (0..<known).count { _ in fails(rate) }
    let others = (0..<known).count { _ in fails(otherRate) }
    var search = FirstFailureSearch(
      Ancestry(parents: (0..<commits).map { $0 == 0 ? [] : [$0 - 1] }), prior: prior,
      known: RunCount(failures: failures, passes: known - failures),
      elsewhere: RunCount(failures: others, passes: known - others))
    var isDone = false
    while search.runs < 100_000 {
      var places = [search.tip]
      if (search.counts[search.tip]?.failures ?? 0) > 0 {
        let answer = search.answer
        let open = search.unconfirmed(answer)
        isDone = answer.probability >= 0.99 && open.isEmpty
        if isDone { break }
        let isLikely = answer.probability >= 0.9 && !open.isEmpty
        places = isLikely ? search.confirming(answer, atOnce: atOnce) : search.next(atOnce: atOnce)
      }
      guard !places.isEmpty else { break }
      for place in places {
        let hasFailed = fails(place >= origin ? rate : otherRate)
        search.record(RunCount(failures: hasFailed ? 1 : 0, passes: hasFailed ? 0 : 1), at: place)
      }
    }
    runs = search.runs
    isRight = isDone && search.answer.points == [origin]
  }
}

/// How many runs a search for an origin takes, and how often it is right.
struct SearchBenchmark: Benchmark {
  let name = "search"
  let question = "how many runs does the search for an origin take, and how often is it right?"

  func measure(_ bench: Bench) throws -> [Figure] {
    var coin = Coin(seed: 20_261_128)
    var figures: [Figure] = []
    for commits in [64, 512, 4096] {
      figures += steady(commits, &coin)
      for rate in [0.9, 0.7, 0.5, 0.3, 0.1] {
        for otherRate in [0, 0.01, 0.05] { figures += flake(commits, rate, otherRate, &coin) }
      }
    }
    for rate in [0.9, 0.7, 0.5, 0.3] {
      figures.append(wrong(rate, 0, isProved: false, atOnce: 1, &coin))
      for otherRate in [0, 0.05] {
        figures.append(wrong(rate, otherRate, isProved: true, atOnce: 4, &coin))
      }
    }
    return figures
  }

  /// How often the answer is wrong in 64 commits where no proof was made before, or several runs are made at once.
  private func wrong(_ rate: Double, _ otherRate: Double, isProved: Bool, atOnce: Int, _ coin: inout Coin)
    -> Figure
  {
    let even = [Double](repeating: 1, count: 64)
    let searches = (0..<1000).map { _ in
      let origin = Int.random(in: 0..<64, using: &coin)
      return SimulatedSearch(
        commits: 64, origin: origin, rate: rate, otherRate: otherRate, prior: even,
        known: isProved ? Self.runsOfProof(rate) : 0, atOnce: atOnce, coin: &coin)
    }
    let way = isProved ? "\(atOnce) runs at once" : "without a proof"
    return Figure(
      what: "64 commits, \(Self.percent(rate)) after, \(Self.percent(otherRate)) before, \(way): wrong of 1000",
      value: Double(searches.count { !$0.isRight }) / 10, unit: "%", bound: 1)
  }

  private static func percent(_ rate: Double) -> String { "\(Int((rate * 100).rounded())) %" }

  /// A proof of a flake takes 17 pairs in which only the run before the fix fails.
  private static func runsOfProof(_ rate: Double) -> Int { Int((17 / rate).rounded(.up)) }

  private func steady(_ commits: Int, _ coin: inout Coin) -> [Figure] {
    let even = [Double](repeating: 1, count: commits)
    let halves = (log2(Double(commits))).rounded(.up)
    return [0, 10].map { known in
      let searches = (0..<200).map { _ in
        let origin = Int.random(in: 0..<commits, using: &coin)
        return SimulatedSearch(
          commits: commits, origin: origin, rate: 1, otherRate: 0, prior: even, known: known, coin: &coin)
      }
      return Figure(
        what:
          "\(commits) commits, fails always\(known > 0 ? ", proved" : ""), \(searches.count { $0.isRight }) of 200 right; most",
        value: Double(searches.map(\.runs).max() ?? 0), unit: "runs", bound: halves + 4)
    }
  }

  private func flake(_ commits: Int, _ rate: Double, _ otherRate: Double, _ coin: inout Coin) -> [Figure] {
    // As many as take a few seconds.
    let effort = Self.bound(commits, rate, otherRate) * Double(commits + 600)
    let trials = min(1000, max(30, Int(7e7 / effort)))
    let known = Self.runsOfProof(rate)
    var (even, ranked): ([SimulatedSearch], [SimulatedSearch]) = ([], [])
    for _ in 0..<trials {
      let origin = Int.random(in: 0..<commits, using: &coin)
      for isRanked in [false, true] {
        let prior = isRanked ? ranking(commits, origin, &coin) : [Double](repeating: 1, count: commits)
        let search = SimulatedSearch(
          commits: commits, origin: origin, rate: rate, otherRate: otherRate, prior: prior, known: known,
          coin: &coin)
        if isRanked { ranked.append(search) } else { even.append(search) }
      }
    }
    let what = "\(commits) commits, \(Self.percent(rate)) after, \(Self.percent(otherRate)) before"
    let mean = Double(even.reduce(0) { $0 + $1.runs }) / Double(trials)
    let middle = median(even.map { Double($0.runs) })
    return [
      Figure(
        what: "\(what): wrong of \(trials)", value: 100 * Double(even.count { !$0.isRight }) / Double(trials), unit: "%",
        bound: 1),
      Figure(
        what: "\(what): mean of \(Int(mean.rounded())) runs, as a multiple of the bound",
        value: mean / Self.bound(commits, rate, otherRate), unit: "times", bound: 1.3),
      Figure(
        what: "\(what): with a ranking, as a share of the median of \(Int(middle))",
        value: median(ranked.map { Double($0.runs) }) / middle, unit: "times", bound: 0.5),
    ]
  }

  /// A ranking that is as good as that of history was on real fixes (docs/origin.md): the origin is the first in 61 %, among
  /// three in 80 %, among five in 82 %; with one part in five shared out evenly.
  private func ranking(_ commits: Int, _ origin: Int, _ coin: inout Coin) -> [Double] {
    var prior = [Double](repeating: 0.2 / Double(commits), count: commits)
    let luck = Double.random(in: 0..<1, using: &coin)
    let rank = [0.61, 0.72, 0.80, 0.81, 0.82].firstIndex { luck < $0 }
    for (place, share) in [0.55, 0.10, 0.06, 0.02, 0.02].enumerated() {
      prior[place == rank ? origin : Int.random(in: 0..<commits, using: &coin)] += 0.8 * share
    }
    for place in prior.indices { prior[place] += 0.8 * 0.25 / Double(commits) }
    return prior
  }

  /// The runs that it takes to learn so much, if both rates were known: what has to be learnt by what the best run tells,
  /// and the passes that rule out, at the posterior, that those before the origin were chance.
  private static func bound(_ commits: Int, _ rate: Double, _ otherRate: Double) -> Double {
    func entropy(_ chance: Double) -> Double {
      chance > 0 && chance < 1 ? -(chance * log2(chance) + (1 - chance) * log2(1 - chance)) : 0
    }
    let most =
      (1..<1000).map { step -> Double in
        let share = Double(step) / 1000
        return entropy(share * rate + (1 - share) * otherRate) - share * entropy(rate)
          - (1 - share) * entropy(otherRate)
      }.max() ?? 1
    let perPass =
      (otherRate > 0 ? otherRate * log2(otherRate / rate) : 0)
      + (1 - otherRate) * log2((1 - otherRate) / (1 - rate))
    return log2(Double(commits)) / most + log2(100) / perPass
  }
}
