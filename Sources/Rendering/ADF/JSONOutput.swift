/// JSON as it grows, byte by byte.
///
/// Most of a rendering is spent here: the two calls that reach into the memory of a text are marked.
struct JSONOutput {
  private(set) var bytes: [UInt8] = []

  init() {
    // Most renderings are longer: what is short at first is copied again and again.
    bytes.reserveCapacity(1 << 14)
  }

  /// Writes JSON as it is.
  mutating func put(_ json: StaticString) {
    json.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes a sign.
  mutating func put(byte: UInt8) {
    bytes.append(byte)
  }

  /// Writes a whole number.
  mutating func put(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a text as a string of JSON; what JSON allows as it is stays as it is.
  mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var start = 0
      for place in text.indices where unsafe Self.isEscaped(text[place]) {
        unsafe bytes.append(contentsOf: text[start..<place])
        unsafe escape(text[place])
        start = place + 1
      }
      unsafe bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): put("\\\"")
    case UInt8(ascii: "\\"): put("\\\\")
    case 0x0A: put("\\n")
    case 0x0D: put("\\r")
    case 0x09: put("\\t")
    default:
      put(byte < 0x10 ? "\\u000" : "\\u001")
      bytes.append("0123456789abcdef".utf8.dropFirst(Int(byte & 15)).first ?? UInt8(ascii: "0"))
    }
  }
}
