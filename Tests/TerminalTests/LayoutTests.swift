import Terminal
import Testing

struct LayoutTests {
  static let paragraphs: [(text: String, width: Int, indent: Int, wrapped: String)] = [
    ("one two three", 8, 0, "one two\nthree"),
    ("one two three", 7, 0, "one two\nthree"),
    ("one two", 7, 2, "  one\n  two"),
    ("unbreakable word", 5, 0, "unbreakable\nword"),
    ("two  spaces ", 40, 0, "two spaces"),
    ("a\n\nb", 40, 1, " a\n\n b"),
    ("日本 日本", 6, 0, "日本\n日本"),
    ("", 10, 2, ""),
    ("a b", 0, 0, "a\nb"),
    ("a\tb", 40, 0, "a b"),
    ("日本語、日本語", 6, 0, "日本\n語、日\n本語"),
    ("「日本」と(日本)", 6, 0, "「日\n本」と\n(日本)"),
    ("ab日本cd", 5, 0, "ab日\n本cd"),
    ("한국어 낱말", 4, 0, "한국어\n낱말"),
    ("e\u{301}e\u{301} 👩‍👩‍👧", 5, 0, "e\u{301}e\u{301} 👩‍👩‍👧"),
    ("❤️ ❤️ 🇨🇭", 5, 0, "❤️ ❤️\n🇨🇭"),
  ]

  @Test(arguments: paragraphs)
  func `Text wraps at spaces`(text: String, width: Int, indent: Int, expected: String) {
    #expect(wrapped(text, width: width, indent: indent) == expected)
  }

  @Test func `Styled text wraps as plain text does, and keeps its styles and the spaces within a line`() {
    let text = StyledText("one ") + StyledText("two  three", .bold) + StyledText("four\nfive ")
    #expect(
      text.lines(wrappedTo: 13) == [
        StyledText("one ") + StyledText("two", .bold), StyledText("three", .bold) + "four", "five",
      ])
    #expect(text.lines(wrappedTo: 40).first?.plain == "one two  threefour")
    #expect(text.widestWord == 9)
  }

  @Test(arguments: [
    "", " ", "a", "  one two ", "“one” two – three", "a wordthatiswide b", "aa bb cc dd ee ff",
  ])
  func `Text of plain letters wraps as any other does`(_ text: String) {
    for width in 1...12 {
      // A letter that needs the tables of Unicode, and one of its own columns.
      let other = "日 \(text)".lines(wrappedTo: max(2, width))
      let plain = "xx \(text)".lines(wrappedTo: max(2, width))
      #expect(plain.map { $0.replacing("xx", with: "日") } == other)
    }
  }

  static let tabbed: [(text: String, expanded: String)] = [
    ("", ""), ("\t", "        "), ("a\tb", "a       b"), ("\ta\t\tb", "        a               b"),
    ("12345678\tx", "12345678        x"), ("日本\tx", "日本    x"),
  ]

  @Test(arguments: tabbed)
  func `A tab reaches to the next multiple of its width`(text: String, expanded: String) {
    #expect(text.expandingTabs(every: 8) == expanded)
  }

  @Test(arguments: [("a  ", "a"), ("   ", ""), ("", ""), (" a b", " a b")])
  func `Trailing spaces go, in whatever style they are`(text: String, cut: String) {
    #expect((StyledText(text) + StyledText("  ", .dim)).droppingTrailingSpaces.rendered(color: true) == cut)
  }

  @Test func `A table aligns its texts, and a wide name keeps a line to itself`() {
    let table = Table([
      .init("-a", "First of all."), .init("--日本", "Second, and long enough to wrap."),
      .init("--a-name-beyond-all-measure", "Third."), .init("--alone", ""),
    ])
    #expect(
      table.lines(width: 36).map(\.plain) == [
        "  -a       First of all.",
        "  --日本   Second, and long enough",
        "           to wrap.",
        "  --a-name-beyond-all-measure",
        "           Third.",
        "  --alone",
      ])
  }

  @Test(arguments: 20...60) func `A table is never wider than its width`(width: Int) {
    let table = Table([
      .init("a name", "Some words that have to be wrapped."), .init("introduced by", "Words."),
    ])
    #expect(table.lines(indent: 0, width: width).allSatisfy { $0.columns <= width })
  }

  @Test func `A table of nothing has no lines`() {
    #expect(Table([]).lines(width: 80).isEmpty)
  }
}
