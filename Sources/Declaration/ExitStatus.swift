/// What the process says to its caller as it ends: one table for the whole tool.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  /// The work is done.
  case succeeded = 0
  /// The work could not be done.
  case failed = 1
  /// The command line was not understood.
  case usage = 2
  /// The gate is closed, or the proof does not hold.
  case refused = 3
  /// A permission, a credential or a setting is missing or wrong; a read-only file system permits no writing.
  case configuration = 4
  /// Nothing goes out before a person has signed.
  case signOffNeeded = 5
  /// Somebody else changed the same thing.
  case conflict = 6
  /// The network failed; the same command may succeed later.
  case network = 7
  /// The review has findings.
  case findings = 8
  /// The person pressed Ctrl-C.
  case interrupted = 130

  /// The meaning in a few words, for help and the manual.
  public var meaning: String {
    switch self {
    case .succeeded: "success"
    case .failed: "failure"
    case .usage: "wrong usage"
    case .refused: "refused or not proved"
    case .configuration: "a permission, a credential or a setting is missing or wrong"
    case .signOffNeeded: "sign-off needed"
    case .conflict: "conflict"
    case .network: "network failure, worth trying again"
    case .findings: "findings"
    case .interrupted: "interrupted"
    }
  }
}
