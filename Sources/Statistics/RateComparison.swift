#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which of two sides fails more often, from pairs of runs, at any time.
///
/// For use where both sides fail: it measures how strongly the pairs with unequal outcomes speak against a fair
/// coin. The measure is the average, over possible coins, of the ratio of likelihoods: a martingale with mean 1
/// if the coin is fair, so that it passes 1/α ever with a probability of at most α (Ville 1939).
public struct RateComparison: Sendable, Equatable {
  /// Pairs in which only the first side failed.
  public var onlyFirst = 0

  /// Pairs in which only the second side failed.
  public var onlySecond = 0

  /// No pair yet.
  public init() {}

  /// Adds a pair.
  public mutating func record(first: Bool, second: Bool) {
    if first, !second { onlyFirst += 1 }
    if second, !first { onlySecond += 1 }
  }

  /// Whether the first side fails more often, with an error of at most `errorBound`.
  public func firstFailsMoreOften(errorBound: Double) -> Bool {
    Self.evidence(for: onlyFirst, against: onlySecond) >= 1 / errorBound
  }

  /// Whether the second side fails more often, with an error of at most `errorBound`.
  public func secondFailsMoreOften(errorBound: Double) -> Bool {
    Self.evidence(for: onlySecond, against: onlyFirst) >= 1 / errorBound
  }

  /// The ratio of likelihoods against a fair coin, averaged over coins with chances 0.505, 0.515, … 0.995.
  private static func evidence(for favourable: Int, against unfavourable: Int) -> Double {
    let steps = 50
    var sum = 0.0
    for step in 0..<steps {
      let chance = 0.5 + (Double(step) + 0.5) / Double(2 * steps)
      sum += exp(Double(favourable) * log(2 * chance) + Double(unfavourable) * log(2 * (1 - chance)))
    }
    return sum / Double(steps)
  }
}
