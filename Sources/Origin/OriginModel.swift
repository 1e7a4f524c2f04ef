#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much each feature counts: a linear score, and probabilities by softmax over the candidates.
///
/// One more candidate stands for "none of these": its score is `outside`.
public struct OriginModel: Sendable, Equatable {
  /// The weights.
  public var weights: [Feature: Double]

  /// The score of "none of these".
  public var outside: Double

  /// Below this probability the best candidate is not called most likely.
  public var threshold: Double

  /// A model from its parts.
  public init(weights: [Feature: Double], outside: Double, threshold: Double) {
    self.weights = weights
    self.outside = outside
    self.threshold = threshold
  }

  /// The probability of each candidate, and that it is none of them.
  func probabilities(_ candidates: [[Feature: Double]]) -> (each: [Double], outside: Double) {
    let scores = candidates.map { features in
      Feature.allCases.reduce(0.0) { $0 + (weights[$1] ?? 0) * (features[$1] ?? 0) }
    }
    let greatest = max(scores.max() ?? outside, outside)
    let powers = scores.map { exp($0 - greatest) }
    let none = exp(outside - greatest)
    let sum = powers.reduce(none, +)
    return (powers.map { $0 / sum }, none / sum)
  }
}
