import Markdown
import Testing

@Suite struct MarkdownTreeTests {
  static let cases = [
    MarkdownCase("nothing", "", "(document)"),
    MarkdownCase("blank lines", "\n \n\t\n", "(document)"),
    MarkdownCase(
      "headings of both kinds", "# A\n\nB\n===\n\nC\n---\n\n###### D ##",
      #"(document (heading 1 "A") (heading 1 "B") (heading 2 "C") (heading 6 "D"))"#),
    MarkdownCase(
      "stress", "*a* __b__ ~~c~~ ~d~ ***e***",
      #"""
      (document (paragraph (emphasis "a") " " (strong "b") " " (strikethrough "c") " " (strikethrough "d") " " \#
      (emphasis (strong "e"))))
      """#),
    MarkdownCase(
      "breaks", "a\nb  \nc\\\nd",
      #"(document (paragraph "a" (softBreak) "b" (hardBreak) "c" (hardBreak) "d"))"#),
    MarkdownCase(
      "links", #"[a](/u "t") [b](<x y>) <http://c> www.d.e f@g.h"#,
      #"""
      (document (paragraph (link "/u" "t" "a") " " (link "x y" "b") " " (link "http://c" "http://c") " " \#
      (link "http://www.d.e" "www.d.e") " " (link "mailto:f@g.h" "f@g.h")))
      """#),
    MarkdownCase(
      "a link by reference", "[a][b]\n\n[b]: /u 't'", #"(document (paragraph (link "/u" "t" "a")))"#),
    MarkdownCase(
      "an image", #"![a *b*](/u "t")"#, #"(document (paragraph (image "/u" "t" "a " (emphasis "b"))))"#),
    MarkdownCase("entities and escapes", #"\*&lt;&#65;&nbsp;"#, "(document (paragraph \"*<A\u{A0}\"))"),
    MarkdownCase(
      "a tight list", "- a\n- b", #"(document (list tight (item (paragraph "a")) (item (paragraph "b"))))"#),
    MarkdownCase(
      "a loose list with a start", "3) a\n\n4) b",
      #"(document (list 3) loose (item (paragraph "a")) (item (paragraph "b"))))"#),
    MarkdownCase(
      "tasks", "- [ ] a\n- [x] b\n- c",
      #"""
      (document (list tight (item [ ] (paragraph "a")) (item [x] (paragraph "b")) (item (paragraph "c"))))
      """#),
    MarkdownCase(
      "fenced code", "```swift x\nlet `a`\n\n  b\n```",
      #"(document (codeBlock "swift x" "let `a`\n\n  b\n"))"#),
    MarkdownCase("indented code", "    a\n     b", #"(document (codeBlock indented "a\n b\n"))"#),
    MarkdownCase("a code span", "`` a`b ``", #"(document (paragraph (code "a`b")))"#),
    MarkdownCase(
      "a quotation with a lazy line", "> a\nb\n> - c",
      #"(document (blockQuote (paragraph "a" (softBreak) "b") (list tight (item (paragraph "c")))))"#),
    MarkdownCase("a line across", "a\n\n***", #"(document (paragraph "a") (thematicBreak))"#),
    MarkdownCase(
      "HTML", "<div>\n*a*\n</div>\n\nb<br>",
      #"(document (htmlBlock "<div>\n*a*\n</div>\n") (paragraph "b" (htmlInline "<br>")))"#),
    MarkdownCase(
      "a table", "| a | b | c | d |\n|---|:--|:-:|--:|\n| `x\\|y` | 1 |",
      #"""
      (document (table -|:-|:-:|-: (header (cell "a") (cell "b") (cell "c") (cell "d")) \#
      (row (cell (code "x|y")) (cell "1") (cell) (cell))))
      """#),
    MarkdownCase(
      "footnotes in the order of their calls", "a[^x] b[^1] c[^x]\n\n[^1]: one\n[^x]: *two*\n[^y]: unused",
      #"""
      (document (paragraph "a" (footnoteReference 1 "x") " b" (footnoteReference 2 "1") " c" \#
      (footnoteReference 1 "x")) (footnoteDefinition 1 "x" (paragraph (emphasis "two"))) \#
      (footnoteDefinition 2 "1" (paragraph "one")))
      """#),
    MarkdownCase(
      "line endings of all kinds", "a\r\nb\rc\n\r\n# d\r",
      #"(document (paragraph "a" (softBreak) "b" (softBreak) "c") (heading 1 "d"))"#),
    MarkdownCase("a byte order mark", "\u{FEFF}# a", #"(document (heading 1 "a"))"#),
    MarkdownCase("a NUL", "a\0b", "(document (paragraph \"a\u{FFFD}b\"))"),
  ]

  @Test(arguments: cases) func `reads Markdown into a tree`(_ example: MarkdownCase) {
    #expect(example.document.root.dump() == example.expected)
  }

  @Test func `bytes that are no UTF-8 are read as replacement characters`() {
    let document = MarkdownDocument(text: [0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63])
    #expect(document.root.dump() == "(document (paragraph \"a\u{FFFD}b\u{FFFD}c\"))")
  }

  @Test func `a node knows its parent, its children and all below it`() throws {
    let document = MarkdownDocument(text: Array("- a *b*\n- c".utf8))
    let list = try #require(document.root.children.first)
    #expect(list.children.count == 2)
    #expect(list.children.map(\.plainText) == ["a b", "c"])
    #expect(list.descendants.filter { $0.kind == .text }.map(\.literal) == ["a ", "b", "c"])
    #expect(list.descendants.last?.parent?.kind == .paragraph)
    #expect(document.root.parent == nil)
    #expect(document.nodeCount == list.descendants.count + 2)
  }

  @Test func `a walk leaves every node it has entered, innermost first`() {
    let document = MarkdownDocument(text: Array("> *a*".utf8))
    let steps = document.root.events.map { event in
      switch event {
      case .enter(let node): "+\(node.index)"
      case .leave(let node): "-\(node.index)"
      }
    }
    #expect(steps == ["+0", "+1", "+2", "+3", "+4", "-4", "-3", "-2", "-1", "-0"])
  }

  @Test func `a walk stays below the node it began with`() throws {
    let document = MarkdownDocument(text: Array("a\n\n*b* c\n\nd".utf8))
    let middle = document.root.children.map { $0 }[1]
    #expect(middle.dump() == #"(paragraph (emphasis "b") " c")"#)
  }

  @Test func `parsers in many tasks at once do not disturb each other`() async {
    let text = Array("~~a~~ www.b.c\n\n| a |\n|---|\n| ~b~ |\n".utf8)
    let expected = MarkdownDocument(text: text).root.dump()
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<200 { group.addTask { MarkdownDocument(text: text).root.dump() } }
      for await dump in group { #expect(dump == expected) }
    }
  }
}
