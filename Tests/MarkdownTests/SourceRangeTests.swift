import Markdown
import Testing

@Suite struct SourceRangeTests {
  static let cases = [
    MarkdownCase(
      "delimiters belong to their node", "a **b** `c` ~~d~~",
      """
      (document@0..<17 (paragraph@0..<17 "a "@0..<2 (strong@2..<7 "b"@4..<5) " "@7..<8 (code@8..<11 "c") \
      " "@11..<12 (strikethrough@12..<17 "d"@14..<15)))
      """),
    MarkdownCase(
      "stress in stress", "***a** b*",
      """
      (document@0..<9 (paragraph@0..<9 (emphasis@0..<9 (strong@1..<6 "a"@3..<4) " b"@6..<8)))
      """),
    MarkdownCase(
      "escapes and entities are longer than what they mean", "\\*a&amp;b &nsim; c",
      "(document@0..<18 (paragraph@0..<18 \"*a&b \u{223C}\u{338} c\"@0..<18))"),
    MarkdownCase(
      "an unknown entity is what it is", "&foo; *a*",
      """
      (document@0..<9 (paragraph@0..<9 "&foo; "@0..<6 (emphasis@6..<9 "a"@7..<8)))
      """),
    MarkdownCase(
      "lazy lines in containers", "> - a\n>   b\nc",
      """
      (document@0..<13 (blockQuote@0..<13 (list tight@2..<13 (item@2..<13 (paragraph@4..<13 "a"@4..<5 \
      (softBreak@5..<6) "b"@10..<11 (softBreak@11..<12) "c"@12..<13)))))
      """),
    MarkdownCase(
      "words behind a link over two lines", "[a\nb](/u\n't') c",
      """
      (document@0..<15 (paragraph@0..<15 (link "/u" "t"@0..<13 "a"@1..<2 (softBreak@2..<3) "b"@3..<4) \
      " c"@13..<15))
      """),
    MarkdownCase(
      "a bare link beside words", "see http://x.y/a&amp;b.",
      """
      (document@0..<23 (paragraph@0..<23 "see "@0..<4 (link "http://x.y/a&amp;b"@4..<22 \
      "http://x.y/a&amp;b"@4..<22) "."@22..<23))
      """),
    MarkdownCase(
      "links by reference", "[a][b] [b] [b][]\n\n[b]: /u",
      """
      (document@0..<25 (paragraph@0..<16 (link "/u"@0..<6 "a"@1..<2) " "@6..<7 (link "/u"@7..<10 "b"@8..<9) \
      " "@10..<11 (link "/u"@11..<16 "b"@12..<13)))
      """),
    MarkdownCase(
      "a paragraph behind a definition", "[a]: /u\n[a] b",
      """
      (document@0..<13 (paragraph@0..<13 (link "/u"@8..<11 "a"@9..<10) " b"@11..<13))
      """),
    MarkdownCase(
      "a link that looks like a definition", "[a]: see b\n\n[a]: /u",
      """
      (document@0..<19 (paragraph@0..<10 (link "/u"@0..<3 "a"@1..<2) ": see b"@3..<10))
      """),
    MarkdownCase(
      "an underlined heading ends with its line", "a\nb\n---\nc",
      """
      (document@0..<9 (heading 2@0..<7 "a"@0..<1 (softBreak@1..<2) "b"@2..<3) (paragraph@8..<9 "c"@8..<9))
      """),
    MarkdownCase(
      "the paragraph above a table", "> a\n> | b |\n> |---|\n> | c |",
      """
      (document@0..<27 (blockQuote@0..<27 (paragraph@2..<3 "a"@2..<3) (table -@6..<27 (header@6..<11 \
      (cell@7..<10 "b"@8..<9)) (row@22..<27 (cell@23..<26 "c"@24..<25)))))
      """),
    MarkdownCase(
      "cells of an indented row", "|a|b|\n|-|-|\n  c|`d\\|`",
      """
      (document@0..<21 (table -|-@0..<21 (header@0..<5 (cell@1..<2 "a"@1..<2) (cell@3..<4 "b"@3..<4)) \
      (row@12..<21 (cell@14..<15 "c"@14..<15) (cell@16..<21 (code@16..<21 "d|")))))
      """),
    MarkdownCase(
      "a row that is indented less than its header", " a|b\n-|-\nc|d",
      """
      (document@0..<12 (table -|-@1..<12 (header@1..<4 (cell@1..<2 "a"@1..<2) (cell@3..<4 "b"@3..<4)) \
      (row@9..<12 (cell@9..<10 "c"@9..<10) (cell@11..<12 "d"@11..<12))))
      """),
    MarkdownCase(
      "a cell of a form feed", "e\n-|\n\u{C}",
      """
      (document@0..<6 (table -@0..<6 (header@0..<1 (cell@0..<1 "e"@0..<1)) (row@5..<6 (cell@5..<6 "\u{C}"@5..<6))))
      """),
    MarkdownCase(
      "a blank below a definition", ">[-]:*\n c",
      """
      (document@0..<9 (blockQuote@0..<9 (paragraph@1..<9 " c"@7..<9)))
      """),
    MarkdownCase(
      "an underline that is no address", "[a]:`\n[a]:\n-\nm\n-",
      """
      (document@0..<16 (heading 2@0..<12 (link "`"@6..<9 "a"@7..<8) ":"@9..<10) (heading 2@13..<16 "m"@13..<14))
      """),
    MarkdownCase(
      "a footnote begins with its label", "a[^n]\n\n[^n]: b",
      """
      (document@0..<14 (paragraph@0..<5 "a"@0..<1 (footnoteReference 1@1..<5 "n")) \
      (footnoteDefinition 1@7..<14 "n" (paragraph@13..<14 "b"@13..<14)))
      """),
    MarkdownCase(
      "line endings of two bytes", "a\r\nb",
      """
      (document@0..<4 (paragraph@0..<4 "a"@0..<1 (softBreak@1..<3) "b"@3..<4))
      """),
    MarkdownCase(
      "HTML that ends with its own line", "<!-- a -->\n\n> <!-- b\n> c -->\n\n<p>\nd",
      """
      (document@0..<35 (htmlBlock@0..<10 "<!-- a -->\\n") (blockQuote@12..<28 (htmlBlock@14..<28 "<!-- b\\nc -->\\n")) \
      (htmlBlock@30..<35 "<p>\\nd\\n"))
      """),
    MarkdownCase(
      "behind a byte order mark", "\u{FEFF}*a*",
      """
      (document@3..<6 (paragraph@3..<6 (emphasis@3..<6 "a"@4..<5)))
      """),
  ]

