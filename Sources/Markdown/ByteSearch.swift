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

extension [UInt8] {
  /// Where some bytes stand first; nil where they do not, or are none.
  @inlinable public func place(of wanted: some Collection<UInt8>) -> Int? { self[...].place(of: wanted) }

  /// Where a word stands first, no letter, digit or underscore next to it.
  @inlinable public func placeOfWord(_ word: some Collection<UInt8>) -> Int? { self[...].placeOfWord(word) }
}

extension ArraySlice<UInt8> {
  /// Where some bytes stand first; nil where they do not, or are none.
  @inlinable public func place(of wanted: some Collection<UInt8>) -> Int? {
    place(of: Array(wanted), asWord: false)
  }

  /// Where a word stands first, no letter, digit or underscore next to it.
  @inlinable public func placeOfWord(_ word: some Collection<UInt8>) -> Int? {
    place(of: Array(word), asWord: true)
  }

  /// One search for all kinds of collections, which is compiled for the bytes in memory that all of them are.
  @usableFromInline func place(of wanted: [UInt8], asWord isWord: Bool) -> Int? {
    withUnsafeBytes { text in
      wanted.withUnsafeBytes { wanted in
        guard let head = wanted.first, let letters = wanted.baseAddress, let base = text.baseAddress else {
          return nil
        }
        var start = 0
        while let place = text.firstIndex(of: head, from: start) {
          let end = place + wanted.count
          guard end <= text.count else { return nil }
          if memcmp(base + place, letters, wanted.count) == 0, !isWord || text.holdsWord(at: place..<end) {
            return startIndex + place
          }
          start = place + 1
        }
        return nil
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether nothing beside a range is a part of a word.
  fileprivate func holdsWord(at range: Range<Int>) -> Bool {
    (range.lowerBound == 0 || !Byte.isOfWord(self[range.lowerBound - 1]))
      && (range.upperBound == count || !Byte.isOfWord(self[range.upperBound]))
  }
}
