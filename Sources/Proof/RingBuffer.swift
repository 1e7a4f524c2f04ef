/// The last bytes of a stream.
struct RingBuffer {
  private let capacity: Int
  private var bytes: [UInt8] = []

  /// Where the oldest byte stands once the buffer is full.
  private var start = 0

  init(capacity: Int) {
    self.capacity = capacity
  }

  mutating func append(_ new: ArraySlice<UInt8>) {
    var rest = new
    if bytes.count < capacity {
      let part = rest.prefix(capacity - bytes.count)
      bytes += part
      rest = rest.dropFirst(part.count)
    }
    // Of what is longer than the whole buffer only the end can stay.
    rest = rest.suffix(capacity)
    while !rest.isEmpty {
      let part = rest.prefix(capacity - start)
      bytes.replaceSubrange(start..<(start + part.count), with: part)
      start = (start + part.count) % capacity
      rest = rest.dropFirst(part.count)
    }
  }

  /// The bytes, the oldest first.
  var contents: [UInt8] { Array(bytes[start...]) + Array(bytes[..<start]) }
}
