/// What a client sends to be let in: `Authorization: Bearer …`, `Basic …` (RFC 9110, 11.6.2; RFC 6750; RFC 7617).
struct AuthorizationHeader {
  private let text: ScannedText

  init(_ text: ScannedText) { self.text = text }

  private static let token = ByteSet.base64URL + ByteSet(".~+/=:")

  private static let schemes = ["bearer", "basic", "token", "apikey", "bot", "negotiate"]

  /// The credential that the word `literal` at `start` leads to.
  func find(_ literal: String, at start: Int) -> Found? {
    if literal.hasPrefix("bearer") {
      // Without the header's name "bearer" is a word of prose.
      guard text.isWordStart(start), let range = value(from: start + literal.utf8.count, atLeast: 16) else {
        return nil
      }
      return CredentialValue(value: text.bytes[range], kind: .token).isCredential ? Found(range) : nil
    }
    var place = skip(ByteSet("\\\"' \t:=,>"), from: start + literal.utf8.count)
    guard let scheme = Self.schemes.first(where: { text.hasAnyCase($0, at: place) }) else {
      guard let range = value(from: place, atLeast: 16) else { return nil }
      return CredentialValue(value: text.bytes[range], kind: .token).isCredential ? Found(range) : nil
    }
    let behind = place + scheme.utf8.count
    place = skip(ByteSet(" \t"), from: behind)
    guard place > behind, let range = value(from: place, atLeast: 8) else { return nil }
    let value = text.bytes[range]
    let isWord = Wordiness.share(of: value) > 0.6 && !value.contains { ByteSet.digits.contains($0) }
    return isWord || Dummy.isValue(value) || text[range.upperBound] == UInt8(ascii: "(") ? nil : Found(range)
  }

  private func skip(_ set: ByteSet, from start: Int) -> Int { text.end(of: set, from: start, limit: 12) }

  private func value(from start: Int, atLeast count: Int) -> Range<Int>? {
    var end = text.end(of: Self.token, from: start, limit: 16_384)
    while end > start, ByteSet(".:").contains(text[end - 1]) { end -= 1 }
    return end - start >= count ? start..<end : nil
  }
}
