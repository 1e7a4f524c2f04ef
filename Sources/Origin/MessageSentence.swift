/// A sentence of a commit's message, as words; what stands in quotes, most often a subject, is left out.
struct MessageSentence {
  /// A word, or the name of a commit.
  struct Word {
    /// It, in small letters, without the signs around it.
    let text: String

    /// The number of its line, from 0.
    let line: Int

    /// Whether a bracket opens before it.
    let opensBracket: Bool

    /// Whether a colon stands behind it.
    let hasColon: Bool
  }

  /// The words, in order.
  private(set) var words: [Word] = []

  /// The sentences of a message: a full stop, a semicolon, an empty line, a new item or a trailer ends one.
  static func all(in lines: [String]) -> [MessageSentence] {
    var sentences = [MessageSentence()]
    var isQuoted = false
    for (number, line) in lines.enumerated() {
      let raw = line.split(whereSeparator: \.isWhitespace)
      if raw.isEmpty || raw.first == "-" || raw.first == "*" || isTrailer(raw) {
        sentences.append(MessageSentence())
        isQuoted = false
      }
      for word in raw {
        let open = word.drop { brackets.contains($0) }
        if open.first.map(quotes.contains) == true { isQuoted = true }
        let close = open.reversed().drop { !isPart($0) && !quotes.contains($0) }
        let isInside = isQuoted
        if let last = close.first, quotes.contains(last), isQuoted, open.count > 1 { isQuoted = false }
        // A name in quotes is no subject.
        if isInside, isQuoted || !StatedOrigin.isCommitName(bare(word)) { continue }
        sentences[sentences.count - 1].words.append(
          Word(
            text: bare(word), line: number, opensBracket: open.count < word.count,
            hasColon: word.hasSuffix(":")))
        if endsSentence(word) { sentences.append(MessageSentence()) }
      }
      if isTrailer(raw) { sentences.append(MessageSentence()) }
    }
    return sentences.filter { !$0.words.isEmpty }
  }

  private static let brackets: Set<Character> = ["(", "[", "{", "<"]
  private static let quotes: Set<Character> = ["\"", "“", "”"]

  /// Whether a line is a trailer: "Fixes: …", "Reported-by: …".
  private static func isTrailer(_ words: [Substring]) -> Bool {
    guard let first = words.first, first.hasSuffix(":") else { return false }
    return first.lowercased() == "fixes:" || first.contains("-")
  }

  private static func endsSentence(_ word: Substring) -> Bool {
    let end = word.reversed().drop { $0 == ")" || $0 == "]" || $0 == "'" }.first
    return end.map { ".;!?".contains($0) } == true && !abbreviations.contains(word.lowercased())
  }

  private static let abbreviations: Set<String> = ["e.g.", "i.e.", "cf.", "vs.", "resp.", "approx."]

  private static func bare(_ word: Substring) -> String {
    String(word.drop { !isPart($0) }.reversed().drop { !isPart($0) }.reversed()).lowercased()
      .replacing("’", with: "'")
  }

  private static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
