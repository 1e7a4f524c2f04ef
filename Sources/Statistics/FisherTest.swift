#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Fisher's exact test of two proportions.
public enum FisherTest {
  /// The probability, were both rates equal, of `first` having at least as many events as it had.
  ///
  /// One-sided; the totals are held fixed. Source: R. A. Fisher, Journal of the Royal Statistical Society 98
  /// (1935), 39-82. It holds for one look at a fixed number of trials, not for optional stopping.
  public static func greater(_ first: Proportion, than second: Proportion) -> Double {
    let events = first.count + second.count
    let total = first.total + second.total
    if total == 0 { return 1 }
    let most = min(events, first.total)
    if first.count > most { return 1 }
    var sum = 0.0
    for count in first.count...most where events - count <= second.total {
      sum += exp(
        logChoose(first.total, count) + logChoose(second.total, events - count) - logChoose(total, events))
    }
    return min(1, sum)
  }

  private static func logChoose(_ n: Int, _ k: Int) -> Double {
    lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
  }
}
