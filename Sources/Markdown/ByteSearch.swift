#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

extension UnsafeRawBufferPointer {
  /// The place of the first such byte from a place on, found many bytes at a time.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress else { return nil }
    return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - base }
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where some bytes stand first; nil where they do not, or are none.
  public func place(of wanted: some Collection<UInt8>) -> Int? {
    place(of: wanted) { _ in true }
  }

  /// Where a word stands first, no letter, digit or underscore next to it.
  public func placeOfWord(_ word: some Collection<UInt8>) -> Int? {
    place(of: word) { range in
      (range.lowerBound == startIndex || !Byte.isOfWord(self[range.lowerBound - 1]))
        && (range.upperBound == endIndex || !Byte.isOfWord(self[range.upperBound]))
    }
  }

  private func place(of wanted: some Collection<UInt8>, where isMeant: (Range<Int>) -> Bool) -> Int? {
    guard let head = wanted.first else { return nil }
    var start = startIndex
    while let next = self[start...].firstIndex(of: head) {
      if self[next...].starts(with: wanted), isMeant(next..<next + wanted.count) { return next }
      start = next + 1
    }
    return nil
  }
}
