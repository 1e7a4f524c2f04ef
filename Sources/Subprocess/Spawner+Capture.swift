/// What a program printed, held in memory.
public struct Capture: Sendable {
  /// How it ended.
  public var outcome: Outcome

  /// Its standard output, up to the limit.
  public var output: [UInt8]

  /// Its standard error, up to the limit.
  public var error: [UInt8]

  /// Whether either output was longer than the limit.
  public var isCut: Bool
}

extension Spawner {
  /// Runs `command` and keeps what it prints, at most `limit` bytes of each output.
  public func capture(
    _ command: Command, input: [UInt8]? = nil, timeLimit: Duration? = nil, limit: Int = 64 << 20
  ) throws -> Capture {
    var output: [UInt8] = []
    var error: [UInt8] = []
    var isCut = false
    let outcome = try run(command, input: input, timeLimit: timeLimit) { stream, bytes in
      let room = limit - (stream == .output ? output.count : error.count)
      isCut = isCut || bytes.count > room
      switch stream {
      case .output: output += bytes.prefix(room)
      case .error: error += bytes.prefix(room)
      }
    }
    return Capture(outcome: outcome, output: output, error: error, isCut: isCut)
  }

  /// From now on this process inherits what its programs leave behind, so that they can be ended whole (Linux).
  ///
  /// - Throws: `SubprocessError` where the system refuses.
  public static func adoptOrphans() throws(SubprocessError) {
    try LiveChildren.adoptOrphans()
  }

  /// Ends every program that is still running: for a process that is about to end itself, whoever waits for them.
  public static func endAll() { LiveChildren.endAll() }
}
