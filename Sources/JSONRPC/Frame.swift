/// What came from the other side of the wire.
public enum Frame: Equatable, Sendable {
  /// The bytes of a message.
  case message([UInt8])

  /// A message that is longer than any may be; it was passed over.
  case tooLong

  /// Bytes that begin no message, in words; they were passed over.
  case malformed(String)

  /// The other side has gone, or we are to stop.
  case end

  /// More than any message that makes sense; a client that never ends one must not take all memory.
  public static let limit = 64 << 20
}
