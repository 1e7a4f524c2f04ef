/// How much a finding weighs.
public enum Severity: String, Sendable, Encodable, CaseIterable {
  /// Worth a thought; nothing waits for it.
  case suggestion

  /// To be mended, or allowed with a reason.
  case warning

  /// A record with it is not posted.
  case error
}

extension Severity: Comparable {
  private var weight: Int {
    switch self {
    case .suggestion: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Whether `left` weighs less than `right`.
  public static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }
}
