/// The words of code that tell one change from another: identifiers of three letters or more, as numbers.
enum Identifiers {
  /// Whether a byte can stand inside an identifier.
  static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// Hands on each identifier of a line.
  static func each(in line: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var start: Int?
    for place in line.indices {
      if isPart(line[place]) {
        if start == nil { start = place }
      } else if let first = start {
        hand(line[first..<place], to: body)
        start = nil
      }
    }
    if let first = start { hand(line[first...], to: body) }
  }

  private static func hand(_ word: ArraySlice<UInt8>, to body: (ArraySlice<UInt8>) -> Void) {
    guard word.count >= 3, let first = word.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else {
      return
    }
    body(word)
  }

  /// A number that stands for some bytes (FNV-1a, 64 bits).
  static func digest(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
