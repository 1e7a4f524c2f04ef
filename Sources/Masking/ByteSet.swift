/// A set of ASCII characters, asked once a byte.
struct ByteSet: Sendable, Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The characters of a text.
  init(_ characters: String) {
    for byte in characters.utf8 { insert(byte) }
  }

  private mutating func insert(_ byte: UInt8) {
    precondition(byte < 128, "Sets are of ASCII characters.")
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
    return byte < 128 && high >> UInt64(byte - 64) & 1 == 1
  }

  /// What either holds.
  static func + (one: ByteSet, other: ByteSet) -> ByteSet {
    var both = one
    both.low |= other.low
    both.high |= other.high
    return both
  }

  static let lower = ByteSet("abcdefghijklmnopqrstuvwxyz")
  static let upper = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  static let digits = ByteSet("0123456789")
  static let letters = lower + upper
  static let alphanumeric = letters + digits
  static let hex = digits + ByteSet("abcdefABCDEF")
  static let lowerHex = digits + ByteSet("abcdef")
  static let base32 = upper + ByteSet("234567")
  static let base64 = alphanumeric + ByteSet("+/=")
  static let base64URL = alphanumeric + ByteSet("-_")
  static let identifier = alphanumeric + ByteSet("-_")
}
