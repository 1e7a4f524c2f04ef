import Chance
import Terminal
import Testing

struct SanitizedTests {
  static let texts: [(name: String, text: String, printed: String)] = [
    ("plain", "plain text", "plain text"),
    ("letters of any script", "Ünïcode 日本 ไทย 👩‍👧", "Ünïcode 日本 ไทย 👩‍👧"),
    ("an escape sequence", "\u{1B}[31mred", "\\x1B[31mred"),
    ("C0 and delete", "a\u{0}\u{7}\r\u{7F}", "a\\x00\\x07\\x0D\\x7F"),
    ("C1", "\u{9B}31m", "\\u{9B}31m"),
    ("newline and tab", "a\n\tb", "a\\x0A\\x09b"),
    ("bidi overrides", "\u{202E}evil\u{2066}", "\\u{202E}evil\\u{2066}"),
    ("line separators", "a\u{2028}b", "a\\u{2028}b"),
    ("invisible letters", "a\u{200B}\u{FEFF}\u{E0041}", "a\\u{200B}\\u{FEFF}\\u{E0041}"),
  ]

  @Test(arguments: texts)
  func `What would move the cursor or hide is escaped, all else stays`(
    name: String, text: String, printed: String
  ) {
    #expect(Sanitized(text).description == printed, "\(name)")
  }

  @Test func `a text of plain letters is printed and measured as it is among others`() {
    for scalar in [0x20...0x2FF, 0x2010...0x205E].joined().compactMap(Unicode.Scalar.init) {
      let letter = String(scalar)
      #expect(Sanitized("\(letter)日").description == Sanitized(letter).description + "日", "\(scalar.value)")
      #expect("日\(letter)".terminalColumns == 2 + letter.terminalColumns, "\(scalar.value)")
    }
  }

  static let bytes: [(name: String, bytes: [UInt8], printed: String)] = [
    ("a stray continuation", [0x61, 0x80, 0x62], "a\\x80b"),
    ("a cut-off letter", [0xE6, 0x97], "\\xE6\\x97"),
    ("an overlong slash", [0xC0, 0xAF], "\\xC0\\xAF"),
    ("a surrogate", [0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"),
    ("beyond Unicode", [0xF5, 0x61], "\\xF5a"),
    ("valid between invalid", [0xFF, 0xC3, 0xA9, 0xFE], "\\xFFé\\xFE"),
    ("nothing", [], ""),
  ]

  @Test(arguments: bytes)
  func `Bytes that are no UTF-8 are shown as such`(name: String, bytes: [UInt8], printed: String) {
    #expect(Sanitized(bytes).description == printed, "\(name)")
  }

  @Test func `Newlines and tabs stay where asked for`() {
    #expect(Sanitized("a\n\tb\r", keeping: .newlinesAndTabs).description == "a\n\tb\\x0D")
  }

  static let limits: [(text: String, limit: Int, printed: String)] = [
    ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("a\u{1B}b", 6, "a\\x1Bb"),
    ("a\u{1B}bc", 6, "a\\x1B…"),
    ("\u{1B}\u{1B}", 6, "\\x1B…"), ("abc", 1, "…"), ("abc", 0, "…"), ("", 0, ""),
  ]

  @Test(arguments: limits)
  func `Long texts are cut, never within an escape`(text: String, limit: Int, printed: String) {
    #expect(Sanitized(text, limit: limit).description == printed)
  }

  @Test func `No bytes at all yield a control character`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      let printed = Sanitized(bytes, limit: 60).description
      #expect(printed.unicodeScalars.count <= 60)
      #expect(printed.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }
}
