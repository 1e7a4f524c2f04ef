#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much each feature counts: a linear score, and probabilities by softmax over the candidates.
///
/// One more candidate stands for "none of these": its score is `outside`. The greatest probability is then scaled by what
/// was seen of how often it is right (Platt 1999), and the others share the rest as before.
public struct OriginModel: Sendable, Equatable {
  /// The weights.
  public var weights: [Feature: Double]

  /// The score of "none of these".
  public var outside: Double

  /// What the logit of the greatest probability is multiplied by.
  public var slope: Double

  /// What is added to it.
  public var offset: Double

  /// Below this probability the best candidate is not called most likely.
  public var threshold: Double

  /// A model from its parts.
  public init(
    weights: [Feature: Double], outside: Double, slope: Double, offset: Double, threshold: Double
  ) {
    self.weights = weights
    self.outside = outside
    self.slope = slope
    self.offset = offset
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
    return scaled(powers.map { $0 / sum }, outside: none / sum)
  }

  private func scaled(_ each: [Double], outside: Double) -> (each: [Double], outside: Double) {
    guard let best = each.indices.max(by: { each[$0] < each[$1] }) else { return (each, outside) }
    let chance = min(max(each[best], 1e-6), 1 - 1e-6)
    let first = 1 / (1 + exp(-(slope * log(chance / (1 - chance)) + offset)))
    let rest = (1 - first) / max(1e-9, 1 - each[best])
    var result = each.map { $0 * rest }
    result[best] = first
    return (result, outside * rest)
  }
}
