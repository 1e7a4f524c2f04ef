/// Reads a line of a known form from its beginning to its end, by bytes.
///
/// By bytes, because an accent behind a sign makes one character with it, and a search for the sign finds nothing.
struct LineReader {
  private(set) var rest: Substring.UTF8View

  init(_ text: some StringProtocol) {
    rest = Substring(text).utf8
  }

  /// Whether all of it is read.
  var isAtEnd: Bool { rest.isEmpty }

  /// What is not read yet.
  var remainder: String { String(Substring(rest)) }

  /// Goes past a text that stands here; else stays where it is.
  mutating func skip(_ text: String) -> Bool {
    let text = text.utf8
    guard rest.starts(with: text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  /// Goes past the next place where a text stands, and gives what is before it; else stays where it is.
  mutating func take(upTo text: String) -> String? {
    let text = text.utf8
    guard let first = text.first else { return nil }
    var start = rest.startIndex
    while let place = rest[start...].firstIndex(of: first) {
      if rest[place...].starts(with: text) {
        return take(upTo: place..<rest.index(place, offsetBy: text.count))
      }
      start = rest.index(after: place)
    }
    return nil
  }

  /// The same for the last place.
  mutating func take(upToLast text: String) -> String? {
    let text = text.utf8
    var start = rest.endIndex
    while start > rest.startIndex {
      start = rest.index(before: start)
      guard rest[start...].starts(with: text) else { continue }
      return take(upTo: start..<rest.index(start, offsetBy: text.count))
    }
    return nil
  }

  /// Goes past a word: what stands before the next blank or the end; nil where that is nothing.
  mutating func takeWord() -> String? {
    let word = rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    guard !word.isEmpty else { return nil }
    rest = rest[word.endIndex...]
    return String(Substring(word))
  }

  /// Goes past a number without zeros before it, and gives its digits.
  mutating func takeNumber() -> String? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let first = digits.first, first != UInt8(ascii: "0"), digits.count <= 12 else { return nil }
    rest = rest[digits.endIndex...]
    return String(Substring(digits))
  }

  private mutating func take(upTo place: Range<Substring.UTF8View.Index>) -> String {
    defer { rest = rest[place.upperBound...] }
    return String(Substring(rest[..<place.lowerBound]))
  }
}
