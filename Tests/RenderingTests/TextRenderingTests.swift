import Markdown
import Rendering
import Storage
import Terminal
import Testing

@Suite struct TextRenderingTests {
  /// A text, what it becomes, and the rules that say why.
  struct Case: Sendable, CustomTestStringConvertible {
    let markdown: String
    let text: String
    let rules: [TextRule]

    init(_ markdown: String, _ text: String, _ rules: TextRule...) {
      self.markdown = markdown
      self.text = text
      self.rules = rules
    }

    var testDescription: String { markdown }
  }

  static let cases = [
    Case("", ""),
    Case("a *b* **c** ~~d~~ `e`", "a b c ~~d~~ `e`", .emphasis, .emphasis),
    Case("[a](http://x) ![b](c.png)", "a (http://x) [image: b] (c.png)", .image),
    Case("a<!-- b --> <i>c</i>", "a <i>c</i>", .htmlComment, .html, .html),
    Case("a\n\n<!-- b -->\n\nc", "a\n\nc", .htmlComment),
    Case("a<br>b<BR/>c", "a\nb\nc"),
    Case("a\n\n<br/><br/>\n\nb", "a\n\nb"),
    Case("|a|b|\n|-|-|\n|c<br />d|e|", "a │ b\n──┼──\nc │ e\nd │"),
    Case("> a\n> > b", "> a\n>\n> > b"),
    Case("# Abcde\n\n## Fix\n\n### x\n\n#### y", "Abcde\n=====\n\nFix\n----\n\nx\n~~~~\n\ny\n^^^^"),
    Case("\\#12 is it", " #12 is it"),
    Case("a #12", "a #12"),
    Case("\\--- b", " --- b"),
    Case("--x", "--x"),
    Case("From here\n\nFromage", " From here\n\nFromage"),
    Case("Index: a\n\nIndexed", " Index: a\n\nIndexed"),
    Case("- From here", "• From here"),
    Case("```\n# a\n```", "    # a"),
  ]

  @Test(arguments: cases) func `Markdown becomes text that reads without it`(_ example: Case) {
    let rendering = TextRendering(Array(example.markdown.utf8))
    #expect(String(decoding: rendering.bytes, as: UTF8.self) == example.text)
    #expect(rendering.changes.map(\.rule) == example.rules)
  }

  @Test func `lines are 72 columns wide, code is as long as it is`() {
    let code = String(repeating: "x ", count: 50) + "x"
    let text = String(repeating: "word 漢字 #1 ", count: 60) + "\n\n```\n\(code)\n```\n"
    let lines = String(decoding: TextRendering(Array(text.utf8)).bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
    #expect(lines.last == "    \(code)")
    #expect(lines.dropLast().map(\.terminalColumns).max().map { (66...72).contains($0) } == true)
    #expect(!lines.contains { $0.hasPrefix("#") })
  }

  @Test func `a record begins with its facts`() {
    let sections = ["Summary", "Root cause", "Fix", "Validation"].map { "## \($0)\n\na\n" }.joined(
      separator: "\n")
    let text = "---\nkey: RILL-1\nfix_of: [a, b]\n---\n\(sections)"
    let rendering = TextRendering(Array(text.utf8))
    #expect(
      String(decoding: rendering.bytes, as: UTF8.self).hasPrefix(
        "key     RILL-1\nfix of  a, b\n\nSummary\n-------\n\na\n\nRoot cause\n----------\n"))
    #expect(rendering.changes.map(\.rule) == [.frontMatter])
  }

  @Test(arguments: 0..<10) func `any Markdown keeps all its text in order`(_ seed: Int) {
    for text in MarkdownSamples.texts(seed: seed) { check(text) }
  }

  @Test(arguments: try FileTree.list(MarkdownSamples.corpus))
  func `what once was hard to read keeps all its text in order`(_ name: String) throws {
    check(try FileTree.read("\(MarkdownSamples.corpus)/\(name)"))
  }

  private func check(_ text: [UInt8]) {
    let bytes = TextRendering(text).bytes
    #expect(TextRendering(text).bytes == bytes)
    let written = String(decoding: bytes, as: UTF8.self)
    // What must not be printed is written as an escape.
    let visible = Sanitized(MarkdownDocument(text: text).root.plainText, keeping: .newlinesAndTabs)
      .description
    let missing = MarkdownSamples.firstMissing(
      MarkdownSamples.letters(visible), in: written)
    #expect(missing == nil, "\(String(decoding: text.prefix(400), as: UTF8.self))\n\(written)")
  }
}
