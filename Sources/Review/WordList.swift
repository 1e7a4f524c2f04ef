/// Words and phrases to be looked for in a text, as whole words and in either case.
struct WordList: Sendable {
  private let words: Set<String>
  private let phrases: [String: [[String]]]

  /// Of which hashes, cut to a few bits, a word or the first of a phrase is: most words are none, and need not be made.
  private let mayBegin: [Bool]

  /// A list of words, and of phrases of several words.
  init(_ entries: [String]) {
    let split = entries.map { $0.split(separator: " ").map(String.init) }
    words = Set(split.filter { $0.count == 1 }.map { $0[0] })
    phrases = Dictionary(grouping: split.filter { $0.count > 1 }) { $0[0] }
    var mayBegin = Array(repeating: false, count: Self.hashes)
    for word in split.map({ $0[0] }) {
      var scanner = WordScanner(Array(word.utf8))
      if let place = scanner.nextPlace() { mayBegin[Self.slot(of: place)] = true }
    }
    self.mayBegin = mayBegin
  }

  private static let hashes = 1024

  private static func slot(of word: WordScanner.Place) -> Int { Int(word.hash % UInt64(hashes)) }

  /// The first of them that stands in a text.
  func first(in text: [UInt8]) -> String? {
    var scanner = WordScanner(text)
    while let place = scanner.nextPlace() {
      guard mayBegin[Self.slot(of: place)] else { continue }
      let word = scanner.word(at: place)
      if words.contains(word) { return word }
      guard let candidates = phrases[word] else { continue }
      let found = candidates.first { phrase in
        var following = scanner
        return phrase.dropFirst().allSatisfy { following.next() == $0 }
      }
      if let found { return found.joined(separator: " ") }
    }
    return nil
  }

  /// Whether one of them stands in one of these texts.
  func isIn(_ texts: [[UInt8]]) -> Bool { texts.contains { first(in: $0) != nil } }
}

extension WordList {
  /// How many words a text has.
  static func count(in text: [UInt8]) -> Int {
    var scanner = WordScanner(text)
    var count = 0
    while scanner.nextPlace() != nil { count += 1 }
    return count
  }
}
