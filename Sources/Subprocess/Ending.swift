/// How a program ended.
public enum Ending: Sendable, Equatable {
  /// It ended by itself, with this status.
  case exit(Int32)

  /// A signal ended it.
  case signal(Int32)

  /// Whether it ended by itself with status 0.
  public var isSuccess: Bool { self == .exit(0) }
}

/// Why a program was ended by us before it ended by itself.
public enum Cutoff: Sendable, Equatable {
  /// It ran longer than its time limit.
  case timeLimit

  /// The user interrupted this process.
  case interrupt
}

/// What is known of a program that has ended.
public struct Outcome: Sendable, Equatable {
  /// How it ended; where `cutoff` is set, by our hand.
  public var ending: Ending

  /// Set where we ended it.
  public var cutoff: Cutoff?

  /// From just before the start to the end of the program, by the monotonic clock.
  public var duration: Duration

  /// Processor time in user mode, of the program and of those children that it waited for.
  public var userTime: Duration

  /// Processor time in system mode, likewise.
  public var systemTime: Duration

  /// The largest resident set of one of its processes, in bytes.
  public var peakMemory: Int

  /// How many processes had left the program's session (daemons) and were ended with it.
  public var strays: Int
}
