import Casework
import Scratch
import Storage
import Testing

@Suite struct LedgerImportTests {
  let directory: TemporaryDirectory
  let journal: LedgerJournal

  init() throws {
    directory = try TemporaryDirectory()
    let store = CaseStore(inWorkTree: directory.path)
    try store.create("RILL-1")
    journal = try store.ledger(of: "RILL-1")
  }

  private func bring(_ text: String) throws -> [LedgerEntry] {
    try journal.append(LedgerImport(Array(text.utf8)), from: "notes", by: "Ada", at: "now")
  }

  static let lists: [(name: String, text: String, notes: [String])] = [
    ("every mark", "- a\n* b\n+ c\n1. d\n2) e\n", ["a", "b", "c", "d", "e"]),
    ("around it is prose", "# Notes\n\nWe saw:\n\n- a\n\nAnd that was it.\n", ["a"]),
    ("lines that go on", "- a\n  b\nc\n- d\n", ["a\nb\nc", "d"]),
    ("paragraphs", "- a\n\n  b\n\nc\n", ["a\n\nb"]),
    ("what is nested", "- a\n  - b\n    - c\n- d\n", ["a\n- b\n  - c", "d"]),
    ("code in an item", "- a\n  ```\n  - x\n  ```\n- b\n", ["a\n```\n- x\n```", "b"]),
    ("code outside of it", "```\n- x\n```\n- a\n", ["a"]),
    ("boxes", "- [ ] a\n- [x] b\n- [y] c\n", ["a", "b", "[y] c"]),
    ("rules and empty items", "---\n- - -\n***\n-\n- a\n-b\n", ["a\n-b"]),
    ("CRLF and a byte order mark", "\u{FEFF}- a\r\n- b\r\n", ["a", "b"]),
    ("no newline at the end", "- a", ["a"]),
    ("a heading ends it", "- a\n# b\n", ["a"]),
    ("numbers that are none", "2026. x\n- a\n1234567890. b\n", ["x", "a\n1234567890. b"]),
  ]

  @Test(arguments: lists)
  func `each item of a Markdown list is a note`(name: String, text: String, notes: [String]) throws {
    #expect(try bring(text).map(\.content) == notes.map { .note($0) }, "\(name)")
  }

  @Test func `an item that says so is a hypothesis`() throws {
    let entries = try bring("- Hypothesis: the queue is full\n- hypothesis:\n- A hypothesis: no\n")
    #expect(
      entries.map(\.content) == [
        .hypothesis("the queue is full"), .note("hypothesis:"), .note("A hypothesis: no"),
      ])
  }

  @Test func `references of JSON lines are renumbered, and files that are not here are forgotten`() throws {
    _ = try journal.append(.note("before"), by: "Ada", at: "now")
    let entries = try bring(
      """
      {"number":5,"at":"then","by":"Bea","hypothesis":"h"}

      {"number":9,"experiment":{"command":["x"],"rulesOut":[5],"output":{"excerpt":["e"],"file":"logs/e.log"}}}
      {"change":{"hypothesis":5,"state":"rejected","experiment":9}}
      {"ruling":{"hypothesis":5,"experiment":9,"rules":"in"}}
      """)
    #expect(entries.map(\.number) == [2, 3, 4, 5])
    #expect(entries.map(\.at) == ["then", "now", "now", "now"])
    #expect(entries.map(\.by) == ["Bea", "Ada", "Ada", "Ada"])
    #expect(entries.allSatisfy { $0.imported == "notes" })
    var experiment = Experiment(command: ["x"])
    experiment.rulesOut = [2]
    experiment.output = Experiment.Output(excerpt: ["e"], digest: nil, bytes: nil, file: nil)
    #expect(entries[1].content == .experiment(experiment))
    #expect(
      entries[2].content
        == .change(HypothesisChange(hypothesis: 2, state: .rejected, reason: nil, experiment: 3)))
    #expect(
      entries[3].content == .ruling(Ruling(experiment: 3, hypothesis: 2, rules: .ruledIn, reason: nil)))
    #expect(try journal.read().entries.suffix(4) == entries[...])
  }

  @Test func `a file that grew brings only what is new`() throws {
    let text = "{\"number\":1,\"hypothesis\":\"h\"}\n{\"note\":\"n\"}\n{\"note\":\"n\"}\n"
    #expect(try bring(text).count == 3)
    let added = try bring(text + "{\"change\":{\"hypothesis\":1,\"state\":\"confirmed\"}}\n")
    #expect(added.map(\.number) == [4])
    #expect(try journal.read().hypotheses.map(\.state) == [.confirmed])
  }

  static let faults: [(text: String, error: LedgerImportError)] = [
    ("", .nothing), ("Only prose.\n", .nothing), ("\n\n", .nothing),
    ("{\"note\":\"a\"}\n{\n", .notAnEntry(line: 2)), ("{\"dream\":\"a\"}", .notAnEntry(line: 1)),
    ("{\"note\":\"a\"}\n\n- b\n", .notAnEntry(line: 3)),
    ("{\"number\":1,\"note\":\"a\"}\n{\"number\":1,\"note\":\"b\"}", .numberTwice(line: 2, 1)),
    (
      "{\"number\":1,\"note\":\"a\"}\n{\"change\":{\"hypothesis\":1,\"state\":\"open\"}}",
      .unknownReference(line: 2, 1)
    ),
    ("{\"experiment\":{\"command\":[],\"rulesIn\":[3]}}", .unknownReference(line: 1, 3)),
  ]

  @Test(arguments: faults)
  func `a file with a wrong line brings nothing`(text: String, error: LedgerImportError) throws {
    #expect(throws: error) { try bring(text) }
    #expect(try journal.read().entries.isEmpty)
  }
}
