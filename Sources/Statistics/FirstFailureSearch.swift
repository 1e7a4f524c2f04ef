#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the first point of a history at which a repro fails, whether it fails always there or now and then.
///
/// It supposes one origin: the repro fails, at some rate, at the origin and at all that stands on it, and at another,
/// small rate elsewhere. Each point is a hypothesis with a probability; each run moves the probabilities by Bayes' rule.
/// Both rates are integrated out, so that they are estimated anew with each run. A run is made where its outcome is
/// expected to tell most: for a repro that fails always this is a search by halves, weighted by what is likely.
///
/// No process is run here: who has the runs made asks `next`, and records what came out.
///
/// Sources: M. V. Burnashev and K. Sh. Zigangirov, An interval estimation problem for controlled observations, Problems
/// of Information Transmission 10 (1974); R. Waeber, P. I. Frazier, S. G. Henderson, Bisection search with noisy
/// responses, SIAM Journal on Control and Optimization 51 (2013).
public struct FirstFailureSearch: Sendable {
  /// The history.
  public let ancestry: Ancestry

  /// The last point: the repro is known to fail there, and the origin is it or below it.
  public var tip: Int { ancestry.count - 1 }

  /// The runs at each point so far.
  public private(set) var counts: [Int: RunCount] = [:]

  /// Points at which the repro cannot be run.
  public private(set) var untestable: Set<Int> = []

  /// How likely each point is the origin.
  public private(set) var probabilities: [Double]

  /// For each point how likely it has the bug.
  public private(set) var chanceOfBug: [Double]

  /// How often the repro fails where the bug is, as far as one can tell.
  public private(set) var rateWithBug = 1.0

  /// How often it fails where the bug is not.
  public private(set) var rateWithoutBug = 0.0

  /// How likely the repro is no flake: it fails always where the bug is, and only there.
  public private(set) var steadiness = 1.0

  /// Runs so far, without those that were known at the beginning.
  public private(set) var runs = 0

  /// Which points explain the runs about as well as the best does, whatever their prior.
  private(set) var isConsistent: [Bool]

  /// What the runs say of both rates, if a point is the origin: all that differs between points.
  private(set) var evidence: [FailureModel.Evidence]

  /// For each point its place in `evidence`.
  private(set) var evidenceOf: [Int]

  /// The logarithm of how likely each point was the origin before anything had run.
  let logPrior: [Double]

  private let model: FailureModel

  /// A search over a history.
  ///
  /// - Parameters:
  ///   - ancestry: all that the last point stands on, at least one point.
  ///   - prior: how likely each point is the origin, before anything has run; more than 0, of any sum.
  ///   - known: runs at the last point that were made before.
  ///   - elsewhere: runs that were made where the bug is not, and not in this history: after the fix.
  public init(
    _ ancestry: Ancestry, prior: [Double], known: RunCount = RunCount(), elsewhere: RunCount = RunCount(),
    model: FailureModel = .standard
  ) {
    precondition(ancestry.count > 0 && prior.count == ancestry.count, "Each point has a prior.")
    precondition(prior.allSatisfy { $0 > 0 }, "Nothing is impossible before it was tried.")
    self.ancestry = ancestry
    self.model = model.given(elsewhere)
    evidence = []
    evidenceOf = []
    let total = prior.reduce(0, +)
    logPrior = prior.map { log($0 / total) }
    probabilities = []
    chanceOfBug = []
    isConsistent = []
    if known.runs > 0 { counts[ancestry.count - 1] = known }
    update()
  }

  /// Takes in runs at a point.
  public mutating func record(_ runs: RunCount, at point: Int) {
    counts[point] = (counts[point] ?? RunCount()) + runs
    self.runs += runs.runs
    update()
  }

  /// Takes in that the repro cannot be run at a point: it is not chosen again.
  public mutating func recordUntestable(_ point: Int) {
    untestable.insert(point)
  }

  /// Bayes' rule over all hypotheses.
  private mutating func update() {
    var withBug = [RunCount](repeating: RunCount(), count: ancestry.count)
    var all = RunCount()
    for (point, count) in counts {
      all = all + count
      ancestry.visit(point) { withBug[$0] = withBug[$0] + count }
    }
    // Between two points that have run all hypotheses say the same of the runs.
    var memory: [RunCount: Int] = [:]
    var evidence: [FailureModel.Evidence] = []
    var shares: [Double] = []
    var logs = logPrior
    var kind = [Int](repeating: 0, count: ancestry.count)
    for point in logs.indices {
      let count = withBug[point]
      if point > 0, withBug[point - 1] == count {
        kind[point] = kind[point - 1]
      } else if let known = memory[count] {
        kind[point] = known
      } else {
        kind[point] = evidence.count
        memory[count] = evidence.count
        evidence.append(model.evidence(withBug: count, withoutBug: all - count))
        shares.append(0)
      }
      logs[point] += evidence[kind[point]].logProbability
    }
    // A repro that fails always tells by one run what a flake, which is less likely from the start, tells by several.
    let best = evidence.reduce(-.infinity) { max($0, $1.logProbability) }
    isConsistent = kind.map { evidence[$0].logProbability > best - 1 }
    let greatest = logs.max() ?? 0
    var total = 0.0
    for point in logs.indices {
      logs[point] = exp(logs[point] - greatest)
      total += logs[point]
    }
    for point in logs.indices {
      logs[point] /= total
      shares[kind[point]] += logs[point]
    }
    rateWithBug = zip(shares, evidence).reduce(0) { $0 + $1.0 * $1.1.rateWithBug }
    rateWithoutBug = zip(shares, evidence).reduce(0) { $0 + $1.0 * $1.1.rateWithoutBug }
    steadiness = zip(shares, evidence).reduce(0) { $0 + $1.0 * $1.1.steadiness }
    self.evidence = evidence
    evidenceOf = kind
    probabilities = logs
    chanceOfBug = ancestry.sums(of: logs)
  }
}
