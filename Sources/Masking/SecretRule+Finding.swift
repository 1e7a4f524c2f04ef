extension SecretRule {
  /// The secret that the anchor `literal` at `start` leads to.
  func find(_ literal: String, at start: Int, in text: ScannedText) -> Found? {
    let end = start + literal.utf8.count
    switch form {
    case .token(let pieces):
      guard isTokenStart(start, in: text), let last = follow(pieces, from: end, in: text),
        !Dummy.isToken(text.bytes[end..<last])
      else { return nil }
      return Found(start..<last)
    case .behind(let pieces):
      guard isTokenStart(start, in: text), let last = follow(pieces, from: end, in: text),
        !Dummy.isToken(text.bytes[end..<last])
      else { return nil }
      return Found(end..<last)
    case .around(let set, let count, let pieces):
      let first = text.start(of: set, before: start, limit: count + 1)
      guard first == start - count, let last = follow(pieces, from: end, in: text),
        !Dummy.isToken(text.bytes[first..<last])
      else { return nil }
      return Found(first..<last)
    case .assignment(let kind): return Assignment(text).value(ofNameEndingAt: end, word: literal, kind: kind)
    case .url: return URLPassword(text).find(from: end)
    case .authorization: return AuthorizationHeader(text).find(literal, at: start)
    case .userOption: return UserOption(text).find(literal, at: start)
    case .keyBlock: return KeyBlock(text).find(at: start)
    }
  }

  private func isTokenStart(_ start: Int, in text: ScannedText) -> Bool {
    // "?sig=" begins behind any word.
    guard text.isWordStart(start) || !ByteSet.alphanumeric.contains(text[start]) else { return false }
    // "task-…", "--disk-…": a word with hyphens is no key.
    return anchors.first?.hasPrefix("sk-") != true || !ByteSet("-_").contains(text[start - 1])
  }

  private func follow(_ pieces: [Piece], from start: Int, in text: ScannedText) -> Int? {
    var place = start
    for piece in pieces {
      switch piece {
      case .literal(let literal):
        guard text.has(literal, at: place) else { return nil }
        place += literal.utf8.count
      case .run(let set, let counts):
        // A longer run is something else.
        let end = text.end(of: set, from: place, limit: counts.upperBound + 1)
        guard counts.contains(end - place) else { return nil }
        place = end
      }
    }
    // A full stop ends the sentence, not the token.
    while place > start, text[place - 1] == UInt8(ascii: ".") { place -= 1 }
    return place
  }
}
