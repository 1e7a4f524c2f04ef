import Markdown
import Testing

@Suite struct PlainTextTests {
  static let cases = [
    MarkdownCase("markup", "# A *b* `c`\n\n[d](/u) ![e](/v) **f**", "A b c\nd e f"),
    MarkdownCase("breaks", "a\nb  \nc", "a b\nc"),
    MarkdownCase("lists", "- a\n  - b\n- c", "a\nb\nc"),
    MarkdownCase("a table", "|a|b|\n|-|-|\n|c||\n|d|e|", "a\tb\nc\t\nd\te"),
    MarkdownCase("code", "```\na\n\nb\n```\n\nc", "a\n\nb\nc"),
    MarkdownCase("HTML is left out", "<div>\na\n</div>\n\nb<br>c", "bc"),
    MarkdownCase("entities", "&lt;\\*", "<*"),
  ]

  @Test(arguments: cases) func `gives what a reader sees`(_ example: MarkdownCase) {
    #expect(example.document.root.plainText == example.expected)
  }

  @Test func `an inline node gives its own words`() throws {
    let document = MarkdownDocument(text: Array("a *b `c`* d".utf8))
    let emphasis = try #require(document.root.descendants.first { $0.kind == .emphasis })
    #expect(emphasis.plainText == "b c")
  }
}
