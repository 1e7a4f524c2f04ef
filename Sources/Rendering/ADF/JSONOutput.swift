/// JSON as it grows, byte by byte.
///
/// Most of a rendering is spent here: the calls that reach into the memory of a text are marked.
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

  /// Writes a whole number.
  mutating func put(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Parts an element of an array from the one before it: only the first one stands behind the bracket.
  mutating func separate() {
    if bytes.last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
  }

  /// Writes a text as a string of JSON; what JSON allows as it is stays as it is.
  mutating func quote(_ text: String) {
    var text = text
    text.withUTF8 { text in unsafe quote(UnsafeRawBufferPointer(text)) }
  }

  /// Writes a text of UTF-8 as a string of JSON.
  mutating func quote(_ text: ArraySlice<UInt8>) {
    unsafe text.withUnsafeBytes { text in unsafe quote(text) }
  }

  private mutating func quote(_ text: UnsafeRawBufferPointer) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    var place = 0
    while place < text.count {
      // Eight bytes at once, as long as none of them has to be escaped.
      if place + 8 <= text.count,
        unsafe !Self.hasEscaped(text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      {
        place += 8
        continue
      }
      let end = min(place + 8, text.count)
      while place < end {
        if unsafe Self.isEscaped(text[place]) {
          unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<place]))
          unsafe escape(text[place])
          start = place + 1
        }
        place += 1
      }
    }
    unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start...]))
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Whether one of eight bytes has to be escaped.
  ///
  /// Source of the arithmetic: S. E. Anderson, Bit Twiddling Hacks, “Determine if a word has a byte less than n”.
  private static func hasEscaped(_ word: UInt64) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let controls = (word &- ones &* 0x20) & ~word
    let found = controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
    return found & highs != 0
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
