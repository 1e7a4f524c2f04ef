/// Takes English endings off a word, so that “hangs” finds “hanging”, and “evaluating” “evaluation”.
///
/// Far less than Porter's stemmer does: what is taken off wrongly makes two words one, and an answer false.
enum Stem {
  /// The word without its ending; a word with anything but small letters of ASCII as it is.
  static func of(_ word: [UInt8]) -> String {
    guard word.count > 3, word.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return String(decoding: word, as: UTF8.self)
    }
    var stem = word[...]
    if stem.count > 4, ends(stem, "ies") {
      stem = stem.dropLast(3) + [UInt8(ascii: "y")]
    } else if stem.count > 4, ["xes", "ches", "shes", "sses", "zes"].contains(where: { ends(stem, $0) }) {
      stem = stem.dropLast(2)
    } else if ends(stem, "s"), !["ss", "us", "is"].contains(where: { ends(stem, $0) }) {
      stem = stem.dropLast()
    }
    if stem.count > 5, ends(stem, "ing") {
      stem = undoubled(stem.dropLast(3))
    } else if stem.count > 4, ends(stem, "ed") {
      stem = undoubled(stem.dropLast(2))
    } else if stem.count > 6, ends(stem, "ion") {
      stem = stem.dropLast(3)
    }
    if stem.count > 4, stem.last == UInt8(ascii: "e") { stem = stem.dropLast() }
    return String(decoding: stem, as: UTF8.self)
  }

  private static func ends(_ word: ArraySlice<UInt8>, _ ending: String) -> Bool {
    word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// “stopp” is “stop”, while “call” and “miss” stay.
  private static func undoubled(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = word.suffix(2)
    guard word.count > 3, end.first == end.last, let last = end.last, !"aeiouls".utf8.contains(last) else {
      return word
    }
    return word.dropLast()
  }
}
