import Markdown
import Record
import Testing

@Suite struct RecordDocumentTests {
  @Test func `splits a record into front matter, title and sections`() {
    let record = RecordDocument(
      """
      ---
      key: FLAG-7
      ---
      # FLAG-7: Lost updates

      ## Summary

      It broke.

      ## Root cause

      `apply()` skips the event.

      ### In detail

      More.

      ## Fix
      One line.
      """)
    #expect(record.title?.text == "FLAG-7: Lost updates")
    #expect(record.outline == ["Summary = summary", "Root cause = rootCause", "Fix = fix"])
    #expect(
      record.section(.rootCause)?.nodes.map(\.plainText) == [
        "apply() skips the event.", "In detail", "More.",
      ])
    #expect(record.section(.fix).map { record.string($0.headingRange) } == "## Fix\n")
    #expect(record.section(.fix).map { record.string($0.bodyRange) } == "One line.")
    #expect(record.missingSections == [.validation])
  }

  @Test(arguments: [
    ("setext", "Summary\n-------\na\n\nRoot cause\n---\nb", ["Summary = summary", "Root cause = rootCause"]),
    ("emphasis and code", "## **Root** *cause*\n## `Fix`", ["Root cause = rootCause", "Fix = fix"]),
    ("closed headings", "  ## Fix ##  \n", ["Fix = fix"]),
    (
      "CRLF and trailing spaces", "## Fix  \r\na\r\n## Validation:\r\n",
      ["Fix = fix", "Validation: = validation"]
    ),
    ("a byte order mark", "\u{FEFF}## Fix\n", ["Fix = fix"]),
    ("no blank line before it", "a\n## Fix\nb", ["Fix = fix"]),
    ("unknown headings", "## Notes\n## Fix", ["Notes = -", "Fix = fix"]),
    ("repeated headings", "## Fix\n## Fix", ["Fix = fix", "Fix = fix"]),
    ("sections of level 1", "# Summary\n# Fix", ["Summary = summary", "Fix = fix"]),
    ("a second title is a section", "# T\n## Fix\n# Notes", ["Fix = fix", "Notes = -"]),
    ("deeper headings", "### Fix\n#### Summary", []),
    ("code fences", "```\n## Fix\n```\n~~~\n## Fix\n", []),
    ("indented code", "    ## Fix", []),
    ("quotations", "> ## Fix", []),
    ("lists", "- ## Fix\n- a\n\n  ## Fix", []),
    ("HTML", "<div>\n## Fix\n</div>\n\n<!--\n\n## Fix\n\n-->", []),
    ("front matter", "---\n## Fix\n---\n", []),
    ("no heading at all", "##Fix\n\\## Fix", []),
  ])
  func `takes for sections what a reader would`(_ name: String, _ text: String, _ sections: [String]) {
    #expect(RecordDocument(text).outline == sections, "\(name)")
  }

  @Test func `a title stands before the sections or not at all`() {
    #expect(RecordDocument("# A\n# B\n").title?.text == "A")
    #expect(RecordDocument("## Fix\n# B\n").title == nil)
    #expect(RecordDocument("# Fix\n").title == nil)
  }

  @Test func `a footnote belongs to the section it is written in`() {
    let record = RecordDocument("## Summary\na[^1] b[^2]\n\n[^2]: two\n\n## Fix\nc\n\n[^1]: one\n")
    #expect(record.section(.summary)?.nodes.map(\.plainText) == ["a b", "two"])
    #expect(record.section(.fix)?.nodes.map(\.plainText) == ["c", "one"])
  }

  @Test func `blocks know where they stand in the whole text`() throws {
    let text = "---\nkey: A\n---\n## Fix\n\n*b*\n"
    let node = try #require(RecordDocument(text).section(.fix)?.nodes.first?.children.first)
    #expect(node.range == 23..<26)
    #expect(LineIndex(Array(text.utf8)).position(of: 23) == MarkdownPosition(line: 6, column: 1))
  }

  @Test func `line endings, trailing spaces and blank lines around it do not change a normalised body`()
    throws
  {
    let first = RecordDocument("## Fix\n\na\n  b  \n\n\nc\n\n## Validation")
    let second = RecordDocument("## Fix \r\na \t\r\n  b\r\n\r\n \r\nc")
    let normalised = first.normalisedBody(of: try #require(first.section(.fix)))
    #expect(normalised == Array("a\n  b\n\n\nc".utf8))
    #expect(second.normalisedBody(of: try #require(second.section(.fix))) == normalised)
    #expect(RecordDocument.normalised(Array("\n \r\n".utf8)).isEmpty)
  }
}

extension RecordDocument {
  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// Heading and kind of each section.
  var outline: [String] {
    sections.map { "\($0.heading) = \($0.kind.map { "\($0)" } ?? "-")" }
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  var string: String {
    String(decoding: text, as: UTF8.self)
  }
}
