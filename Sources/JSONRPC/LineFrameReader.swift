public import Subprocess

/// Reads messages that are a line each, as the Model Context Protocol has them over stdio.
public struct LineFrameReader {
  private var source: DescriptorReader
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var scanned = 0
  private var isPassingOver = false

  /// Reads from a descriptor until an interrupt comes.
  public init(descriptor: Int32, interrupt: Interrupt, limit: Int = Frame.limit) {
    source = DescriptorReader(descriptor: descriptor, interrupts: [interrupt])
    self.limit = limit
  }

  /// The next line, without its end; a last line without one is no message: the client was cut short while it wrote.
  public mutating func next() -> Frame {
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[start..<end]
        (start, scanned) = (end + 1, end + 1)
        if isPassingOver || line.count > limit {
          isPassingOver = false
          return .tooLong
        }
        return .message(Array(line))
      }
      // What was handed out goes; what was looked at is not looked at again.
      buffer.removeSubrange(..<start)
      (start, scanned) = (0, buffer.count)
      if buffer.count > limit {
        buffer = []
        scanned = 0
        isPassingOver = true
      }
      guard source.readSome(into: &buffer) else { return .end }
    }
  }
}
