import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines from a descriptor, and waits for them without looking again and again.
struct FrameReader {
  /// What came.
  enum Frame: Equatable {
    /// A line, without its end.
    case line([UInt8])

    /// A line that is longer than any message may be; it was passed over.
    case tooLong

    /// The client has gone, or we are to stop.
    case end
  }

  /// More than any message that makes sense; a client that never ends a line must not take all memory.
  static let limit = 64 << 20

  private let descriptor: Int32
  private let interrupt: Interrupt
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var scanned = 0
  private var isPassingOver = false

  init(descriptor: Int32, interrupt: Interrupt, limit: Int = FrameReader.limit) {
    self.descriptor = descriptor
    self.interrupt = interrupt
    self.limit = limit
  }

  mutating func next() -> Frame {
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[start..<end]
        (start, scanned) = (end + 1, end + 1)
        if isPassingOver || line.count > limit {
          isPassingOver = false
          return .tooLong
        }
        return .line(Array(line))
      }
      // What was handed out goes; what was looked at is not looked at again.
      buffer.removeSubrange(..<start)
      (start, scanned) = (0, buffer.count)
      if buffer.count > limit {
        buffer = []
        scanned = 0
        isPassingOver = true
      }
      guard readSome() else { return .end }
    }
  }

  /// A last line without an end is no message: the client was cut short while it wrote.
  private mutating func readSome() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      guard Interrupt.first(of: [.reading(descriptor: descriptor), interrupt]) == 0 else { return false }
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return false }
      buffer += chunk[..<count]
      return true
    }
  }
}
