import Scratch
import Storage
import Subprocess
import Testing

/// Evidence that somebody, or something, has spoilt.
@Suite struct UnreadableEvidenceTests {
  let bench: Bench

  /// A case whose gate is open, with nothing missing.
  init() throws {
    bench = try Bench()
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare("prove", "--case", "RILL-1")
    try bench.prepare(
      "set", "RILL-1", "title=Sums are wrong", "owner=Ines", "cause.mechanism=\(Bench.mechanism)",
      "fix.summary=add() keeps the carry", "fix.reason=No carry is dropped", "no_actions=It is a small tool",
      "not_trivial=It is a fix.")
  }

  private var path: String { "\(bench.place())/evidence.jsonl" }

  /// Puts something in the place of each line of the evidence that holds a text, and gives the lines' numbers.
  private func spoil(_ text: String, with other: String) throws -> [Int] {
    var lines = String(decoding: try FileTree.read(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let places = lines.indices.filter { lines[$0].contains(text) }
    for place in places { lines[place] = other }
    try FileTree.write(Array(lines.joined(separator: "\n").utf8), to: path)
    return places.map { $0 + 1 }
  }

  @Test(arguments: [
    ("{\"number\":", "it is no JSON"),
    ("{\"number\":9,\"dream\":1}", "it is nothing that this version knows"),
  ])
  func `a line that cannot be read is told by gate and draft with its place, once`(other: String, why: String)
    throws
  {
    let line = try #require(try spoil("\"fix.subject\"", with: other).first)
    let words = ".postmortem/cases/RILL-1/evidence.jsonl:\(line) cannot be read: \(why)"
    let wide = ["COLUMNS": "200"]
    let gate = try bench.call("gate", "RILL-1", adding: wide)
    #expect(gate.ending == .exit(0))
    let shown = gate.output.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(shown.ranges(of: words).count == 1, "\(gate.output)")
    let notes = try bench.call("gate", "RILL-1", "--json").json()["notes"].elements
    #expect(notes.map { $0["name"].text } == ["unreadable-evidence"])
    #expect(notes[0]["message"].text == "\(words); what was said there counts for nothing.")
    let draft = try bench.call("draft", "RILL-1", adding: wide)
    #expect(draft.ending == .exit(0))
    let told = draft.output.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(told.ranges(of: words).count == 1, "\(draft.output)")
  }

  @Test func `who drafts does not vouch for a value whose evidence cannot be read`() throws {
    let line = try #require(try spoil("\"fix.reason\"", with: "{ torn").first)
    let before = try bench.repository.digest()
    let draft = try bench.call("draft", "RILL-1", "--json")
    #expect(draft.ending == .exit(1))
    let error = try draft.json()["error"]
    #expect(error["code"].text == "unreadable-evidence")
    #expect(
      error["message"].text
        == ".postmortem/cases/RILL-1/evidence.jsonl:\(line) cannot be read: it is no JSON. "
        + "Without it nobody has given fix.reason.")
    expectEqualText(try bench.repository.digest(), before)
    // Taken out, it is as the remedy says.
    _ = try spoil("{ torn", with: "")
    #expect(try bench.call("draft", "RILL-1", "--json").json()["vouchedFor"].texts.contains("fix.reason"))
  }

  @Test func `a proof that cannot be read no longer opens the gate, and the gate says why`() throws {
    _ = try spoil("\"proof\"", with: "[]")
    let report = try bench.call("gate", "RILL-1", "--json").json()
    #expect(report["isOpen"] == .bool(false))
    #expect(report["notes"].elements.map { $0["name"].text } == ["unreadable-evidence"])
  }

  @Test func `many lines are told in one note`() throws {
    #expect(try spoil("\"found\"", with: "[]").count == 6)
    let notes = try bench.call("gate", "RILL-1", "--json").json()["notes"].elements
    #expect(notes.count == 1)
    #expect(
      notes[0]["message"].text?.hasSuffix("; nor can 3 more lines; what was said there counts for nothing.")
        == true)
  }
}
