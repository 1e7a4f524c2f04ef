import Spelling

/// The words of texts: runs of letters, digits and underscores.
struct Vocabulary: Sendable {
  private(set) var words: Set<String> = []

  /// Takes in the words of a text; what is binary is left out.
  mutating func add(_ text: [UInt8]) {
    guard !text.prefix(8000).contains(0) else { return }
    for word in text.split(whereSeparator: { !Letters.isWord($0) }) where word.count <= 120 {
      if words.insert(String(decoding: word, as: UTF8.self)).inserted, word.contains(where: { $0 >= 0x80 }) {
        // Quotation marks and dashes beyond ASCII end a word as well as letters go on with it.
        for part in word.split(whereSeparator: { $0 >= 0x80 }) {
          words.insert(String(decoding: part, as: UTF8.self))
        }
      }
    }
  }

  /// Takes in one word as it is.
  mutating func insert(_ word: String) { words.insert(word) }

  func contains(_ word: String) -> Bool { words.contains(word) }

  func hasWord(beginningWith beginning: String) -> Bool { words.contains { $0.hasPrefix(beginning) } }

  /// Whether a word begins so and goes on with a capital letter.
  func hasWord(goingOnBehind beginning: String) -> Bool {
    words.contains { word in
      word.hasPrefix(beginning)
        && word.utf8.dropFirst(beginning.utf8.count).first.map(Letters.isCapital) == true
    }
  }

  /// The word that a mistyped one was meant to be: one slip away, two where it is long; nil where two are as near.
  func nearest(to word: String) -> String? {
    let typed = Array(word.utf8)
    let bound = typed.count < 8 ? 1 : 2
    var best: (word: String, distance: Int)?
    var isTied = false
    for candidate in words where abs(candidate.utf8.count - typed.count) <= bound && candidate.utf8.count > 2
    {
      guard let distance = Spelling.distance(typed, Array(candidate.utf8), atMost: bound) else { continue }
      if distance == best?.distance { isTied = true }
      if distance < best?.distance ?? .max { (best, isTied) = ((candidate, distance), false) }
    }
    return isTied ? nil : best?.word
  }
}
