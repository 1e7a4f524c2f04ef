@testable import Markdown
import Testing

@Suite struct HostileMarkdownTests {
  /// What is repeated to make a hostile document.
  static let units = [
    "[", "]", "](", "[a](", "![a](", "[a][b]", "[a](b \"", "[a](b (", "[a](<", "[a]: b\n", "> ", ">", "*",
    "*a ",
    "**a *a ", "a*a_", "_a ", "~a ", "`", "`a``b", "- ", "-\n", "1) ", "a\n", "\n", "\r", "\t", "\\", "&",
    "&a",
    "<", "<a ", "<!--", "|", "|a\n", "www.", "[^1]", "\0", "\u{FF}", "## Fix\n", "x\n===\n", "---\n",
    "plain words, ",
  ]

  @Test(arguments: units) func `finding places takes work in proportion to the text`(_ unit: String) {
    let works = [4_000, 8_000].map { size in
      let text = Array(String(repeating: unit, count: size / unit.utf8.count).utf8)
      let ending = Array("\n\n[a]: /x\n[b]: /y\n[^1]: z".utf8)
      let source = CleanSource(text: text + ending, from: 0)
      var blocks = SourceLocation(of: CMarkParser.parse(source), in: source)
      blocks.locateBlocks()
      var inlines = InlineLocation(source: source, pool: blocks.pool)
      for (place, row) in blocks.rows.enumerated() where [.paragraph, .heading, .tableCell].contains(row.tag)
      {
        var rows = blocks.rows[place..<Int(row.end)]
        inlines.locate(&rows)
      }
      return inlines.work
    }
    #expect(works[1] <= 2 * works[0] + 2_000)
    #expect(works[1] <= 16 * 8_200)
  }

  @Test func `quotations a hundred thousand deep are read, walked and let go`() {
    let depth = 100_000
    let document = MarkdownDocument(text: Array(repeating: 0x3E, count: depth))
    #expect(document.nodeCount == depth + 1)
    #expect(document.root.events.reduce(0) { count, _ in count + 1 } == 2 * (depth + 1))
    #expect(document.root.plainText.isEmpty)
    #expect(document.root.dump().utf8.count > depth)
  }

  @Test func `a megabyte of open brackets is one text`() {
    let document = MarkdownDocument(text: Array(repeating: 0x5B, count: 1 << 20))
    #expect(document.nodeCount == 3)
  }

  @Test(arguments: [
    ("a row of many cells", "a|b\n", "-|", 1_001),
    (
      "rows far shorter than their header",
      String(repeating: "|a", count: 900) + "\n" + String(repeating: "|-", count: 900) + "\n", "|c\n", 1_000
    ),
    ("many delimiter rows", "", " |\n|-|-|\n/b |\n|-|-|\n", 1_000),
  ])
  func `tables that would take too long are no tables`(
    _ name: String, _ opening: String, _ unit: String, _ count: Int
  ) {
    let text = opening + String(repeating: unit, count: count)
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let document = MarkdownDocument(text: Array(text.utf8))
      #expect(document.root.descendants.allSatisfy { $0.kind != .tableCell }, "\(name)")
    }
  }

  @Test func `tables of people are tables`() {
    let wide = String(repeating: "| a ", count: 500) + "\n" + String(repeating: "|---", count: 500)
    let long = "| a | b |\n|---|---|\n" + String(repeating: "| - | - |\n", count: 400)
    let short = "| a | b | c |\n|---|---|---|\n" + String(repeating: "| a\n", count: 2_000)
    let document = MarkdownDocument(text: Array("\(wide)\n\n\(long)\n\n\(short)".utf8))
    #expect(document.root.children.count { if case .table = $0.kind { true } else { false } } == 3)
  }

  @Test func `a text that is too long for the parser is one paragraph of plain text`() {
    let tree = CMarkParser.parse(CleanSource(text: Array("# *a*".utf8), from: 0), longest: 4)
    #expect(tree.rows.map(\.tag) == [.document, .paragraph, .text])
    #expect(tree.pool == Array("# *a*".utf8))
  }

  @Test(arguments: [0x00, 0x80, 0xC3, 0xE2, 0xF0, 0xFF] as [UInt8])
  func `no byte alone is too much`(_ byte: UInt8) {
    let document = MarkdownDocument(text: [byte])
    #expect(document.root.plainText == "\u{FFFD}")
    #expect(document.root.descendants.last?.range == 0..<1)
  }
}
