/// Words and phrases to be looked for in a text, as whole words and in either case.
struct WordList: Sendable {
  private let words: Set<String>
  private let phrases: [String: [[String]]]

  /// A list of words, and of phrases of several words.
  init(_ entries: [String]) {
    let split = entries.map { $0.split(separator: " ").map(String.init) }
    words = Set(split.filter { $0.count == 1 }.map { $0[0] })
    phrases = Dictionary(grouping: split.filter { $0.count > 1 }) { $0[0] }
  }

  /// The first of them that stands in a text.
  func first(in text: [UInt8]) -> String? {
    var scanner = WordScanner(text)
    while let word = scanner.next() {
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

/// The words of a text one by one, letters of ASCII small; an apostrophe within a word belongs to it.
struct WordScanner: IteratorProtocol {
  private let text: [UInt8]
  private var place = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func next() -> String? {
    var word: [UInt8] = []
    while place < text.count {
      let byte = text[place]
      place += 1
      switch byte {
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"): word.append(byte)
      case UInt8(ascii: "'"): if !word.isEmpty { word.append(byte) }
      case 0xE2 where text[place...].starts(with: [0x80, 0x99]):
        // ’ is an apostrophe, too.
        if !word.isEmpty { word.append(UInt8(ascii: "'")) }
        place += 2
      case 0xE2 where text[place...].starts(with: [0x80]):
        // Dashes and quotation marks.
        place += 2
        if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
      case 0x80...: word.append(byte)
      default: if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
      }
    }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }
}

extension WordList {
  /// How many words a text has.
  static func count(in text: [UInt8]) -> Int {
    var scanner = WordScanner(text)
    var count = 0
    while scanner.next() != nil { count += 1 }
    return count
  }
}
