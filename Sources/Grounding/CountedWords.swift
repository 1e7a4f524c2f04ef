/// What a figure counts, by the words behind it: `runs` and `failed` in `3 of 10 runs failed`.
enum CountedWords {
  /// The words behind a place, in small letters and without an s at their ends, up to the next mark; digits and what
  /// only joins are passed over.
  static func behind(_ place: Int, of text: [UInt8]) -> [String] {
    var words: [String] = []
    var place = place
    let end = min(text.endIndex, place + farthest)
    while words.count < most {
      while place < end, isBlank(text[place]) { place += 1 }
      let start = place
      while place < end, Letters.isWord(text[place]) { place += 1 }
      guard place > start, place < end || end == text.endIndex else { return words }
      let word = text[start..<place]
      guard !word.allSatisfy(Letters.isDigit) else { continue }
      let name = stem(word)
      if !joining.contains(name) { words.append(name) }
    }
    return words
  }

  /// Whether a text speaks of so many of these, or may do so: a figure in front of one of the words, or right behind a name
  /// (`failures=3`, `not ok 3`), or any where the text nowhere says how many there are of the first of them.
  ///
  /// That a digit stands somewhere in a table or in a list says nothing of what it counts.
  static func isCount(_ figure: String, of words: [String], in text: [UInt8]) -> Bool {
    guard let first = words.first else { return true }
    var isSaid = false
    for range in FigureWords.ranges(in: text) {
      let digits = text[range].prefix { Letters.isDigit($0) || ".,".utf8.contains($0) }
      guard !digits.isEmpty else { continue }
      let counted = behind(digits.endIndex, of: text)
      if digits.elementsEqual(figure.utf8),
        isNamed(range.lowerBound, text) || !words.allSatisfy({ !counted.contains($0) })
      {
        return true
      }
      if counted.first == first { isSaid = true }
    }
    return !isSaid
  }

  /// Whether a name stands in front, with a blank, `=` or `:` between.
  private static func isNamed(_ place: Int, _ text: [UInt8]) -> Bool {
    let last = text[..<place].suffix(farthest).last { !" =:\"'".utf8.contains($0) }
    return last.map { Letters.isSmall($0) || Letters.isCapital($0) || $0 == UInt8(ascii: "_") } ?? false
  }

  private static func stem(_ word: some Collection<UInt8>) -> String {
    let name = String(decoding: word, as: UTF8.self).lowercased()
    return name.count > 3 && name.hasSuffix("s") ? String(name.dropLast()) : name
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// So many words are looked at, in so many bytes.
  private static let (most, farthest) = (3, 60)

  private static let joining: Set<String> = ["of", "the", "all", "out", "these", "those", "other", "more"]
}
