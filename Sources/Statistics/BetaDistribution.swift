#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The beta distribution, whose quantiles bound a rate that was estimated from counts.
struct BetaDistribution {
  let a: Double
  let b: Double

  init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
  }

  /// The probability of a value of at most `x`: the regularised incomplete beta function.
  ///
  /// The continued fraction of Lentz's method, as in Abramowitz and Stegun, Handbook of Mathematical
  /// Functions, 26.5.8, used on the side of the mean where it converges fast.
  func cumulative(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - BetaDistribution(b, a).cumulative(1 - x) }
    let logFront = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    return exp(logFront) * continuedFraction(x) / a
  }

  private func continuedFraction(_ x: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var product = d
    for step in 1...10_000 {
      let m = Double(step)
      for even in [true, false] {
        let numerator =
          even
          ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
          : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 + numerator * d
        c = 1 + numerator / c
        d = 1 / (abs(d) < tiny ? tiny : d)
        c = abs(c) < tiny ? tiny : c
        product *= d * c
      }
      if abs(d * c - 1) < 1e-15 { break }
    }
    return product
  }

  /// The value that is not exceeded with probability `p`, by bisection: exact to the last few bits.
  func quantile(_ p: Double) -> Double {
    var low = 0.0
    var high = 1.0
    for _ in 0..<200 where high > low {
      let middle = (low + high) / 2
      if middle == low || middle == high { break }
      if cumulative(middle) < p { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
