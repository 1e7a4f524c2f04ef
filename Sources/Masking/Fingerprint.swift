import Digest

/// What tells a secret from others without saying it.
enum Fingerprint {
  /// What precedes a fingerprint in the text.
  static let mark = "MASKED-"

  static let length = 12

  /// The digits for a secret's bytes.
  static func digits(of bytes: some Sequence<UInt8>) -> String {
    String(SHA256.hexadecimal(of: bytes).prefix(length))
  }

  /// The digits in what a user copied: `MASKED-kind-digits`, `kind-digits` or the digits alone.
  static func digits(in text: String) -> String? {
    let last = text.lowercased().suffix(length)
    guard last.utf8.count == length, last.utf8.allSatisfy({ ByteSet.lowerHex.contains($0) }) else {
      return nil
    }
    let rest = text.utf8.dropLast(length)
    return rest.isEmpty || rest.last == UInt8(ascii: "-") ? String(last) : nil
  }
}
