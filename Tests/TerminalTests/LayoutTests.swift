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
  ]

  @Test(arguments: paragraphs)
  func `Text wraps at spaces`(text: String, width: Int, indent: Int, expected: String) {
    #expect(wrapped(text, width: width, indent: indent) == expected)
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

  @Test func `A table of nothing has no lines`() {
    #expect(Table([]).lines(width: 80).isEmpty)
  }
}
