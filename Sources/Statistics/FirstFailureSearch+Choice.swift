#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FirstFailureSearch {
  /// How much a run at a point is expected to tell, in bits, if it has the bug with probability `chance`.
  func information(chance: Double) -> Double {
    entropy(chance * rateWithBug + (1 - chance) * rateWithoutBug) - chance * entropy(rateWithBug)
      - (1 - chance) * entropy(rateWithoutBug)
  }

  /// How many points may still be the origin, as one would count them if all were equally likely.
  public var pointsLeft: Double { exp2(uncertainty) }

  /// What is not known of the origin, in bits.
  private var uncertainty: Double { probabilities.reduce(0) { $1 > 0 ? $0 - $1 * log2($1) : $0 } }

  /// About how many more runs it takes until an answer has this probability, if the rates are as they seem: what is not
  /// known, by the most that one run can tell, and what it takes to rule out that passes were chance.
  ///
  /// - Parameter atOnce: so many are made at a time: those of one round cannot learn from each other.
  public func expectedRuns(confidence: Double, atOnce: Int = 1) -> Int {
    let most = (1..<100).map { information(chance: Double($0) / 100) }.max() ?? 1
    let perPass = max(-log2(max(1 - rateWithBug, 1e-3)) + log2(1 - rateWithoutBug), 0.01)
    let rest = Double(unconfirmed(answer).count)
    // Runs that always fail with the bug part what is left into so many equal shares and one more; those of a flake add up.
    let apart = steadiness > 0.5 ? Double(atOnce) / log2(Double(atOnce + 1)) : 1
    let runs = apart * uncertainty / max(most, 1e-3) - log2(1 - confidence) / perPass
    return Int(max(runs, rest).rounded(.up))
  }

  /// So many failures at the last point say about how often a flake fails.
  static let failuresToRate = 6

  /// What a plain search by halves may take after a proof, both ends of the answer included.
  ///
  /// Four more than `git bisect`, which takes both ends on trust. Without a proof runs at both ends are
  /// added, until no flake explains them (`unconfirmed`).
  var runsByHalves: Int { Int(log2(Double(ancestry.count)).rounded(.up)) + 4 }

  /// Where a plain search by halves would run next, where the prior has cost so much that it is time for that; nil where
  /// there is time, where the repro is a flake, or where one point is left.
  ///
  /// So a prior that misleads costs at most a run or two.
  var nextHalf: Int? {
    guard steadiness > 0.5 else { return nil }
    let left = isConsistent.count { $0 }
    guard left > 1 else { return nil }
    let confirming = Self.passesWanted - 1 + Self.failuresWanted - 1
    guard runs + Int(log2(Double(left)).rounded(.up)) + confirming >= runsByHalves else { return nil }
    let held = ancestry.sums(of: isConsistent.map { $0 ? 1 : 0 })
    let spread = Spread(untestable, ran: counts.keys)
    var best: (point: Int, score: Double)?
    for point in ancestry.parents.indices where !untestable.contains(point) {
      let score = min(held[point], Double(left) - held[point]) * spread.chanceToRun(point)
      if score > (best?.score ?? 0) { best = (point, score) }
    }
    return best?.point
  }

  /// For each point how likely it has the bug, if all points that explain the runs were equally likely the origin.
  var consistentChances: [Double] {
    let left = Double(isConsistent.count { $0 })
    return ancestry.sums(of: isConsistent.map { $0 ? 1 : 0 }).map { $0 / left }
  }

  /// Whether a run at a point that has the bug with this probability tells anything.
  func tells(_ chance: Double) -> Bool { information(chance: chance) > Self.least }

  /// What tells less, in bits, tells nothing.
  private static let least = 1e-9

  /// For each point how much a run there is expected to tell of the origin, in bits.
  ///
  /// Of a flake each point that may be the origin expects rates of its own, by the runs that it would have failed or passed
  /// with the bug and without it. So a run where the bug is known to be tells something, too, where the rates are open.
  private var informations: [Double] {
    guard steadiness < 0.5 else { return chanceOfBug.map(information) }
    let without = evidence.map { entropy($0.rateWithoutBug) }
    let more = zip(evidence, without).map { entropy($0.rateWithBug) - $1 }
    var failures = [Double](repeating: 0, count: ancestry.count)
    var entropies = failures
    var (atLeast, known) = (0.0, 0.0)
    for (point, share) in probabilities.enumerated() {
      let place = evidenceOf[point]
      atLeast += share * evidence[place].rateWithoutBug
      known += share * without[place]
      failures[point] = share * (evidence[place].rateWithBug - evidence[place].rateWithoutBug)
      entropies[point] = share * more[place]
    }
    return zip(ancestry.sums(of: failures), ancestry.sums(of: entropies)).map {
      entropy(atLeast + $0) - known - $1
    }
  }

  /// Whether it is to be learnt first how often a flake fails: before that its passes tell nothing.
  var isRating: Bool { steadiness < 0.5 && (counts[tip]?.failures ?? 0) < Self.failuresToRate }

  /// Where to run next; nil where no run would tell anything.
  ///
  /// - Parameter preferred: points that are taken where they tell nearly as much as the best, such as releases.
  public func next(preferring preferred: Set<Int> = []) -> Int? {
    if let half = nextHalf { return half }
    if isRating { return tip }
    var best: (point: Int, score: Double)?
    let spread = Spread(untestable, ran: counts.keys)
    let told = informations
    for point in ancestry.parents.indices where !untestable.contains(point) && told[point] > Self.least {
      var score = told[point] * spread.chanceToRun(point)
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
