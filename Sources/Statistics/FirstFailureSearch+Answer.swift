#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FirstFailureSearch {
  /// What the runs say so far.
  public struct Answer: Sendable, Equatable {
    /// The points one of which is the origin: more than one where those between cannot be told apart, since the repro
    /// cannot be run there. In the order of the history.
    public var points: [Int]

    /// How likely the origin is one of them.
    public var probability: Double
  }

  /// The best answer: the points that stand on no point which more likely has no bug, and which all points stand on
  /// that more likely have it; only points at which the repro can be run count.
  public var answer: Answer {
    let points = ancestry.parents.indices
    var isExcluded = [Bool](repeating: false, count: ancestry.count)
    var standsOnBug = [Bool](repeating: false, count: ancestry.count)
    var firstWithBug: [Int] = []
    for point in points {
      standsOnBug[point] = ancestry.parents[point].contains { standsOnBug[$0] }
      guard !untestable.contains(point), chanceOfBug[point] >= 0.5, !standsOnBug[point] else { continue }
      standsOnBug[point] = true
      firstWithBug.append(point)
    }
    for point in points.reversed() {
      if !untestable.contains(point), chanceOfBug[point] < 0.5 { isExcluded[point] = true }
      if isExcluded[point] { for parent in ancestry.parents[point] { isExcluded[parent] = true } }
    }
    var held = [Int](repeating: 0, count: ancestry.count)
    for point in firstWithBug { ancestry.visit(point) { held[$0] += 1 } }
    let left = points.filter { !isExcluded[$0] && held[$0] == firstWithBug.count }
    return Answer(points: left, probability: left.reduce(0) { $0 + probabilities[$1] })
  }

  /// The points that are still to be run before an answer can be called found: it wants a failure at the first point that
  /// has the bug, and a pass at each point that this one stands on; both where the repro can be run.
  public func unconfirmed(_ answer: Answer) -> [Int] {
    guard answer.points.count == 1, let origin = answer.points.first else { return [] }
    var open = ancestry.parents[origin].filter { (counts[$0]?.passes ?? 0) == 0 }
    if (counts[origin]?.failures ?? 0) == 0 { open.append(origin) }
    return open.filter { !untestable.contains($0) }
  }

  /// How much a run at a point is expected to tell, in bits, if it has the bug with probability `chance`.
  func information(chance: Double) -> Double {
    entropy(chance * rateWithBug + (1 - chance) * rateWithoutBug) - chance * entropy(rateWithBug)
      - (1 - chance) * entropy(rateWithoutBug)
  }

  /// Where to run next; nil where no run would tell anything.
  ///
  /// - Parameters:
  ///   - preferred: points that are taken where they tell nearly as much as the best, such as releases.
  ///   - costOfNew: what a run costs at a point where nothing has run yet, if it costs 1 where it has.
  public func next(preferring preferred: Set<Int> = [], costOfNew: Double = 1) -> Int? {
    var best: (point: Int, score: Double)?
    let spread = Spread(untestable, among: ancestry.count)
    for point in ancestry.parents.indices where !untestable.contains(point) {
      let told = information(chance: chanceOfBug[point])
      guard told > 1e-9 else { continue }
      var score = told * spread.chanceToRun(point)
      if counts[point] == nil { score /= costOfNew }
      if preferred.contains(point) { score *= 1.1 }
      if score > (best?.score ?? 0) { best = (point, score) }
    }
    return best?.point
  }
}

/// The entropy of a coin, in bits.
func entropy(_ chance: Double) -> Double {
  guard chance > 0, chance < 1 else { return 0 }
  return -(chance * log2(chance) + (1 - chance) * log2(1 - chance))
}

/// How likely the repro can be run near points at which it could not.
private struct Spread {
  private let places: [Int]

  init(_ untestable: Set<Int>, among count: Int) {
    places = untestable.sorted()
  }

  /// Nearby points are likely to fail as their neighbours did: the more of them did, the further away one has to look.
  func chanceToRun(_ point: Int) -> Double {
    guard !places.isEmpty else { return 1 }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < point { low = middle + 1 } else { high = middle }
    }
    let distance = [low - 1, low].filter(places.indices.contains).map { abs(places[$0] - point) }.min() ?? 0
    return Double(distance) / Double(distance + places.count)
  }
}
