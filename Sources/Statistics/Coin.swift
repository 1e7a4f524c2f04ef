/// A fair coin with a seed, so that a sequence of throws can be repeated: SplitMix64.
///
/// Source of the generator: G. Steele, D. Lea, C. Flood, Fast Splittable Pseudorandom Number Generators,
/// OOPSLA 2014.
public struct Coin: RandomNumberGenerator, Sendable, Equatable {
  private var state: UInt64

  /// A coin whose throws follow from `seed`.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One throw.
  public mutating func isHeads() -> Bool {
    next() >> 63 == 1
  }
}
