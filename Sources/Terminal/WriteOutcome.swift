/// How writing to a descriptor ended.
public enum WriteOutcome: Sendable, Equatable {
  /// All bytes were written.
  case written
  /// The reader has gone; there is nobody left to tell, and nothing wrong.
  case closed
  /// The system refused with this error number.
  case failed(errno: Int32)
}
