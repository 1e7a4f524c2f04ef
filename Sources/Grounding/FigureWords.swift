/// The figures of a text, each as a whole: `10` stands neither in `210`, `10.5` and `v10` nor in `f10ab`.
enum FigureWords {
  /// Those of a text, with and without the commas between thousands.
  static func all(in text: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    for range in ranges(in: text) { add(text[range], to: &found) }
    return found
  }

  /// Where figures stand, with units of letters right behind them, and words.
  static func ranges(in text: [UInt8]) -> some Sequence<Range<Int>> {
    sequence(state: text.startIndex) { place -> Range<Int>? in
      while place < text.endIndex, !Letters.isWord(text[place]) { place += 1 }
      guard place < text.endIndex else { return nil }
      let start = place
      while place < text.endIndex, Letters.isWord(text[place]) || isInner(place, of: text) { place += 1 }
      return start..<place
    }
  }

  /// `5` of `5.00`: where nothing but zeros stands behind the dot.
  static func withoutFraction(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let dot = digits.lastIndex(of: UInt8(ascii: ".")), dot + 1 < digits.endIndex,
      digits[(dot + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return digits }
    return digits[..<dot]
  }

  /// A dot or comma between digits.
  private static func isInner(_ place: Int, of text: [UInt8]) -> Bool {
    ".,".utf8.contains(text[place]) && Letters.isDigit(text[place - 1]) && place + 1 < text.endIndex
      && Letters.isDigit(text[place + 1])
  }

  /// Digits with a unit of letters behind them, as in `250ms`; what goes on with digits is a name.
  private static func add(_ word: ArraySlice<UInt8>, to found: inout Set<String>) {
    let digits = word.prefix { Letters.isDigit($0) || ".,".utf8.contains($0) }
    let unit = word.dropFirst(digits.count)
    guard !digits.isEmpty, unit.allSatisfy({ Letters.isSmall($0) || Letters.isCapital($0) || $0 >= 0x80 })
    else {
      return
    }
    let comma = UInt8(ascii: ",")
    found.insert(String(decoding: digits, as: UTF8.self))
    found.insert(String(decoding: withoutFraction(digits), as: UTF8.self))
    guard digits.contains(comma) else { return }
    found.insert(String(decoding: digits.filter { $0 != comma }, as: UTF8.self))
    let parts = digits.split(separator: comma)
    // A list without blanks, and no thousands: `1,2,3`.
    let isList = parts.dropFirst().contains { $0.prefix(while: Letters.isDigit).count != 3 }
    for part in isList ? parts : [] { found.insert(String(decoding: part, as: UTF8.self)) }
  }
}
