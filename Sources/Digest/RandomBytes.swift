private import CSodium

/// Random bytes from the system, by libsodium.
public enum RandomBytes {
  /// `count` random bytes as hexadecimal digits, two a byte.
  public static func hexadecimal(count: Int) -> String {
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return hexadecimalText(bytes)
  }

  /// A random number of 64 bits.
  public static func number() -> UInt64 {
    UInt64(randombytes_random()) << 32 | UInt64(randombytes_random())
  }
}
