/// How a run ended.
public enum RunEnding: Sendable, Equatable {
  /// It left by itself, with this code.
  case exit(Int32)
  /// A signal ended it.
  case signal(Int32)
  /// It was still running when its time was up.
  case timeLimit
}

extension RunEnding {
  /// Whether the program crashed: by a signal of its own making, or as a shell reports one (128 + signal).
  var isCrash: Bool {
    switch self {
    case .signal: true
    // ILL, TRAP, ABRT, BUS, FPE, SEGV. A shell's 130 (INT), 137 (KILL) and 143 (TERM) say nothing of the
    // program.
    case .exit(let code): [132, 133, 134, 135, 136, 139].contains(code)
    case .timeLimit: false
    }
  }
}
