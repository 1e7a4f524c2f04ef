#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A sequential sign test over pairs of runs, one before the fix and one after, that may be stopped at any time.
///
/// In each pair a fair coin decides which side runs first. If the fix did nothing, then in a pair where exactly
/// one of the two runs fails it is the one *before* with probability at most 1/2, whatever happened earlier:
/// neither a steady failure rate nor a steady machine is assumed. So the probability that the first `k` such
/// pairs all have their failure before the fix, and that no run after it has failed until then, is at most 2^-k;
/// and as that is one event of the whole sequence, it makes no difference when one stops to look.
///
/// Sources: A. Wald, Sequential Analysis (1947), chapter 6 (double dichotomies: only pairs with unequal outcomes
/// count); J. Ville, Étude critique de la notion de collectif (1939), for the bound under optional stopping.
public struct PairedSignTest: Sendable, Equatable {
  /// The largest probability of a proof where the fix did nothing.
  public let errorBound: Double

  /// Pairs so far.
  public private(set) var pairs = 0

  /// Pairs so far in which only the run before the fix failed.
  public private(set) var failuresOnlyBefore = 0

  /// Pairs so far in which the run after the fix failed.
  public private(set) var failuresAfter = 0

  private var failedInEveryPair = true

  /// A test whose error is at most `errorBound`, between 0 and 1/2.
  public init(errorBound: Double) {
    precondition(errorBound > 0 && errorBound < 0.5, "The bound on the error is a small probability.")
    self.errorBound = errorBound
  }

  /// Adds a pair of runs: whether each of them failed.
  public mutating func record(failedBefore: Bool, failedAfter: Bool) {
    pairs += 1
    if failedAfter { failuresAfter += 1 }
    if failedBefore, !failedAfter { failuresOnlyBefore += 1 } else { failedInEveryPair = false }
  }

  /// How many pairs with a failure before and none after are enough where every pair so far was one.
  public var pairsIfSteady: Int { Int((-log2(errorBound)).rounded(.up)) }

  /// How many are enough where some runs before the fix passed: seven more, which is a bound 128 times smaller.
  ///
  /// The greater demand takes a flaky repro from the edge of the bound to far below it, and it guards against the usual
  /// false fix of a flake, which only makes it rarer: one that takes the rate from 1/3 to 1/9 stays unseen after it
  /// with a probability of (8/11)^17, less than 1 in 200. A flake of 30 % then takes some 56 runs a side.
  /// It adds nothing to the error: whether the first pairs were all unequal does not depend on the coins.
  public var pairsIfFlaky: Int { pairsIfSteady + 7 }

  /// Whether the runs so far prove that the fix lowers the failure rate, with no failure after it.
  public var isProof: Bool {
    guard failuresAfter == 0 else { return false }
    return failuresOnlyBefore >= pairsIfFlaky || (isSteady && failuresOnlyBefore >= pairsIfSteady)
  }

  /// The bound on the probability of runs such as these if the fix did nothing: 2^-k.
  public var chanceIfNoEffect: Double { failuresAfter > 0 ? 1 : exp2(-Double(failuresOnlyBefore)) }

  /// Whether the run before the fix failed in each of the first pairs, those that a steady failure needs.
  private var isSteady: Bool { failedInEveryPair }
}
