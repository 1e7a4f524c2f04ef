import Record
import Testing

@Suite struct RecordEditingTests {
  @Test(arguments: [
    ("a body between two", "## Fix\n\nold\n\n## Validation\n\nv\n", "## Fix\n\nnew\n\n## Validation\n\nv\n"),
    ("a body without blank lines", "## Fix\nold\n## Validation\nv", "## Fix\n\nnew\n\n## Validation\nv"),
    ("an empty body", "## Fix\n## Validation", "## Fix\n\nnew\n\n## Validation"),
    ("the last body", "## Fix\nold", "## Fix\n\nnew\n"),
    ("a heading at the very end", "## Fix", "## Fix\n\nnew\n"),
    ("CRLF", "## Fix\r\nold\r\n## Validation\r\n", "## Fix\r\n\r\nnew\r\n\r\n## Validation\r\n"),
    ("an underlined heading", "Fix\n---\nold", "Fix\n---\n\nnew\n"),
  ])
  func `puts another body into a section`(_ name: String, _ text: String, _ expected: String) throws {
    let record = RecordDocument(text)
    let fix = try #require(record.section(.fix))
    #expect(try record.replacing(fix, with: Array("\nnew\n\n".utf8)).string == expected, "\(name)")
  }

  @Test func `a new body takes the line endings of the text`() throws {
    let record = RecordDocument("## Fix\r\nold\r\n")
    let fix = try #require(record.section(.fix))
    #expect(
      try record.replacing(fix, with: Array("a\nb\r\nc".utf8)).string == "## Fix\r\n\r\na\r\nb\r\nc\r\n")
  }

  @Test func `the same body again changes no byte`() throws {
    let record = RecordDocument("## Fix\nold\n\n\n## Validation\n")
    let fix = try #require(record.section(.fix))
    #expect(try record.replacing(fix, with: Array("old\n".utf8)).text == record.text)
  }

  @Test(arguments: [
    ("a heading", "a\n\n## Notes\n\nb", RecordEditError.bodyHoldsHeading("Notes")),
    ("an underlined line", "Notes\n---\n", .bodyHoldsHeading("Notes")),
    ("an open fence", "```\na", .bodyStaysOpen),
    ("an open comment", "<!-- a", .bodyStaysOpen),
  ])
  func `refuses a body that would not stay within its section`(
    _ name: String, _ body: String, _ error: RecordEditError
  ) throws {
    let record = RecordDocument("## Fix\n\n## Validation\n")
    let fix = try #require(record.section(.fix))
    #expect(throws: error, "\(name)") { try record.replacing(fix, with: Array(body.utf8)) }
  }

  @Test(arguments: [
    ("between two", "## Summary\na\n## Validation\nv", "## Summary\na\n\n## Fix\n\nnew\n\n## Validation\nv"),
    ("at the end", "# T\n\n## Summary\n\na", "# T\n\n## Summary\n\na\n\n## Fix\n\nnew\n"),
    ("at the start", "# T\n\n## Validation\n", "# T\n\n## Fix\n\nnew\n\n## Validation\n"),
    ("into nothing", "", "## Fix\n\nnew\n"),
    ("behind front matter alone", "---\na: b\n---", "---\na: b\n---\n\n## Fix\n\nnew\n"),
    (
      "unknown sections stay with the one above", "## Summary\n\n## Notes\n\n## Validation\n",
      "## Summary\n\n## Notes\n\n## Fix\n\nnew\n\n## Validation\n"
    ),
    ("behind a byte order mark", "\u{FEFF}## Validation\n", "\u{FEFF}## Fix\n\nnew\n\n## Validation\n"),
    ("CRLF", "## Summary\r\n", "## Summary\r\n\r\n## Fix\r\n\r\nnew\r\n"),
  ])
  func `puts a section where it belongs`(_ name: String, _ text: String, _ expected: String) throws {
    #expect(try RecordDocument(text).inserting(.fix, with: Array("new".utf8)).string == expected, "\(name)")
  }

  @Test func `refuses a second section of a kind`() {
    #expect(throws: RecordEditError.sectionExists(.fix)) {
      try RecordDocument("## Fix").inserting(.fix, with: [])
    }
  }

  @Test func `refuses to put a section into an open fence`() {
    #expect(throws: RecordEditError.precedingTextStaysOpen) {
      try RecordDocument("## Fix\n```\na").inserting(.validation, with: [])
    }
  }

  @Test(arguments: [
    (
      "a body that closes an open fence and has a heading", "```", "```\n# Fix",
      RecordEditError.precedingTextStaysOpen
    ),
    ("a body that ends open front matter", "\u{FEFF}---", "---\n# Fix", .precedingTextStaysOpen),
    (
      "a body that swallows a section and takes its place", "## Validation", "## Validation\n```",
      .bodyStaysOpen
    ),
  ])
  func `refuses a new section that would be another than it seems`(
    _ name: String, _ text: String, _ body: String, _ error: RecordEditError
  ) {
    #expect(throws: error, "\(name)") { try RecordDocument(text).inserting(.fix, with: Array(body.utf8)) }
  }

  @Test func `takes a section out`() throws {
    let record = RecordDocument("# T\n\n## Fix\n\na\n\n## Validation\n\nb\n")
    let fix = try #require(record.section(.fix))
    #expect(try record.removing(fix).string == "# T\n\n## Validation\n\nb\n")
  }

  @Test func `keeps the neighbours of a section apart when it goes`() throws {
    let record = RecordDocument("## Summary\na\n## Fix\n\nb\n\nValidation\n---\n")
    let fix = try #require(record.section(.fix))
    #expect(try record.removing(fix).string == "## Summary\na\n\nValidation\n---\n")
  }

  @Test(arguments: [
    ("---\na: b\n---\n\n# T\n", "---\nkey: A\n---\n\n# T\n"),
    ("# T\n", "---\nkey: A\n---\n\n# T\n"),
    ("", "---\nkey: A\n---\n"),
    ("---\r\na: b\r\n---\r\n", "---\r\nkey: A\r\n---\r\n"),
  ])
  func `puts other front matter in place`(_ text: String, _ expected: String) throws {
    #expect(try RecordDocument(text).replacingFrontMatter(with: Array("key: A\n".utf8)).string == expected)
  }

  @Test func `refuses front matter that would end itself`() {
    #expect(throws: RecordEditError.frontMatterHoldsFence) {
      try RecordDocument("# T").replacingFrontMatter(with: Array("a: b\n---\nc: d".utf8))
    }
  }
}
