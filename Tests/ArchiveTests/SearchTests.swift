import Archive
import Record
import Scratch
import Storage
import Testing

/// Searching records by words.
@Suite struct SearchTests {
  let shelf: Shelf

  init() throws {
    shelf = try Shelf()
    try shelf.write(
      "RILL-1", "Evaluating a graph in small steps hangs",
      [
        "Summary": "Evaluation hung.",
        "Root cause": "With one stream, `scheduler_submit` pushes no event.\n\n`event_wait` sleeps.",
        "Fix": "`src/scheduler.c` records every event.", "Validation": "`make check` passes.",
      ])
    try shelf.write(
      "RILL-2", "The cache grows without bound",
      [
        "Summary": "Memory grew.", "Root cause": "`evictOldest` was never called.", "Fix": "It is called.",
        "Validation": "Soak.",
      ])
    try shelf.write(
      "RILL-3", "Dates before 1970 are wrong",
      [
        "Summary": "Dates.", "Root cause": "`parse_date` took unsigned seconds.", "Fix": "Signed.",
        "Validation": "A test.",
      ])
  }

  @Test(arguments: [
    ("why does evaluation hang?", ["RILL-1"]), ("scheduler_submit", ["RILL-1"]),
    ("schedulerSubmit", ["RILL-1"]),
    ("submit", ["RILL-1"]), ("evict_oldest", ["RILL-2"]), ("src/scheduler.c", ["RILL-1"]),
    ("RILL-3", ["RILL-3"]),
    ("unsigned seconds", ["RILL-3"]), ("nothing of the kind is here", []),
    ("src/other.c", []),
  ])
  func `a question finds the records that have what it is about`(question: String, keys: [String]) throws {
    #expect(try shelf.keys(question) == keys)
  }

  @Test(arguments: [
    "\"", "*", "(", ")", "NEAR(a b)", "-hang", ":", "title:hang", "a AND", "OR", "NOT", "hang*", "^hang", "'",
    "\u{0}", "{a}",
    "+", "\"hang", "hang\"\"", "names : \"x", ";DROP TABLE records", "   ", "%", "\\",
  ])
  func `no character of a question is syntax`(question: String) throws {
    #expect(Set(try shelf.keys(question)).isSubset(of: ["RILL-1", "RILL-2", "RILL-3"]))
    #expect(try shelf.keys("hang \(question)").first == "RILL-1")
  }

  @Test func `a finding says where the words stand, and which`() throws {
    let findings = try shelf.archive().search("event pushes vacuum", limit: 10)
    #expect(findings.records == 3)
    #expect(findings.unknown == ["vacuum"])
    let found = try #require(findings.found.first)
    #expect(found.passage.section == "Root cause")
    #expect(found.passage.line == 14)
    #expect(found.passage.text == "With one stream, `scheduler_submit` pushes no event.")
    #expect(found.matched == ["event", "pushes"])
    #expect(found.title == "Evaluating a graph in small steps hangs")
    #expect(found.date == "2026-07-09")
  }

  @Test func `a section can be asked for, and a number`() throws {
    #expect(try shelf.archive().search("event", limit: 10, in: .fix).found.first?.passage.section == "Fix")
    #expect(try shelf.archive().search("event", limit: 10, in: .symptom).found.isEmpty)
    let one = try shelf.archive().search("called hangs dates", limit: 1)
    #expect(one.found.count == 1)
    #expect(one.more == 2)
  }

  @Test func `a page that is no record, and what a link leads to, are not in the archive`() throws {
    try shelf.write("# Index\n\nAll about hanging.\n", to: "README.md")
    try FileTree.write(Array("## Fix\n\nhanging\n".utf8), to: "\(shelf.place.path)/elsewhere.md")
    try shelf.shell("ln -s ../elsewhere.md records/link.md")
    #expect(try shelf.keys("hanging") == ["RILL-1"])
    #expect(try shelf.archive().search("hanging", limit: 1).records == 3)
  }

  @Test func `huge records, and bytes that are no text, are searched like others`() throws {
    let filler = String(repeating: "word `some_name` of filler text\n\n", count: 4_000)
    try shelf.write("## Root cause\n\nzebra\n\n\(filler)", to: "huge.md")
    let bytes: [UInt8] =
      Array("## Fix\n\ngiraffe \u{0} ".utf8) + [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80] + Array(" okapi\n".utf8)
    try FileTree.write(bytes, to: "\(shelf.records)/bytes.md")
    try shelf.write("## Fix\n\n\(String(repeating: "x", count: 1 << 20)) quagga\n", to: "long.md")
    #expect(try shelf.keys("zebra") == ["huge"])
    #expect(try shelf.keys("giraffe okapi") == ["bytes"])
    let long = try shelf.archive().search("quagga", limit: 1)
    #expect(long.found.first?.key == "long")
    #expect((long.found.first?.passage.text.utf8.count ?? 0) < 300)
  }
}
