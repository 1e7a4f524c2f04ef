import Testing
import YAML

@Suite struct ReaderTests {
  @Test func `reads what is expected`() throws {
    let text = """
      title: Lost updates
      severity: high
      count: 41
      flaky: false
      note:
      owners: ana
      fix:
        commits: [4f1c2ab, '0123']
      people:
        - name: bo
        - name: cy

      """
    let reader = YAMLReader(try YAMLDocument(text: text, name: "case.yaml"))
    let fields = reader.fields(
      known: ["title", "severity", "count", "flaky", "note", "owners", "fix", "people", "more"])
    #expect(fields.requiredText("title") == "Lost updates")
    #expect(fields.word("severity", of: ["low", "high"]) == "high")
    #expect(fields.number("count") == 41)
    #expect(fields.flag("flaky") == false)
    #expect(fields.text("note") == nil)
    #expect(fields.texts("owners") == ["ana"])
    #expect(fields.texts("more") == [])
    #expect(fields.fields("fix", known: ["commits"])?.texts("commits") == ["4f1c2ab", "0123"])
    #expect(fields.list("people", known: ["name"]).map { $0.text("name") } == ["bo", "cy"])
    try reader.finish()
  }

  @Test func `gathers a hundred errors and no more`() throws {
    let text = (0..<120).map { "key\($0): x\n" }.joined()
    let reader = YAMLReader(try YAMLDocument(text: text, name: "case.yaml"))
    _ = reader.fields(known: ["title"])
    #expect(reader.errors.count == 100)
    #expect(reader.errors.last?.position.line == 100)
  }

  @Test func `gathers all that is not as expected, in the order of the file`() throws {
    let text = """
      titel: Lost updates
      severity: bad
      count: many
      flaky: no
      note: [a]
      fix: none
      people:
        - bo
        - nmae: cy
          colour: red

      """
    let reader = YAMLReader(try YAMLDocument(text: text, name: "case.yaml"))
    let fields = reader.fields(known: ["title", "severity", "count", "flaky", "note", "fix", "people"])
    #expect(fields.list("people", known: ["name", "role"]).count == 1)
    #expect(fields.fields("fix", known: []) == nil)
    #expect(fields.text("note") == nil)
    #expect(fields.flag("flaky") == nil)
    #expect(fields.number("count") == nil)
    #expect(fields.word("severity", of: ["low", "high"]) == nil)
    #expect(fields.requiredText("title") == nil)
    let errors = #expect(throws: YAMLErrors.self) { try reader.finish() }
    let lines = errors?.errors.map { "\($0.position.line):\($0.position.column): \($0.problem)" } ?? []
    #expect(
      lines.joined(separator: "\n") == """
        1:1: the key `titel` is not known; did you mean `title`?
        1:1: the key `title` is missing
        2:11: `severity` is "bad"; expected one of: low, high
        3:8: `count` is "many"; expected a whole number
        4:8: `flaky` is "no"; expected one of: true, false
        5:7: `note` is a list; expected a text
        6:6: `fix` is a text; expected a mapping (lines of `key: value`)
        8:5: `people` is a text; expected a mapping (lines of `key: value`)
        9:5: the key `nmae` is not known; did you mean `name`?
        10:5: the key `colour` is not known; expected one of: name, role
        """)
  }

  @Test func `takes an empty file for one without keys`() throws {
    let reader = YAMLReader(try YAMLDocument(text: "# nothing yet\n", name: "case.yaml"))
    #expect(reader.fields(known: ["title"]).text("title") == nil)
    #expect(reader.errors.isEmpty)
  }

  @Test func `a file that is no mapping has no fields`() throws {
    let reader = YAMLReader(try YAMLDocument(text: "- a\n", name: "case.yaml"))
    #expect(reader.fields(known: ["title"]).text("title") == nil)
    #expect(
      reader.errors.map(\.problem.description) == [
        "`the file` is a list; expected a mapping (lines of `key: value`)"
      ])
  }

  static let words: [Case<String, String?>] = [
    Case("the same but for case", "Title", "title"),
    Case("two letters swapped", "titel", "title"),
    Case("a letter too many", "tittle", "title"),
    Case("a letter too few", "comits", "commits"),
    Case("a wrong letter", "sevarity", "severity"),
    Case("something else", "owner", nil),
    Case("nothing", "", nil),
    Case("very long", String(repeating: "x", count: 100_000), nil),
  ]

  @Test(arguments: words)
  func `names the nearest known key`(row: Case<String, String?>) throws {
    let reader = YAMLReader(try YAMLDocument(text: "a:\n  \"\(row.input.prefix(900))\": b\n", name: "a.yaml"))
    _ = reader.fields(known: ["a"]).fields("a", known: ["title", "commits", "severity"])
    #expect(
      reader.errors.map(\.problem) == [
        .unknownKey(
          String(row.input.prefix(900)), nearest: row.output, known: ["title", "commits", "severity"])
      ])
  }
}
