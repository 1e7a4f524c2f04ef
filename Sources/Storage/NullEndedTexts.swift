#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The texts of a file that are each ended by a NUL, read one after the other; the last may do without.
public struct NullEndedTexts: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// What of the chunk is still to be taken.
  private var rest = 0..<0

  /// Opens a file.
  public init(of path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.read, path, code: errno) }
  }

  deinit {
    close(descriptor)
  }

  /// The next text; nil behind the last.
  public mutating func next() throws(FileError) -> [UInt8]? {
    var text: [UInt8] = []
    var isBegun = false
    while true {
      if rest.isEmpty, try !readChunk() { return isBegun ? text : nil }
      isBegun = true
      let end = endOfText()
      text += chunk[rest.lowerBound..<(end ?? rest.upperBound)]
      rest = (end.map { $0 + 1 } ?? rest.upperBound)..<rest.upperBound
      if end != nil { return text }
    }
  }

  /// Where the NUL is, found many bytes at a time.
  private func endOfText() -> Int? {
    chunk.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return nil }
      return memchr(start + rest.lowerBound, 0, rest.count).map { UnsafeRawPointer($0) - start }
    }
  }

  /// Reads on; false at the end of the file.
  private mutating func readChunk() throws(FileError) -> Bool {
    while true {
      let count = FileTree.readSome(descriptor, &chunk)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError(.read, path, code: errno) }
      rest = 0..<count
      return count > 0
    }
  }
}
