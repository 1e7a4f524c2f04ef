#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `count` events seen in `total` independent trials.
public struct Proportion: Sendable, Equatable {
  /// How many trials showed the event.
  public var count: Int

  /// How many trials there were.
  public var total: Int

  /// `count` of `total`; both are at least zero, and `count` is at most `total`.
  public init(_ count: Int, of total: Int) {
    precondition(count >= 0 && count <= total, "A proportion counts some of its trials.")
    self.count = count
    self.total = total
  }

  /// The share seen, or nil where there was no trial.
  public var rate: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// The Clopper-Pearson interval of the true rate: it holds the rate with *at least* this probability.
  ///
  /// Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934), 404-413, by quantiles of the beta
  /// distribution.
  public func exactInterval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let tail = (1 - confidence) / 2
    let low = count == 0 ? 0 : BetaDistribution(Double(count), Double(total - count + 1)).quantile(tail)
    let high =
      count == total ? 1 : BetaDistribution(Double(count + 1), Double(total - count)).quantile(1 - tail)
    return min(low, high)...max(low, high)
  }

  /// The Wilson score interval of the true rate: close to this probability on average, and shorter.
  ///
  /// Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
  public func wilsonInterval(confidence: Double = 0.95) -> ClosedRange<Double> {
    guard let rate else { return 0...1 }
    let z = NormalDistribution.quantile(1 - (1 - confidence) / 2)
    let n = Double(total)
    let centre = (rate + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, count == 0 ? 0 : centre - half)...min(1, count == total ? 1 : centre + half)
  }

  /// The largest rate that is not excluded, one-sided: after 0 of N it is 1 - 0.05^(1/N), about 3/N.
  public func upperBound(confidence: Double = 0.95) -> Double {
    if count == total { return 1 }
    return BetaDistribution(Double(count + 1), Double(total - count)).quantile(confidence)
  }

  /// How many trials show an event of `rate` at least once with this probability: ln(1-c) / ln(1-rate).
  ///
  /// 30 % wants 9, 10 % wants 29, 5 % wants 59, 1 % wants 299 for 95 %.
  public static func trialsToSee(rate: Double, confidence: Double = 0.95) -> Int {
    if rate >= 1 { return 1 }
    if rate <= 0 { return .max }
    // A hair below the quotient, so that an exact whole number is not rounded up by its last digit.
    let trials = (log1p(-confidence) / log1p(-rate)) * (1 - 1e-12)
    return trials < 1e15 ? Int(trials.rounded(.up)) : .max
  }
}
