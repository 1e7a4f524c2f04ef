/// What a word of English and its usual forms have in common: “drops”, “dropped” and “dropping” are “drop”.
///
/// A few endings are taken off, no dictionary is asked: two words that have nothing to do with each other hardly ever
/// come to the same, and two that have sometimes do not, which only makes the check stricter.
enum WordStem {
  private static let endings = [
    "ations", "ation", "ating", "ated", "ates", "ate", "ingly", "edly", "ings", "ing", "ions", "ion", "ment",
    "ers", "ies", "ied", "ed", "er",
    "es",
    "ly", "s",
  ]

  static func stem(_ word: String) -> String {
    var letters = Array(word.lowercased().utf8)
    if letters.count > 2, letters.suffix(2).elementsEqual("'s".utf8) { letters.removeLast(2) }
    for ending in endings where letters.count >= ending.utf8.count + 3 {
      guard letters.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { continue }
      // “process” and “status” end in an s of their own.
      if ending == "s", "su".utf8.contains(letters[letters.count - 2]) { continue }
      letters.removeLast(ending.utf8.count)
      if ending == "ies" || ending == "ied" { letters.append(UInt8(ascii: "y")) }
      break
    }
    // “dropp”, “stat” and “state”.
    if letters.count > 3, let last = letters.last, last == letters[letters.count - 2],
      !"aeiouls".utf8.contains(last)
    {
      letters.removeLast()
    }
    if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
  }
}
