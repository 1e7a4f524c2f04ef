/// A value behind a name: `DB_PASSWORD=…`, `"apiKey": "…"`, `--token …`, `X-Api-Key: …`, `name: TOKEN` and `value: …`.
struct Assignment {
  private let text: ScannedText

  init(_ text: ScannedText) { self.text = text }

  /// What unquoted values end before.
  private static let ends = ByteSet("\"'`,;&()}]<>|\\")

  /// The longest value that can be a credential.
  private static let limit = 2048

  /// The value of the name that ends at `end` with `word`.
  func value(ofNameEndingAt end: Int, word: String, kind: CredentialValue.Kind) -> Found? {
    var place = text.end(of: .digits, from: end, limit: 2)
    guard !ByteSet.identifier.contains(text[place]) else { return nil }
    let nameStart = text.start(of: .identifier + ByteSet("."), before: end)
    let name = text.bytes[nameStart..<end]
    // "bypass", "compass", "asciitoken" are words of their own; "DB_PASS", "dbToken", "--token" are names.
    guard isPartOfName(word, at: end - word.utf8.count) else { return nil }
    let isFlag = name.first == UInt8(ascii: "-")
    let isPaired = isPairedName(nameStart)
    place = behindQuote(place)
    guard let start = valueStart(place, isFlag: isFlag, isPaired: isPaired, word: word) else { return nil }
    guard let range = valueRange(from: start) else { return nil }
    let isBare = name.count == word.utf8.count && word == "token"
    let credential = CredentialValue(value: text.bytes[range], kind: kind, isBareToken: isBare)
    let isLogin = !isFlag && start == place + 1 && text[place] == 0x20 && text.hasBefore(place, "login ")
    guard credential.isCredential || isLogin && !Dummy.isValue(text.bytes[range]) else { return nil }
    return Found(range)
  }

  /// Whether what stands before the word does not belong to it.
  private func isPartOfName(_ word: String, at start: Int) -> Bool {
    let before = text[start - 1]
    guard ByteSet.letters.contains(before), start > 0 else { return true }
    // Camel case, or all of one case in a longer known word ("mypassword", "MYSQLPASSWORD").
    let isCamel = ByteSet.lower.contains(before) && ByteSet.upper.contains(text[start])
    return isCamel || word.utf8.count >= 6
  }

  private func behindQuote(_ start: Int) -> Int {
    var place = start
    if text[place] == UInt8(ascii: "\\") { place += 1 }
    if ByteSet("\"'`").contains(text[place]) { place += 1 }
    if text[place] == UInt8(ascii: "]") { place += 1 }
    return place
  }

  /// Whether the name is the value of a field "name", so that its own value follows in a field "value".
  private func isPairedName(_ start: Int) -> Bool {
    var place = start
    while place > start - 8, ByteSet("\"'\\ :=").contains(text[place - 1]) { place -= 1 }
    guard place < start else { return false }
    return text.hasAnyCase("name", at: place - 4) || text.hasAnyCase("key", at: place - 3)
  }

  private func valueStart(_ start: Int, isFlag: Bool, isPaired: Bool, word: String) -> Int? {
    var place = text.endOfBlanks(from: start)
    if isFlag, place > start, text[place] != UInt8(ascii: "-"), text[place] != UInt8(ascii: "=") {
      return place
    }
    // "machine … login … password …" of a .netrc.
    if word == "password", place == start + 1, ByteSet.alphanumeric.contains(text[place]),
      text.hasBefore(start, "login ")
    {
      return place
    }
    if isPaired, let value = pairedValue(from: start) { return value }
    switch text[place] {
    case UInt8(ascii: "="):
      place += 1
      if text[place] == UInt8(ascii: ">") {
        place += 1
      } else if ByteSet("=~").contains(text[place]) {
        return nil
      }
    case UInt8(ascii: ":"):
      place += 1
      if text[place] == UInt8(ascii: "=") {
        place += 1
      } else if text[place] == UInt8(ascii: ":") {
        return nil
      }
    default: return nil
    }
    place = text.endOfBlanks(from: place)
    // `password: String = "…"`: the value stands behind the type.
    let type = text.end(of: .identifier + ByteSet("?."), from: place, limit: 64)
    let equals = text.endOfBlanks(from: type)
    if type > place, equals > type, text[equals] == UInt8(ascii: "="), text[equals + 1] != UInt8(ascii: "=") {
      return text.endOfBlanks(from: equals + 1)
    }
    return place
  }

  private func pairedValue(from start: Int) -> Int? {
    var place = start
    let gaps = ByteSet(" \t\r\n,\\\"'")
    while place < start + 64, gaps.contains(text[place]) { place += 1 }
    guard text.hasAnyCase("value", at: place) else { return nil }
    place = behindQuote(place + 5)
    place = text.endOfBlanks(from: place)
    guard ByteSet(":=").contains(text[place]) else { return nil }
    return text.endOfBlanks(from: place + 1)
  }

  /// The value that begins at `start`, without its quotes.
  private func valueRange(from start: Int) -> Range<Int>? {
    var place = start
    if text[place] == UInt8(ascii: "\\") { place += 1 }
    // b"…" of Python, @"…" of C#, #"…" of Swift.
    if ByteSet("brufL@#").contains(text[place]), ByteSet("\"'").contains(text[place + 1]) { place += 1 }
    let quote = text[place]
    if ByteSet("\"'`").contains(quote) {
      place += 1
      var end = place
      while end < place + Self.limit, text[end] != ScannedText.lineEnd, text[end] != quote { end += 1 }
      guard text[end] == quote, end > place else { return nil }
      return place..<(text[end - 1] == UInt8(ascii: "\\") ? end - 1 : end)
    }
    var end = place
    while end < place + Self.limit, text[end] > 0x20, text[end] < 0x7F, !Self.ends.contains(text[end]) {
      end += 1
    }
    guard end - place < Self.limit else { return nil }
    // A call, an element, a template.
    if text[end] == UInt8(ascii: "<") || text[end] == UInt8(ascii: "(") { return nil }
    while end > place, ByteSet(".:").contains(text[end - 1]) { end -= 1 }
    return end > place ? place..<end : nil
  }
}
