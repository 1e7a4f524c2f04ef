import Terminal
import Testing

struct StyledTextTests {
  @Test func `Styles show only in colour`() {
    let text = StyledText("fail", [.bold, .red]) + ": " + StyledText("x", .dim)
    #expect(text.rendered(color: false) == "fail: x")
    #expect(text.rendered(color: true) == "\u{1B}[1;31mfail\u{1B}[0m: \u{1B}[2mx\u{1B}[0m")
  }

  @Test func `Styles combine into one sequence`() {
    let text = StyledText("x", [.bold, .italic, .underline, .strikethrough, .cyan])
    #expect(text.rendered(color: true) == "\u{1B}[1;3;4;9;36mx\u{1B}[0m")
  }

  @Test func `Neighbours of one style share their escape sequences`() {
    let text = StyledText("a", .green) + StyledText("b", .green)
    #expect(text.rendered(color: true) == "\u{1B}[32mab\u{1B}[0m")
  }

  static let columns: [(text: String, columns: Int)] = [
    ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ﾊ", 1), ("Ａ", 2), ("한글", 4), ("🙂", 2),
    ("👩‍👩‍👧", 2), ("❤️", 2), ("🇨🇭", 2), ("→…", 2), ("a\u{200B}b", 2), ("\u{7}", 0), ("ไทย", 3),
  ]

  @Test(arguments: columns)
  func `Columns are counted as a terminal fills them`(text: String, columns: Int) {
    #expect(text.terminalColumns == columns)
  }

  @Test func `Padding counts columns and not bytes`() {
    #expect(StyledText("日本", .red).padded(to: 6).plain == "日本  ")
    #expect(StyledText("long").padded(to: 2).plain == "long")
  }

  static let cuts: [(text: String, limit: Int, cut: String)] = [
    ("short", 5, "short"), ("longer", 5, "long…"), ("日本語", 4, "日…"), ("日本語", 5, "日本…"), ("ab", 1, "…"),
    ("ab", 0, ""),
  ]

  @Test(arguments: cuts)
  func `A text that is too wide is cut and says so`(text: String, limit: Int, cut: String) {
    #expect(text.truncated(toColumns: limit) == cut)
  }
}
