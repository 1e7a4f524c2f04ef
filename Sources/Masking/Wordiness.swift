/// Tells names made of words from characters drawn by chance.
///
/// `nextPageToken2` is made of words, `q7Rk2vTz9WcX` is not. Words are pieces of at least four letters as they stand in
/// camel case or between other characters, with vowels where a tongue wants them.
enum Wordiness {
  /// The share of a text that is words, from 0 to 1.
  static func share(of text: ArraySlice<UInt8>) -> Double {
    var inWords = 0
    var start = text.startIndex
    var place = start
    while place < text.endIndex {
      start = place
      while place < text.endIndex, ByteSet.upper.contains(text[place]) { place += 1 }
      // "HTTPServer": the last capital belongs to what follows.
      if place - start > 1, place < text.endIndex, ByteSet.lower.contains(text[place]) {
        if isWord(text[start..<(place - 1)]) { inWords += place - 1 - start }
        start = place - 1
      }
      while place < text.endIndex, ByteSet.lower.contains(text[place]) { place += 1 }
      if isWord(text[start..<place]) { inWords += place - start }
      if place == start { place += 1 }
    }
    return text.isEmpty ? 0 : Double(inWords) / Double(text.count)
  }

  private static func isWord(_ piece: ArraySlice<UInt8>) -> Bool {
    guard piece.count >= 4 else { return false }
    var vowels = 0
    var consonants = 0
    var longest = 0
    for byte in piece {
      if ByteSet("aeiouyAEIOUY").contains(byte) {
        vowels += 1
        consonants = 0
      } else {
        consonants += 1
        longest = max(longest, consonants)
      }
    }
    let share = Double(vowels) / Double(piece.count)
    return share >= 0.2 && share <= 0.7 && longest <= 4
  }
}
