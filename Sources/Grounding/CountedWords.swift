/// What a figure counts, by the words behind it: `run` and `failed` in `3 of 10 runs failed`.
enum CountedWords {
  /// The words behind a place, in small letters and without an s at their ends, up to the next mark; digits and what
  /// only joins are passed over.
  ///
  /// - Parameter isProse: whether a line may break between two words; in output each line stands for itself.
  static func behind(_ place: Int, of text: [UInt8], isProse: Bool) -> [String] {
    var words: [String] = []
    var place = place
    let end = min(text.endIndex, place + farthest)
    while words.count < most {
      while place < end, Letters.isBlank(text[place]), isProse || text[place] != 0x0A { place += 1 }
      let start = place
      while place < end, Letters.isWord(text[place]) { place += 1 }
      guard place > start, place < end || end == text.endIndex else { return words }
      let word = text[start..<place]
      guard !word.allSatisfy(Letters.isDigit) else { continue }
      let name = singular(word)
      if !joining.contains(name) { words.append(name) }
    }
    return words
  }

  /// Whether a text speaks of so many of these, or may do so: a figure in front of one of the words, or of what became of
  /// something (`3 failed`), or right behind a name (`failures=3`, `not ok 3`), or any where the text nowhere says how many
  /// there are of the first of the words.
  ///
  /// That a digit stands somewhere in a table or in a list says nothing of what it counts.
  static func isCount(_ figure: String, of words: [String], in text: [UInt8]) -> Bool {
    guard let first = words.first else { return true }
    var isSaid = false
    for range in FigureWords.ranges(in: text) {
      let digits = text[range].prefix { Letters.isDigit($0) || ".,".utf8.contains($0) }
      guard !digits.isEmpty else { continue }
      let counted = behind(digits.endIndex, of: text, isProse: false)
      if FigureWords.withoutFraction(digits).elementsEqual(figure.utf8) {
        let isSame = counted.contains { word in
          outcomes.contains { word.hasPrefix($0) } || words.contains { isAlike($0, word) }
        }
        if isSame || isNamed(range.lowerBound, text) { return true }
      }
      if let noun = counted.first, isAlike(noun, first) { isSaid = true }
    }
    return !isSaid
  }

  /// Whether one word is the other, or begins as it does: `fail`, `failed` and `failures`.
  private static func isAlike(_ one: String, _ other: String) -> Bool {
    one == other
      || min(one.utf8.count, other.utf8.count) >= 3 && (one.hasPrefix(other) || other.hasPrefix(one))
  }

  /// Whether a name stands in front, with a blank, `=` or `:` between.
  private static func isNamed(_ place: Int, _ text: [UInt8]) -> Bool {
    let last = text[..<place].suffix(farthest).last { !" =:\"'".utf8.contains($0) }
    return last.map { Letters.isSmall($0) || Letters.isCapital($0) || $0 == UInt8(ascii: "_") } ?? false
  }

  private static func singular(_ word: some Collection<UInt8>) -> String {
    let name = String(decoding: word, as: UTF8.self).lowercased()
    return name.count > 3 && name.hasSuffix("s") && !name.hasSuffix("ss") ? String(name.dropLast()) : name
  }

  /// So many words are looked at, in so many bytes.
  private static let (most, farthest) = (3, 60)

  private static let joining: Set<String> = ["of", "the", "all", "out", "these", "those", "other", "more"]

  /// How words begin that runners say of tests, runs, requests and the like, without naming these.
  private static let outcomes = [
    "fail", "pass", "ok", "succe", "skip", "ignor", "error", "complet", "pend", "todo", "flak", "timed",
    "timeout", "crash",
    "abort", "warn", "xfail", "xpass", "lost", "disabled", "filtered", "cancel",
  ]
}
