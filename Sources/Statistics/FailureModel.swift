#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs, counted by how they ended.
public struct RunCount: Sendable, Equatable, Hashable {
  /// Runs that failed.
  public var failures: Int

  /// Runs that passed.
  public var passes: Int

  /// No run, or so many.
  public init(failures: Int = 0, passes: Int = 0) {
    self.failures = failures
    self.passes = passes
  }

  /// All runs.
  public var runs: Int { failures + passes }

  /// The runs of both.
  static func + (first: RunCount, second: RunCount) -> RunCount {
    RunCount(failures: first.failures + second.failures, passes: first.passes + second.passes)
  }

  /// The runs of the first that are not those of the second.
  static func - (first: RunCount, second: RunCount) -> RunCount {
    RunCount(failures: first.failures - second.failures, passes: first.passes - second.passes)
  }
}

/// What is believed of a repro before it has run: how often it fails where the bug is, and where it is not.
///
/// A mixture: repros that fail always and only there; and flakes of any rate that fail elsewhere never, or in up to seven
/// runs of a hundred. The greatest of these rates lies above one in twenty, so that one in twenty, too, is taken for what
/// it is: were it the last that is believed possible, what is believed of it would lie below it on the whole. The runs themselves decide between them. A rate of which nothing is known has a closed form: its runs
/// follow the beta-binomial distribution (J. G. Skellam, Journal of the Royal Statistical Society B 10, 1948).
public struct FailureModel: Sendable {
  /// What is believed of a rate: that it is always so, or a beta distribution.
  enum Rate: Sendable {
    case always(Double)
    case beta(Double, Double)

    /// The logarithm of the probability of runs in their order.
    func logProbability(_ count: RunCount) -> Double {
      let (failures, passes) = (Double(count.failures), Double(count.passes))
      switch self {
      case .always(let rate):
        return (count.failures > 0 ? failures * log(rate) : 0)
          + (count.passes > 0 ? passes * log1p(-rate) : 0)
      case .beta(let a, let b):
        return Self.logBeta(a + failures, b + passes) - Self.logBeta(a, b)
      }
    }

    /// The rate that is expected after runs.
    func mean(after count: RunCount) -> Double {
      switch self {
      case .always(let rate): rate
      case .beta(let a, let b): (a + Double(count.failures)) / (a + b + Double(count.runs))
      }
    }

    /// Whether every run fails.
    var isCertain: Bool { if case .always(1) = self { true } else { false } }

    private static func logBeta(_ a: Double, _ b: Double) -> Double { lgamma(a) + lgamma(b) - lgamma(a + b) }
  }

  /// One kind of repro.
  struct Kind: Sendable {
    let share: Double
    let withBug: Rate
    let withoutBug: Rate
  }

  let kinds: [Kind]

  /// The share of all kinds but the steady one.
  private let flakes: Double

  init(kinds: [Kind]) {
    self.kinds = kinds
    flakes = kinds.reduce(0) { $1.withBug.isCertain ? $0 : $0 + $1.share }
  }

  /// What is believed of a flake of which both rates are known.
  public init(rateWithBug: Double, rateWithoutBug: Double) {
    self.init(kinds: [Kind(share: 1, withBug: .always(rateWithBug), withoutBug: .always(rateWithoutBug))])
  }

  /// What is believed where nothing is known of the repro.
  public static let standard = FailureModel(
    kinds: [Kind(share: 0.95, withBug: .always(1), withoutBug: .always(0))]
      + [(0.012, 0.0), (0.01, 0.01), (0.008, 0.03), (0.014, 0.05), (0.006, 0.07)].map {
        Kind(share: $0.0, withBug: .beta(1, 1), withoutBug: .always($0.1))
      })

  /// So likely the repro fails after the fix as often as it did before the bug: other code lies between.
  private static let likeness = 0.95

  /// What is believed after runs at a place without the bug that is no part of the history, such as the fix.
  func given(_ elsewhere: RunCount) -> FailureModel {
    let chances = kinds.map { exp($0.withoutBug.logProbability(elsewhere)) }
    let expected = zip(kinds, chances).reduce(0) { $0 + $1.0.share * $1.1 }
    guard expected > 0 else { return self }
    return FailureModel(
      kinds: zip(kinds, chances).map { kind, chance in
        Kind(
          share: kind.share * (Self.likeness * chance / expected + 1 - Self.likeness), withBug: kind.withBug,
          withoutBug: kind.withoutBug)
      })
  }

  /// How well a belief explains runs, and the rates that follow from it.
  struct Evidence {
    /// The logarithm of the probability of the runs.
    let logProbability: Double

    /// The failure rate where the bug is.
    let rateWithBug: Double

    /// The failure rate where it is not.
    let rateWithoutBug: Double

    /// How likely the repro fails always with the bug and never without it.
    let steadiness: Double

    /// The logarithm of the probability of the runs, if the repro is a flake.
    let logProbabilityIfFlake: Double
  }

  /// Holds the model against the runs with the bug and without it.
  func evidence(withBug: RunCount, withoutBug: RunCount) -> Evidence {
    let terms = kinds.map { kind in
      log(kind.share) + kind.withBug.logProbability(withBug) + kind.withoutBug.logProbability(withoutBug)
    }
    let greatest = terms.max() ?? -.infinity
    guard greatest > -.infinity else {
      return Evidence(
        logProbability: -.infinity, rateWithBug: 1, rateWithoutBug: 0, steadiness: 0,
        logProbabilityIfFlake: -.infinity)
    }
    var (total, rateWithBug, rateWithoutBug, steady) = (0.0, 0.0, 0.0, 0.0)
    for (kind, term) in zip(kinds, terms) {
      let weight = exp(term - greatest)
      total += weight
      rateWithBug += weight * kind.withBug.mean(after: withBug)
      rateWithoutBug += weight * kind.withoutBug.mean(after: withoutBug)
      if kind.withBug.isCertain { steady += weight }
    }
    return Evidence(
      logProbability: greatest + log(total), rateWithBug: rateWithBug / total,
      rateWithoutBug: rateWithoutBug / total, steadiness: steady / total,
      logProbabilityIfFlake: greatest + log(max(total - steady, 0)) - log(flakes))
  }
}
