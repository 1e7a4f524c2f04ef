extension FirstFailureSearch {
  /// Where to run next, so many runs at once; fewer where no more would tell anything, none where no run would.
  ///
  /// The first is where one run alone would be made. The others stand where they part what is believed with it into equal
  /// shares: so the number of rounds falls with the logarithm of the runs of one. A point is named as often as it is to be
  /// run: where most of what is believed lies at one point, both its ends are confirmed at once.
  ///
  /// - Parameter preferred: points that are taken where they tell nearly as much as the best, such as releases.
  public func next(atOnce count: Int, preferring preferred: Set<Int> = []) -> [Int] {
    let half = nextHalf
    guard let first = half ?? next(preferring: preferred) else { return [] }
    guard count > 1 else { return [first] }
    if isRating { return Array(repeating: tip, count: count) }
    let chances = half == nil ? chanceOfBug : consistentChances
    var chosen = [first]
    var times = [first: 1]
    let levels = (1...count).map { Double($0) / Double(count + 1) }
    let own = levels.indices.min { abs(levels[$0] - chances[first]) < abs(levels[$1] - chances[first]) }
    let spread = Spread(untestable, ran: counts.keys)
    let open = ancestry.parents.indices.filter { !untestable.contains($0) && tells(chances[$0]) }
    for (place, level) in levels.enumerated() where place != own {
      var best: (point: Int, score: Double)?
      for point in open where times[point, default: 0] < mostAtOnce(point, of: count) {
        var score = spread.chanceToRun(point) / (abs(chances[point] - level) + 0.5 / Double(count + 1))
        if preferred.contains(point) { score *= 1.1 }
        if score > (best?.score ?? 0) { best = (point, score) }
      }
      guard let best else { continue }
      chosen.append(best.point)
      times[best.point, default: 0] += 1
    }
    return chosen
  }

  /// The runs that are still to be made before an answer can be called found, at most so many: a point is named as often as
  /// it is to be run.
  public func confirming(_ answer: Answer, atOnce count: Int) -> [Int] {
    let open = unconfirmed(answer)
    guard count > 1, !open.isEmpty else { return Array(open.prefix(count)) }
    // A flake, or what may be one, may need any number; one that fails always is known by these.
    let isSettled = steadiness >= 0.5 && !openEnds(answer).isEmpty
    var wanted = open.map { isSettled ? max(1, runsWanted(at: $0, answer)) : count }
    var chosen: [Int] = []
    while chosen.count < count, wanted.contains(where: { $0 > 0 }) {
      for place in open.indices where wanted[place] > 0 && chosen.count < count {
        wanted[place] -= 1
        chosen.append(open[place])
      }
    }
    return chosen
  }

  private func runsWanted(at point: Int, _ answer: Answer) -> Int {
    let count = counts[point] ?? RunCount()
    return answer.withBug.contains(point)
      ? Self.failuresWanted - count.failures : passesWanted(answer) - count.passes
  }

  /// A repro that fails always says nothing new by more runs at a point than both ends of an answer want.
  private func mostAtOnce(_ point: Int, of count: Int) -> Int {
    steadiness < 0.5 ? count : max(1, Self.failuresWanted - (counts[point]?.runs ?? 0))
  }
}
