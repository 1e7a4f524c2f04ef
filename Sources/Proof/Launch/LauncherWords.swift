/// Parts a text into words as a shell does, and does nothing else of what a shell does.
enum LauncherWords {
  /// The words: parted by blanks and newlines; quotes and backslashes keep what they hold together.
  static func read(_ text: String) throws(LauncherTemplateError) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (quote, character) {
      case ("'"?, "'"), ("\""?, "\""): quote = nil
      case ("'"?, _): word = (word ?? "") + String(character)
      case ("\""?, "\\") where rest.first.map { "\"\\$`".contains($0) } ?? false,
        (nil, "\\") where !rest.isEmpty:
        word = (word ?? "") + String(rest.removeFirst())
      case ("\""?, _): word = (word ?? "") + String(character)
      case (_, "'"), (_, "\""):
        quote = character
        word = word ?? ""
      case (_, " "), (_, "\t"), (_, "\n"):
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let quote { throw .openQuote(quote) }
    if let word { words.append(word) }
    return words
  }
}
