/// The set of bytes that stand in a line; those beyond ASCII share one place.
struct Alphabet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(of bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(min(byte, 127) - 64) }
    }
  }

  /// Whether every byte of `needle` is in the set; only then can a line contain it.
  func covers(_ needle: String) -> Bool {
    needle.utf8.allSatisfy { byte in
      byte < 64 ? low & 1 << UInt64(byte) != 0 : high & 1 << UInt64(min(byte, 127) - 64) != 0
    }
  }
}
