import Recognition

extension Array where Element == Clue {
  /// What a question names: names of the code, files, a message.
  init(in question: String) {
    self = []
    let masked = FailureText.masked(question)
    if FailureText.words(in: masked) >= 3 {
      append(
        Clue(kind: .message, name: masked, text: question, source: "the question", weight: 2.5, group: -1))
    }
    for (number, part) in question.split(whereSeparator: \.isWhitespace).enumerated() {
      let word = part.drop { "\"'`(<“".contains($0) }
      let bare = String(word.reversed().drop { "\"'`)>”.,;:?!".contains($0) }.reversed())
      if let path = Self.path(bare) {
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        append(Clue(kind: .file, name: name, text: path, source: "the question", weight: 1.3, group: number))
      }
      for name in CodeName.parts(of: bare).prefix(3) where CodeName.isDistinct(name) {
        append(
          Clue(kind: .identifier, name: name, text: name, source: "the question", weight: 1.2, group: number))
      }
      if bare.utf8.count >= 10, bare.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) {
        append(
          Clue(
            kind: .commit, name: String(bare.prefix(10)), text: bare, source: "the question", weight: 2,
            group: number))
      }
    }
  }

  /// The path that a word is, without a line behind it; nil where it has no slash and no ending of a file.
  private static func path(_ word: String) -> String? {
    let path = word.split(separator: ":").first.map { String($0) } ?? word
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot > name.startIndex
    else {
      return nil
    }
    let ending = name[name.index(after: dot)...]
    guard (1...6).contains(ending.utf8.count), ending.allSatisfy({ $0.isLetter || $0.isNumber }),
      ending.contains(where: \.isLetter)
    else { return nil }
    return path
  }
}
