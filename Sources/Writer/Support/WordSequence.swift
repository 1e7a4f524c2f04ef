/// The words of a text that state something, what leads to something before what it leads to.
enum WordSequence {
  /// The words; parts that a word joins (“and”, “so”, “before”) count as clauses of their own.
  ///
  /// “B because A” is read as “A, B”, and “When A, B” as “B when A”.
  static func words(of tokens: [ProseToken]) -> [ProseToken] {
    var clause = 0
    var before: ProseToken?
    let parted = tokens.map { token in
      let isJoint =
        !token.isCode && (joints.contains(token.text.lowercased()) || PlainEnglish.isCausal(token.text))
      if before?.clause != token.clause || isJoint { clause += 1 }
      before = token
      var token = token
      token.clause = clause
      return token
    }
    return Dictionary(grouping: parted, by: \.sentence).sorted { $0.key < $1.key }
      .flatMap { ordered($0.value) }.filter(\.states)
  }

  private static func ordered(_ tokens: [ProseToken]) -> [ProseToken] {
    let reason = tokens.indices.dropFirst().first { !tokens[$0].isCode && reasons.contains(tokens[$0].text) }
    if let reason { return Array(tokens[reason...] + tokens[..<reason]) }
    guard let first = tokens.first, !first.isCode, conditions.contains(first.text.lowercased()) else {
      return tokens
    }
    let rest = tokens.drop { $0.clause == first.clause }
    return Array(rest + tokens[..<rest.startIndex])
  }

  private static let reasons: Set<String> = ["because", "since", "due"]

  private static let conditions: Set<String> = ["when", "whenever", "if", "unless", "until"]

  private static let joints: Set<String> = [
    "and", "but", "while", "whereas", "then", "before", "after", "until", "unless", "when", "whenever", "if",
    "although", "though", "once",
  ]
}

extension ProseToken {
  /// Whether it is a name of the code: a span of it, or a word with marks or capitals that only names have.
  var isName: Bool {
    guard !isCode else { return true }
    let bytes = Array(text.utf8)
    guard FigureStatement.figure(self) == nil else { return false }
    return bytes.contains { "_/.:".utf8.contains($0) }
      || bytes.dropFirst().contains { (0x41...0x5A).contains($0) }
  }
}