  @Test(arguments: cases) func `names the bytes a node was read from`(_ example: MarkdownCase) {
    #expect(example.document.root.dump(ranges: true) == example.expected)
  }

  @Test func `ranges count the bytes that were given, not those that replace them`() {
    let document = MarkdownDocument(text: [0xFF, 0x00] + Array("*a*".utf8))
    let expected =
      "(document@0..<5 (paragraph@0..<5 \"\u{FFFD}\u{FFFD}\"@0..<2 (emphasis@2..<5 \"a\"@3..<4)))"
    #expect(document.root.dump(ranges: true) == expected)
  }

  @Test func `ranges count from the start of the text where only its end is read`() {
    let document = MarkdownDocument(text: Array("---\n---\n*a*".utf8), from: 8)
    #expect(
      document.root.dump(ranges: true)
        == #"(document@8..<11 (paragraph@8..<11 (emphasis@8..<11 "a"@9..<10)))"#)
  }

  @Test func `a cell that is not written has the range of its row`() throws {
    let document = MarkdownDocument(text: Array("|a|b|\n|-|-|\n|c|".utf8))
    let cell = try #require(document.root.descendants.last)
    #expect(cell.kind == .tableCell)
    #expect(cell.range == nil)
    #expect(cell.enclosingRange == 12..<15)
  }
}
