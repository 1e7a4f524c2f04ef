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

  /// The byte that stands behind a backslash: a letter, a sign, or three octal digits.
  private static func escaped(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    guard let sign = rest.popFirst() else { return nil }
    switch sign {
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "v"): return 0x0B
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
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
    default: return nil
    }
  }
}
