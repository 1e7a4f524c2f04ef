/// The way in which git prints names that would be ambiguous as they are: in double quotes, with the escapes of C.
///
/// Names with quotes, backslashes and control characters are always quoted; with `core.quotePath`, so is every byte
/// beyond ASCII, as "\303\274". See the description of `core.quotePath` in git-config(1).
enum QuotedPath {
  /// Reads a name that begins with a quote, and gives what stands behind it; nil where it is none, or does not end.
  static func read(_ text: ArraySlice<UInt8>) -> (name: [UInt8], rest: ArraySlice<UInt8>)? {
    guard text.first == UInt8(ascii: "\"") else { return nil }
    var rest = text.dropFirst()
    var name: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return (name, rest)
      case UInt8(ascii: "\\"):
        guard let escaped = escaped(&rest) else { return nil }
        name.append(escaped)
      default: name.append(byte)
      }
    }
    return nil
  }

  /// A name as git prints it without `core.quotePath`: quoted where it holds quotes, backslashes or control characters.
  static func write(_ name: [UInt8]) -> [UInt8] {
    guard
      name.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
      )
    else { return name }
    return [UInt8(ascii: "\"")] + name.flatMap(escaped) + [UInt8(ascii: "\"")]
  }

  /// The letters that stand for the bytes from 0x07 on.
  private static let letters = Array("abtnvfr".utf8)

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    switch byte {
    case 0x07...0x0D: return [backslash, letters[Int(byte - 0x07)]]
    case UInt8(ascii: "\""), backslash: return [backslash, byte]
    case ..<0x20, 0x7F:
      return [backslash] + [byte >> 6, byte >> 3 & 7, byte & 7].map { UInt8(ascii: "0") + $0 }
    default: return [byte]
    }
  }

  /// The byte that stands behind a backslash: a letter, a sign, or three octal digits.
  private static func escaped(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    guard let sign = rest.popFirst() else { return nil }
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return sign
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      var value = sign - UInt8(ascii: "0")
      for _ in 0..<2 {
        guard let digit = rest.popFirst(), (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else {
          return nil
        }
        value = value << 3 | (digit - UInt8(ascii: "0"))
      }
      return value
    default: return letters.firstIndex(of: sign).map { UInt8($0) + 0x07 }
    }
  }
}
