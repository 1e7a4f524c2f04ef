import Testing

@testable import Statistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FirstFailureSearchTests {
  private static func line(_ count: Int) -> [[Int]] { (0..<count).map { $0 == 0 ? [] : [$0 - 1] } }

  /// A search played to its end over a history of which the origin is known.
  private struct Play {
    var answer: FirstFailureSearch.Answer
    var runs: Int
    var rounds = 0
    var blocked = 0
    var isDone: Bool

    init(
      _ parents: [[Int]], origin: Int, rate: Double = 1, otherRate: Double = 0, prior: [Double]? = nil,
      known: RunCount = RunCount(), elsewhere: RunCount = RunCount(), untestable: Set<Int> = [],
      atOnce: Int = 1, coin: inout Coin,
      limit: Int = 3000
    ) {
      let ancestry = Ancestry(parents: parents)
      var hasBug = parents.indices.map { ancestry.has(origin, below: $0) }
      hasBug[origin] = true
      var search = FirstFailureSearch(
        ancestry, prior: prior ?? parents.map { _ in 1 }, known: known, elsewhere: elsewhere)
      func run(_ point: Int, _ coin: inout Coin) {
        if untestable.contains(point) { return search.recordUntestable(point) }
        let fails = Double.random(in: 0..<1, using: &coin) < (hasBug[point] ? rate : otherRate)
        search.record(RunCount(failures: fails ? 1 : 0, passes: fails ? 0 : 1), at: point)
      }
      while (search.counts[search.tip]?.failures ?? 0) == 0 { run(search.tip, &coin) }
      isDone = false
      while search.runs < limit {
        let answer = search.answer
        let open = search.unconfirmed(answer)
        if answer.probability >= 0.99, open.isEmpty {
          isDone = true
          break
        }
        let points =
          answer.probability >= 0.9 && !open.isEmpty
          ? search.confirming(answer, atOnce: atOnce) : search.next(atOnce: atOnce)
        if points.isEmpty { break }
        #expect(points.count <= atOnce)
        rounds += 1
        for point in points { run(point, &coin) }
      }
      answer = search.answer
      runs = search.runs
      blocked = search.untestable.count
    }
  }

  /// How many runs `git bisect` takes, which is told both ends: the point that halves best what is left, and so on.
  private static func bisect(_ parents: [[Int]], origin: Int) -> Int {
    let ancestry = Ancestry(parents: parents)
    var left = Set(parents.indices)
    var runs = 0
    while left.count > 1 {
      var best: (point: Int, halves: Int, below: Set<Int>)?
      for point in left {
        var below: Set<Int> = []
        ancestry.visit(point) { if left.contains($0) { below.insert($0) } }
        let halves = min(below.count, left.count - below.count)
        if halves > (best?.halves ?? -1) { best = (point, halves, below) }
      }
      guard let best, best.halves > 0 else { break }
      runs += 1
      if ancestry.has(origin, below: best.point) { left = best.below } else { left.subtract(best.below) }
    }
    return runs
  }

  @Test func `a repro that fails always is found at any place, in no more runs than four above halving`() {
    var coin = Coin(seed: 1)
    for count in [1, 2, 3, 7, 16, 33] {
      let bound = (0...).first { 1 << $0 >= count }.map { $0 + 4 } ?? 4
      for origin in 0..<count {
        let play = Play(Self.line(count), origin: origin, known: RunCount(failures: 10), coin: &coin)
        #expect(play.answer.points == [origin])
        #expect(play.isDone)
        #expect(play.runs <= bound, "\(count) commits, origin \(origin)")
      }
    }
  }

  @Test func `in histories with merges it is found, in at most four runs more than git bisect`() {
    var coin = Coin(seed: 2)
    for _ in 0..<40 {
      let parents = RandomHistory.belowTip(count: Int.random(in: 2...60, using: &coin), coin: &coin)
      let origin = Int.random(in: parents.indices, using: &coin)
      let play = Play(parents, origin: origin, known: RunCount(failures: 10), coin: &coin)
      #expect(play.isDone)
      #expect(play.answer.points == [origin])
      #expect(play.runs <= Self.bisect(parents, origin: origin) + 4, "\(parents), origin \(origin)")
    }
  }

  @Test func `a prior that misleads costs no more than that`() {
    var coin = Coin(seed: 3)
    for origin in stride(from: 0, to: 64, by: 3) {
      var prior = [Double](repeating: 0.2 / 64, count: 64)
      prior[(origin + 31) % 64] += 0.8
      let play = Play(
        Self.line(64), origin: origin, prior: prior, known: RunCount(failures: 10), coin: &coin)
      #expect(play.answer.points == [origin])
      #expect(play.runs <= 10)
    }
  }

  @Test func `a prior that is right takes a handful of runs`() {
    var coin = Coin(seed: 4)
    var prior = [Double](repeating: 0.2 / 4096, count: 4096)
    prior[1234] += 0.8
    let play = Play(
      Self.line(4096), origin: 1234, prior: prior, known: RunCount(failures: 10), coin: &coin)
    #expect(play.answer.points == [1234])
    #expect(play.runs <= 5)
  }

  @Test(arguments: [(0.9, 0.0), (0.9, 0.05), (0.5, 0.05), (0.3, 0.0)])
  func `a flake is found nearly always, by its rate`(_ rate: Double, _ otherRate: Double) {
    var coin = Coin(seed: 5)
    var right = 0
    for trial in 0..<40 {
      let failures = Int((rate * 40).rounded())
      let play = Play(
        Self.line(64), origin: (trial * 37) % 64, rate: rate, otherRate: otherRate,
        known: RunCount(failures: failures, passes: 40 - failures), coin: &coin)
      if play.answer.points == [(trial * 37) % 64], play.isDone { right += 1 }
    }
    #expect(right >= 38)
  }

  @Test(arguments: [0, 63])
  func `where the origin is an end of the history a flake is found too, though its runs are all of one kind`(
    _ origin: Int
  ) {
    var coin = Coin(seed: 12)
    for _ in 0..<8 {
      // Fewer failures than are to be expected: how often it fails with the bug is to be learnt in the search.
      let play = Play(
        Self.line(64), origin: origin, rate: 0.3, otherRate: 0.05, known: RunCount(failures: 10, passes: 47),
        elsewhere: RunCount(failures: 3, passes: 54), coin: &coin)
      #expect(play.isDone)
      #expect(play.runs < 1000)
    }
  }

  @Test func `runs after the fix, which has no bug either, spare runs of the search`() {
    var (without, with) = (0, 0)
    for trial in 0..<20 {
      let origin = (trial * 37) % 64
      for isKnown in [false, true] {
        var coin = Coin(seed: UInt64(trial))
        let play = Play(
          Self.line(64), origin: origin, rate: 0.2, known: RunCount(failures: 17, passes: 68),
          elsewhere: isKnown ? RunCount(passes: 85) : RunCount(), coin: &coin)
        #expect(play.answer.points == [origin])
        if isKnown { with += play.runs } else { without += play.runs }
      }
    }
    #expect(with * 10 < without * 9, "\(with) runs, \(without) without those")
  }

  @Test func `runs after the fix are believed, but do not rule out that it failed before the bug`() {
    func rate(after elsewhere: RunCount, passesBefore: Int, failuresBefore: Int) -> Double {
      var search = FirstFailureSearch(
        Ancestry(parents: Self.line(3)), prior: [1, 1, 1], known: RunCount(failures: 20, passes: 20),
        elsewhere: elsewhere)
      search.record(RunCount(failures: 20, passes: 20), at: 1)
      search.record(RunCount(failures: failuresBefore, passes: passesBefore), at: 0)
      return search.rateWithoutBug
    }
    let unknown = rate(after: RunCount(), passesBefore: 20, failuresBefore: 0)
    #expect(rate(after: RunCount(passes: 60), passesBefore: 20, failuresBefore: 0) < unknown / 2)
    #expect(rate(after: RunCount(failures: 4, passes: 56), passesBefore: 20, failuresBefore: 0) > unknown * 2)
    #expect(rate(after: RunCount(passes: 60), passesBefore: 115, failuresBefore: 5) > 0.025)
  }

  @Test(arguments: [2, 4, 8])
  func `with several runs at once the same commit is found in rounds by the logarithm`(_ atOnce: Int) {
    var coin = Coin(seed: 8)
    let share = Double(atOnce + 1)
    for count in [1, 2, 7, 33, 512] {
      let halving = (0...).first { pow(share, Double($0)) >= Double(count) } ?? 0
      for origin in stride(from: 0, to: count, by: max(1, count / 32)) {
        let play = Play(
          Self.line(count), origin: origin, known: RunCount(failures: 10), atOnce: atOnce, coin: &coin)
        #expect(play.answer.points == [origin])
        #expect(play.isDone)
        #expect(play.rounds <= halving + 3, "\(count) commits, origin \(origin): \(play.rounds) rounds")
      }
    }
  }

  @Test func `in histories with merges several runs at once find the same`() {
    var coin = Coin(seed: 9)
    for _ in 0..<40 {
      let parents = RandomHistory.belowTip(count: Int.random(in: 2...60, using: &coin), coin: &coin)
      let origin = Int.random(in: parents.indices, using: &coin)
      let play = Play(parents, origin: origin, known: RunCount(failures: 10), atOnce: 4, coin: &coin)
      #expect(play.isDone)
      #expect(play.answer.points == [origin])
    }
  }

  @Test(arguments: [(0.9, 0.05), (0.5, 0.01), (0.3, 0.0)])
  func `several runs at once find a flake nearly always, in far fewer rounds`(
    _ rate: Double, _ otherRate: Double
  ) {
    var coin = Coin(seed: 10)
    var (right, rounds, alone) = (0, 0, 0)
    for trial in 0..<40 {
      let origin = (trial * 37) % 64
      let failures = Int((rate * 40).rounded())
      let known = RunCount(failures: failures, passes: 40 - failures)
      let play = Play(
        Self.line(64), origin: origin, rate: rate, otherRate: otherRate, known: known, atOnce: 8, coin: &coin)
      if play.answer.points == [origin], play.isDone { right += 1 }
      rounds += play.rounds
      alone +=
        Play(Self.line(64), origin: origin, rate: rate, otherRate: otherRate, known: known, coin: &coin)
        .rounds
    }
    #expect(right >= 38)
    #expect(rounds * 2 < alone, "\(rounds) rounds, \(alone) one run after the other")
  }

  @Test(arguments: [64, 512])
  func `a steady repro of which nothing is known takes at most eight runs more`(_ count: Int) {
    var coin = Coin(seed: 7)
    let halving = count == 64 ? 6 : 9
    var most = 0
    for origin in stride(from: 0, to: count, by: count / 16) {
      let play = Play(Self.line(count), origin: origin, coin: &coin)
      #expect(play.answer.points == [origin])
      most = max(most, play.runs)
    }
    #expect(most <= halving + 4 + 8, "\(most) runs")
  }

  @Test(arguments: [0.9, 0.5])
  func `a flake of which nothing is known is seldom taken for a steady repro`(_ rate: Double) {
    var coin = Coin(seed: 6)
    var wrong = 0
    let trials = 100
    for trial in 0..<trials {
      let origin = (trial * 37) % 64
      let play = Play(Self.line(64), origin: origin, rate: rate, coin: &coin)
      if play.isDone, play.answer.points != [origin] { wrong += 1 }
    }
    #expect(wrong <= trials / 20, "\(wrong) of \(trials)")
  }

  @Test func `without a proof the end that has shown less is run, until a flake is no explanation either`() {
    var search = FirstFailureSearch(Ancestry(parents: Self.line(8)), prior: (0..<8).map { _ in 1 })
    search.record(RunCount(failures: 1), at: 7)
    search.record(RunCount(failures: 2), at: 4)
    search.record(RunCount(passes: 2), at: 3)
    #expect(search.answer.points == [4])
    #expect(search.answer.probability >= 0.99)
    #expect(search.unconfirmed(search.answer) == [3, 4])
    search.record(RunCount(passes: 2), at: 3)
    #expect(search.unconfirmed(search.answer).first == 4)
    #expect(search.confirming(search.answer, atOnce: 3) == [4, 3, 4])
    var more = 0
    while let point = search.unconfirmed(search.answer).first, more < 20 {
      search.record(point < 4 ? RunCount(passes: 1) : RunCount(failures: 1), at: point)
      more += 1
    }
    #expect((1...6).contains(more))
    // A proof has shown that it fails always.
    var proved = FirstFailureSearch(
      Ancestry(parents: Self.line(8)), prior: (0..<8).map { _ in 1 }, known: RunCount(failures: 10))
    proved.record(RunCount(failures: 2), at: 4)
    proved.record(RunCount(passes: 2), at: 3)
    #expect(proved.unconfirmed(proved.answer).isEmpty)
  }

  @Test func `where the repro cannot be run the answer is all that cannot be told apart`() {
    var coin = Coin(seed: 6)
    let play = Play(
      Self.line(32), origin: 12, known: RunCount(failures: 10), untestable: [10, 11, 12], coin: &coin)
    #expect(play.isDone)
    #expect(play.answer.points == [10, 11, 12, 13])
    #expect(play.answer.withBug == [13])
    #expect(play.answer.withoutBug == [9])
  }

  @Test func `where nothing old can be run the answer goes down to the beginning`() {
    var coin = Coin(seed: 7)
    let play = Play(
      Self.line(32), origin: 3, known: RunCount(failures: 10), untestable: Set(0..<20), coin: &coin)
    #expect(play.answer.points == Array(0...20))
    #expect(play.answer.withBug == [20])
    #expect(play.answer.withoutBug == [])
  }

  @Test(arguments: [30, 100, 180])
  func `what cannot be run before some change does not keep the search from what can`(change: Int) {
    // What is believed at first lies where nothing can be run.
    let prior = (0..<200).map { $0 < change ? 1.0 : 0.05 }
    for origin in [change + 3, (change + 200) / 2, 195] {
      var coin = Coin(seed: 8)
      let play = Play(
        Self.line(200), origin: origin, prior: prior, known: RunCount(failures: 10),
        untestable: Set(0..<change),
        coin: &coin)
      #expect(play.isDone)
      #expect(play.answer.points == [origin])
      #expect(play.blocked <= 12, "\(play.blocked) could not be run, origin \(origin)")
    }
  }

  @Test func `how far back it can be run is learnt by ancestry, in runs by the logarithm`() throws {
    // A main line that can be run from 20 on, and an old branch that stands behind it in the order, merged at 240.
    let parents = (0..<250).map { point -> [Int] in
      switch point {
      case 0: []
      case 200: [5]
      case 240: [199, 239]
      default: [point - 1]
      }
    }
    let isTestable = { (20..<200).contains($0) || $0 >= 240 }
    var search = FirstFailureSearch(Ancestry(parents: parents), prior: parents.map { _ in 1 })
    search.record(RunCount(failures: 1), at: 240)
    search.recordUntestable(239)
    var steps = 0
    while let point = search.nextTowardsBoundary, steps < 100 {
      steps += 1
      if isTestable(point) {
        search.record(RunCount(failures: 1), at: point)
      } else {
        search.recordUntestable(point)
      }
    }
    #expect(search.counts.keys.min() == 20)
    #expect(search.untestable.contains(19))
    #expect(steps <= 9)
  }

  @Test func `what stands below one that passes keeps the search from nothing`() {
    var search = FirstFailureSearch(
      Ancestry(parents: Self.line(40)), prior: (0..<40).map { _ in 1 }, known: RunCount(failures: 10))
    for point in 0..<10 { search.recordUntestable(point) }
    search.recordUntestable(30)
    #expect(search.untestableLeft == 11)
    #expect(!search.hasPassed)
    search.record(RunCount(passes: 2), at: 20)
    #expect(search.untestableLeft == 1)
    #expect(search.hasPassed)
  }

  @Test
  func
    `it looks as if the repro could be run since some change until it is run below a point where it cannot be`()
  {
    var search = FirstFailureSearch(
      Ancestry(parents: [[], [0], [1], [2], [], [4, 3]]), prior: (0..<6).map { _ in 1 },
      known: RunCount(failures: 10))
    #expect(!search.isRunnableSince)
    search.recordUntestable(1)
    search.recordUntestable(4)
    search.record(RunCount(failures: 1), at: 2)
    #expect(search.isRunnableSince)
    var older = search
    older.record(RunCount(failures: 1), at: 0)
    #expect(!older.isRunnableSince)
    search.record(RunCount(passes: 1), at: 0)
    #expect(!search.isRunnableSince)
  }

  @Test func `one that cannot be run among many that can costs a run or two`() {
    for origin in [20, 49, 50, 51, 52, 90] {
      var coin = Coin(seed: 9)
      let play = Play(
        Self.line(128), origin: origin, known: RunCount(failures: 10), untestable: [63, 31, 95], coin: &coin)
      #expect(play.answer.points == [origin])
      #expect(play.runs + play.blocked <= 13, "origin \(origin)")
    }
  }

  @Test func `rates that are known stay as they are, whatever has run, and make no steady repro`() {
    var search = FirstFailureSearch(
      Ancestry(parents: Self.line(8)), prior: (0..<8).map { _ in 1 }, known: RunCount(failures: 6),
      elsewhere: RunCount(failures: 9, passes: 1), model: FailureModel(rateWithBug: 0.3, rateWithoutBug: 0.05)
    )
    search.record(RunCount(failures: 5), at: 7)
    #expect(abs(search.rateWithBug - 0.3) < 1e-9)
    #expect(abs(search.rateWithoutBug - 0.05) < 1e-9)
    #expect(search.steadiness == 0)
    // A pass speaks for a point without the bug by 0.95 to 0.7.
    search.record(RunCount(passes: 1), at: 3)
    #expect(abs(search.chanceOfBug[3] - 0.7 / (0.7 + 0.95)) < 1e-9)
  }
}
