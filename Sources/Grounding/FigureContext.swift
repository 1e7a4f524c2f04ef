/// What stands around a figure and tells that it counts nothing that a run could show.
enum FigureContext {
  /// Whether a figure belongs to a name (`GCC 13`, `RFC 9110`, `section 5.6`), or stands in a sentence that says what was not
  /// looked at: no log can have it.
  static func isNoCount(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    isOfName(range.lowerBound, in: text) || namesGap(sentence(around: range, in: text))
  }

  /// A word with a capital right before it, which is not the first of its sentence, or one that numbers what follows.
  private static func isOfName(_ place: Int, in text: [UInt8]) -> Bool {
    guard place > 1, text[place - 1] == 0x20 else { return false }
    let word = text[..<(place - 1)].suffix(24).reversed().prefix {
      Letters.isWord($0) || "+#.-".utf8.contains($0)
    }.reversed()
    guard let first = word.first, Letters.isCapital(first) || Letters.isSmall(first) else { return false }
    let name = String(decoding: word, as: UTF8.self)
    if numbered.contains(name.lowercased()) { return true }
    if word.dropFirst().contains(where: Letters.isCapital) { return true }
    guard Letters.isCapital(first) else { return false }
    let before = text[..<(place - 1 - word.count)].last { $0 != 0x20 && !"*_\"'(".utf8.contains($0) }
    return before.map { Letters.isWord($0) || ",;)`".utf8.contains($0) } ?? false
  }

  /// Whether a sentence says that something was not tested.
  private static func namesGap(_ sentence: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: sentence, as: UTF8.self).lowercased().split {
      !$0.isLetter && $0 != "'" && $0 != "’"
    }
    for (place, word) in words.enumerated() {
      if word.hasPrefix("un"), looks.contains(String(word.dropFirst(2))) { return true }
      guard
        ["not", "never", "nor", "without", "nothing"].contains(word) || word.hasSuffix("n't")
          || word.hasSuffix("n’t")
      else {
        continue
      }
      let next = words[(place + 1)...].prefix(3)
      if next.contains(where: { looks.contains(String($0)) }) { return true }
    }
    return false
  }

  private static func sentence(around range: Range<Int>, in text: [UInt8]) -> ArraySlice<UInt8> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < farthest, !endsSentence(start - 1, in: text) { start -= 1 }
    var end = range.upperBound
    while end < text.count, end - range.upperBound < farthest, !endsSentence(end, in: text) { end += 1 }
    return text[start..<end]
  }

  /// A stop with a blank behind it, or an empty line.
  private static func endsSentence(_ place: Int, in text: [UInt8]) -> Bool {
    let next = place + 1 < text.count ? text[place + 1] : 0x0A
    return ".!?".utf8.contains(text[place]) && Letters.isBlank(next) || text[place] == 0x0A && next == 0x0A
  }

  /// So many bytes of a sentence are read, each way.
  private static let farthest = 400

  /// Words that number what stands behind them.
  private static let numbered: Set<String> = [
    "version", "versions", "section", "chapter", "release", "rfc", "python", "linux",
  ]

  /// Words for how something was looked at.
  private static let looks: Set<String> = [
    "tested", "covered", "run", "ran", "measured", "tried", "checked", "exercised", "verified", "reproduced",
    "attempted",
    "validated", "benchmarked", "examined",
  ]
}
