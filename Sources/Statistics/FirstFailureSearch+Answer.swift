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
    /// The points one of which is the origin, in the order of the history.
    ///
    /// More than one where those between cannot be told apart, since the repro cannot be run there.
    public var points: [Int]

    /// How likely the origin is one of them.
    public var probability: Double

    /// The first points that have the bug, as far as the repro can be run: the upper end of the answer.
    public var withBug: [Int]

    /// The points without it that the answer stands on directly, as far as the repro can be run: its lower end.
    public var withoutBug: [Int]
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
    let isLeft = Set(left)
    let below = Set(left.flatMap { ancestry.parents[$0] }).subtracting(isLeft).subtracting(untestable)
    return Answer(
      points: left, probability: left.reduce(0) { $0 + probabilities[$1] }, withBug: firstWithBug,
      withoutBug: below.sorted())
  }

  /// So many failures at an origin are wanted before it is called found, however likely it is.
  public static let failuresWanted = 2

  /// So many passes are wanted at the points that an origin stands on: a repro that fails nine times in ten, and seemed
  /// to fail always, passes twice by chance in one case of a hundred.
  public static let passesWanted = 2

  /// The points that are still to be run before an answer can be called found, both ends of it: the origin, and what it
  /// stands on directly, as far as the repro can be run there.
  ///
  /// Where it has failed always so far, but not often, further runs at both ends tell a flake that seemed steady: a wrong
  /// answer costs more than they do. The end comes first at which one run more, if it ends as expected, speaks most
  /// against a flake.
  public func unconfirmed(_ answer: Answer) -> [Int] {
    let open = openEnds(answer)
    guard open.isEmpty, isDoubtful(answer) else { return open }
    let ends =
      answer.withoutBug.map { ($0, RunCount(passes: 1)) } + answer.withBug.map { ($0, RunCount(failures: 1)) }
    let told = ends.map { point, count in
      var next = self
      next.record(count, at: point)
      return (point: point, probability: next.probabilityIfFlake(answer))
    }
    return told.sorted { ($0.probability, $0.point) > ($1.probability, $1.point) }.map(\.point)
  }

  /// The ends of an answer at which too little has come out yet.
  func openEnds(_ answer: Answer) -> [Int] {
    answer.withoutBug.filter { (counts[$0]?.passes ?? 0) < passesWanted(answer) }
      + answer.withBug.filter { (counts[$0]?.failures ?? 0) < Self.failuresWanted }
  }

  /// Whether the answer rests on the belief that the repro fails always, which it has not shown yet: if it were a flake, the
  /// answer would not be likely.
  private func isDoubtful(_ answer: Answer) -> Bool {
    guard steadiness > 0.5, failures < Self.steadyFailuresWanted else { return false }
    return probabilityIfFlake(answer) < Self.wantedIfFlake
  }

  /// How likely an answer has to be, if the repro is a flake after all.
  private static let wantedIfFlake = 0.97

  private func probabilityIfFlake(_ answer: Answer) -> Double {
    let logs = evidence.map(\.logProbabilityIfFlake)
    let greatest = logs.max() ?? 0
    guard greatest > -.infinity else { return 0 }
    let shares = logPrior.indices.map { exp(logPrior[$0] + logs[evidenceOf[$0]] - greatest) }
    return answer.points.reduce(0) { $0 + shares[$1] } / shares.reduce(0, +)
  }

  /// Of several points below an answer, as a merge has them, each has to pass, and all together pass as often.
  func passesWanted(_ answer: Answer) -> Int { answer.withoutBug.count > 1 ? 1 : Self.passesWanted }

  /// All failures so far.
  var failures: Int { counts.values.reduce(0) { $0 + $1.failures } }

  /// So many failures in a row say that a repro fails always: one that fails seven times in ten would have passed.
  static let steadyFailuresWanted = 8
}
