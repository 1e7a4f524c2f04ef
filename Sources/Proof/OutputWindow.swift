/// The beginning and the end of what a run printed.
struct OutputWindow {
  private(set) var head: [UInt8] = []
  private(set) var tail = RingBuffer(capacity: RunLog.window)

  /// How much there was, in bytes.
  private(set) var size = 0

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    let room = RunLog.window - head.count
    head += bytes.prefix(room)
    if bytes.count > room { tail.append(bytes.dropFirst(room)) }
    size += bytes.count
  }

  /// All of it, or both ends with a line between them that says how much is missing.
  var text: [UInt8] {
    let end = tail.contents
    let gap = size - head.count - end.count
    return head + (gap > 0 ? Self.notice(of: gap) : []) + end
  }

  static func notice(of gap: Int) -> [UInt8] {
    Array("\n[… \(gap) bytes are left out here …]\n".utf8)
  }
}
