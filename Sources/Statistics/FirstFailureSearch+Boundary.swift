extension FirstFailureSearch {
  /// Whether the repro has passed at a point, and failed nowhere that it did.
  public var hasPassed: Bool { !passed.isEmpty }

  private var passed: Dictionary<Int, RunCount>.Keys {
    counts.filter { $0.value.passes > 0 && $0.value.failures == 0 }.keys
  }

  /// How many points at which the repro cannot be run may still matter: those below one that has passed, and more likely
  /// has no bug, do not.
  public var untestableLeft: Int {
    let isBelow = below(passed.filter { chanceOfBug[$0] < 0.5 })
    return untestable.count { !isBelow[$0] }
  }

  /// Whether it looks as if the repro could be run since some change only: it has passed nowhere, and no point at which it
  /// failed stands below one at which it cannot be run.
  public var isRunnableSince: Bool {
    guard !hasPassed, !untestable.isEmpty else { return false }
    let isOlder = below(untestable)
    return !counts.contains { $0.value.failures > 0 && isOlder[$0.key] }
  }

  /// Where to run next to learn how far back the repro can be run at all, where it failed wherever it could be: between the
  /// first point that failed and those below it at which it cannot be run; nil where nothing is left to learn.
  ///
  /// What stands below a point at which it cannot be run is taken to be no better. That halves what is left by ancestry,
  /// which the order of the points, with old branches that were merged late, does not show. What the first failing point
  /// stands on directly is run in any case: without that nothing is known of the step below it.
  public var nextTowardsBoundary: Int? {
    guard let first = counts.filter({ $0.value.failures > 0 }).keys.min() else { return nil }
    let isBelowFirst = below([first])
    let isBlocked = below(untestable.filter { isBelowFirst[$0] })
    let isOpen = isBelowFirst.indices.map { point in
      point != first && isBelowFirst[point] && !isBlocked[point] && counts[point] == nil
    }
    let held = ancestry.sums(of: isOpen.map { $0 ? 1 : 0 })
    let left = Double(isOpen.count { $0 })
    let halving = isOpen.indices.filter { isOpen[$0] }
      .max { min(held[$0], left - held[$0]) < min(held[$1], left - held[$1]) }
    return halving
      ?? ancestry.parents[first].first { !untestable.contains($0) && counts[$0] == nil }
  }

  /// For each point whether it is one of these, or below one.
  private func below(_ points: some Sequence<Int>) -> [Bool] {
    var isBelow = [Bool](repeating: false, count: ancestry.count)
    for point in points { isBelow[point] = true }
    for point in isBelow.indices.reversed() where isBelow[point] {
      for parent in ancestry.parents[point] { isBelow[parent] = true }
    }
    return isBelow
  }
}
