/// A word of prose, or a code span of it.
struct ProseToken: Equatable {
  /// As it is written; of a code span what stands between its backticks.
  var text: String

  /// Whether it stood between backticks.
  var isCode: Bool

  /// Which clause of the text it stands in, counted from 0.
  var clause: Int

  /// Which sentence of the text it stands in, counted from 0.
  var sentence: Int

  /// The tokens of a text.
  ///
  /// Marks between letters and digits are a part of a word where names, paths, lines, versions and figures have them:
  /// `src/a.c:12`, `RILL-142`, `3.5`, `72–100`. A comma, a full stop and the like end a clause.
  static func tokens(of text: String) -> [ProseToken] {
    var reading = TokenReading(text)
    reading.run()
    return reading.tokens
  }

  /// The runs of letters, digits and underscores in it; of `scheduler_submit` both words, too.
  var parts: [String] {
    text.utf8.split { !TokenReading.isLetterOrDigit($0) }.map { String(decoding: $0, as: UTF8.self) }
  }
}

private struct TokenReading {
  private(set) var tokens: [ProseToken] = []
  private let bytes: [UInt8]
  private var place = 0
  private var clause = 0
  private var sentence = 0

  init(_ text: String) {
    // The two apostrophes are one; other marks beyond ASCII part words.
    bytes = Array(text.replacing("’", with: "'").utf8)
  }

  mutating func run() {
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "`"), takeCode() { continue }
      if Self.isWord(at: place, in: bytes) {
        takeWord()
        continue
      }
      if ",;:.!?()\n".utf8.contains(byte) || isDash { clause += 1 }
      if ".!?\n".utf8.contains(byte) { sentence += 1 }
      place += 1
    }
  }

  private mutating func takeCode() -> Bool {
    let ticks = bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count
    let start = place + ticks
    var end = start
    while end < bytes.count {
      guard bytes[end] == UInt8(ascii: "`") else {
        end += 1
        continue
      }
      let count = bytes[end...].prefix { $0 == UInt8(ascii: "`") }.count
      if count == ticks {
        add(String(decoding: bytes[start..<end], as: UTF8.self), isCode: true)
        place = end + ticks
        return true
      }
      end += count
    }
    return false
  }

  private mutating func takeWord() {
    let start = place
    while place < bytes.count {
      if Self.isWord(at: place, in: bytes) || joins {
        place += 1
      } else if spans {
        place += 3
      } else {
        break
      }
    }
    add(String(decoding: bytes[start..<place], as: UTF8.self), isCode: false)
  }

  private mutating func add(_ text: String, isCode: Bool) {
    let kept = text.trimmingBlanks
    if !kept.isEmpty {
      tokens.append(ProseToken(text: kept, isCode: isCode, clause: clause, sentence: sentence))
    }
  }

  /// Whether the mark at `place` stands within a word.
  private var joins: Bool {
    guard place > 0, place + 1 < bytes.count, Self.isLetterOrDigit(bytes[place - 1]) else { return false }
    let (before, mark, after) = (bytes[place - 1], bytes[place], bytes[place + 1])
    guard Self.isLetterOrDigit(after) else { return false }
    switch mark {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "'"): return true
    case UInt8(ascii: "-"): return Self.isDigit(before) || Self.isDigit(after)
    case UInt8(ascii: ","): return Self.isDigit(before) && Self.isDigit(after)
    default: return false
    }
  }

  /// Whether a dash at `place` makes one figure of two: an interval.
  private var spans: Bool {
    isDash && place > 0 && Self.isDigit(bytes[place - 1]) && place + 3 < bytes.count
      && Self.isDigit(bytes[place + 3])
  }

  private var isDash: Bool {
    // U+2013 and U+2014.
    bytes[place...].starts(with: [0xE2, 0x80, 0x93]) || bytes[place...].starts(with: [0xE2, 0x80, 0x94])
  }

  private static func isWord(at place: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[place]
    guard byte >= 0x80 else { return isLetterOrDigit(byte) }
    // General punctuation (U+2000 to U+206F) is none, wherever in its three bytes one looks.
    for start in max(0, place - 2)...place
    where bytes[start] == 0xE2 && start + 1 < bytes.count && [0x80, 0x81].contains(bytes[start + 1]) {
      return false
    }
    return true
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
