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
  ///   - model: what is believed of the repro before all that.
  init(
    commits: Int, origin: Int, rate: Double, otherRate: Double, prior: [Double], known: Int, atOnce: Int = 1,
    model: FailureModel = .standard, coin: inout Coin
  ) {
    func fails(_ rate: Double) -> Bool { Double.random(in: 0..<1, using: &coin) < rate }
    let failures = (0..<known).count { _ in fails(rate) }
    let others = (0..<known).count { _ in fails(otherRate) }
    var search = FirstFailureSearch(
      Ancestry(parents: (0..<commits).map { $0 == 0 ? [] : [$0 - 1] }), prior: prior,
      known: RunCount(failures: failures, passes: known - failures),
      elsewhere: RunCount(failures: others, passes: known - others), model: model)
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
      var all = Wrong()
      for rate in [0.9, 0.7, 0.5, 0.3, 0.1] {
        for otherRate in [0, 0.01, 0.05] { figures += flake(commits, rate, otherRate, &all, &coin) }
      }
      figures.append(all.share("\(commits) commits, all rates, after a proof"))
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
    return Wrong(searches).figure("64 commits, \(Self.percent(rate)) after, \(Self.percent(otherRate)) before, \(way)")
  }

  /// How many of some searches did not end at the origin.
  private struct Wrong {
    var searches = 0
    var wrong = 0

    init() {}

    init(_ all: [SimulatedSearch]) {
      searches = all.count
      wrong = all.count { !$0.isRight }
    }

    /// Held against 1 % is what can be said of the share after so many searches: the lower end of its interval.
    func figure(_ what: String) -> Figure {
      let share = Proportion(wrong, of: searches).exactInterval(confidence: 0.98)
      return Figure(
        what: "\(what): \(wrong) of \(searches) wrong, so at least", value: 100 * share.lowerBound, unit: "%", bound: 1)
    }

    /// Held against 1 % as it was seen.
    func share(_ what: String) -> Figure {
      Figure(
        what: "\(what): \(wrong) of \(searches) wrong", value: 100 * Double(wrong) / Double(max(searches, 1)), unit: "%",
        bound: 1)
    }
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

  private func flake(_ commits: Int, _ rate: Double, _ otherRate: Double, _ all: inout Wrong, _ coin: inout Coin)
    -> [Figure]
  {
    // As many as take a few seconds.
    let effort = Self.bound(commits, rate, otherRate) * Double(commits + 600)
    let trials = min(1000, max(30, Int(7e7 / effort)))
    let known = Self.runsOfProof(rate)
    let exact = FailureModel(rateWithBug: rate, rateWithoutBug: otherRate)
    var (even, ranked, informed): ([SimulatedSearch], [SimulatedSearch], [SimulatedSearch]) = ([], [], [])
    for _ in 0..<trials {
      let origin = Int.random(in: 0..<commits, using: &coin)
      func search(_ prior: [Double]?, _ model: FailureModel = .standard) -> SimulatedSearch {
        SimulatedSearch(
          commits: commits, origin: origin, rate: rate, otherRate: otherRate,
          prior: prior ?? [Double](repeating: 1, count: commits), known: known, model: model, coin: &coin)
      }
      even.append(search(nil))
      ranked.append(search(ranking(commits, origin, &coin)))
      informed.append(search(nil, exact))
    }
    let what = "\(commits) commits, \(Self.percent(rate)) after, \(Self.percent(otherRate)) before"
    let bound = Self.bound(commits, rate, otherRate)
    func multiple(_ searches: [SimulatedSearch]) -> Double {
      Double(searches.reduce(0) { $0 + $1.runs }) / Double(trials) / bound
    }
    let middle = median(even.map { Double($0.runs) })
    for searches in [even, ranked] {
      all.searches += searches.count
      all.wrong += searches.count { !$0.isRight }
    }
    return [
      Wrong(even).figure("\(what), after a proof"),
      Wrong(ranked).figure("\(what), with a ranking"),
      Wrong(informed).figure("\(what), both rates known"),
      Figure(
        what: "\(what), both rates known: mean of the runs, as a multiple of the bound of \(Int(bound.rounded()))",
        value: multiple(informed), unit: "times", bound: 1.3),
      Figure(
        what: "\(what), rates as a proof has them: mean of the runs, as a multiple of the bound", value: multiple(even),
        unit: "times", bound: 1.3),
      Figure(
        what: "\(what): with a ranking, as a share of the median of \(Int(middle))",
        value: median(ranked.map { Double($0.runs) }) / middle, unit: "times", bound: 0.5),
    ]
  }

  /// How sure history was of its first candidate, and how often that was right: the table of docs/origin.md.
  private static let reliability: [(fixes: Int, probability: Double, isRight: Double)] = [
    (2, 0.16, 0.50), (10, 0.26, 0.30), (23, 0.35, 0.35), (59, 0.45, 0.42), (46, 0.55, 0.57), (51, 0.65, 0.69),
    (43, 0.76, 0.77), (46, 0.86, 0.89), (12, 0.94, 0.67),
  ]

  /// Where the first candidate was not the origin, how often it was the second, the third, the fourth and the fifth.
  private static let others = [0.28, 0.21, 0.03, 0.02]

  /// What a search believes at first by a ranking as that of history was on real fixes: as sure of its first candidate, and as
  /// often right. One part in ten is shared out evenly, as the search does it.
  private func ranking(_ commits: Int, _ origin: Int, _ coin: inout Coin) -> [Double] {
    let rows = Self.reliability.flatMap { row in Array(repeating: row, count: row.fixes) }
    guard let row = rows.randomElement(using: &coin) else { return [Double](repeating: 1, count: commits) }
    let shares = [row.probability] + Self.others.map { (1 - row.probability) * $0 }
    var luck = Double.random(in: 0..<1, using: &coin)
    let rank = ([row.isRight] + Self.others.map { (1 - row.isRight) * $0 }).firstIndex { chance in
      luck -= chance
      return luck < 0
    }
    var prior = [Double](
      repeating: (0.1 + 0.9 * (1 - shares.reduce(0, +))) / Double(commits), count: commits)
    for (place, share) in shares.enumerated() {
      prior[place == rank ? origin : Int.random(in: 0..<commits, using: &coin)] += 0.9 * share
    }
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
