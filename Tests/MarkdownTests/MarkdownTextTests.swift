import Markdown
import Testing

@Suite struct MarkdownTextTests {
  static let escapes: [(plain: String, source: String)] = [
    ("scheduler: skip events (#27)", "scheduler: skip events (#27)"),
    ("stream_count == 1", "stream_count == 1"),
    ("__init__ comes last", "\\_\\_init\\_\\_ comes last"),
    ("a * b, `c`", "a \\* b, \\`c\\`"),
    ("[core] mend it", "[core] mend it"),
    ("[a](b)", "\\[a\\](b)"),
    ("vector<int> & a &amp; b", "vector\\<int> & a \\&amp; b"),
    ("two\nlines\t here ", "two lines here"),
    ("see https://x.y/a_b_c, and a & b", "see https://x.y/a_b_c, and a & b"),
    ("https://x.y/~u", "https&#58;//x.y/\\~u"),
    ("bell \u{7}", "bell \u{FFFD}"),
  ]

  @Test(arguments: escapes) func `only what would be read as markup gets a backslash`(
    _ example: (plain: String, source: String)
  ) {
    #expect(MarkdownText.escaped(example.plain) == example.source)
  }

  @Test(arguments: [
    ("a b", "`a b`"), ("a `b` c", "``a `b` c``"), ("`", "`` ` ``"), ("a\nb", "`a b`"), ("", ""),
  ]) func `a code span has more backticks than its text`(_ plain: String, _ source: String) {
    #expect(MarkdownText.codeSpan(plain) == source)
  }

  @Test(arguments: 0..<40) func `what a reader sees of escaped text is the text`(_ seed: Int) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      // Entities in a text that is to be read as it is, too; neither breaks nor control characters.
      let pieces = MarkdownPropertyTests.pieces.filter { !$0.contains("\0") && !$0.contains("\u{FEFF}") }
      let raw = String(decoding: random.text(of: pieces), as: UTF8.self)
      let text = "t" + raw.split { $0.isNewline || $0 == "\t" || $0 == " " }.joined(separator: " ")
      let document = MarkdownDocument(text: Array("x \(MarkdownText.escaped(text)) y".utf8))
      #expect(document.root.children.first?.plainText == "x \(text) y")
      let code = try #require(
        MarkdownDocument(text: Array("x \(MarkdownText.codeSpan("a\(text)")) y".utf8)).root
          .descendants.first { $0.kind == .code })
      #expect(code.plainText == "a\(text)")
    }
  }
}
