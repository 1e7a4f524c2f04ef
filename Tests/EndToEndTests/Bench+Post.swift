import Scratch
import Storage
import Subprocess
import Testing

extension Bench {
  /// The case RILL-1 with an open gate, and its record.
  func prepareRecord() throws {
    try prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try prepare(
      "set", "RILL-1", "title=The sum is wrong", "owner=Ada", "cause.mechanism=\(Bench.mechanism)",
      "cause.chain=The sum lacks it.", "fix.summary=It carries.", "fix.reason=Nothing is dropped.",
      "symptom.text=wanted 4, got 3", "symptom.source=run.sh", "slipped.category=ci-gap",
      "slipped.text=No test.", "no_actions=There is a test now.", "not_covered.new=Windows",
      "repro.attested.by=Ada", "repro.attested.on=2026-03-01", "repro.attested.see=#1",
      "validation.new.what=It runs.", "validation.new.passes=true", "validation.new.by=Ada",
      "validation.new.on=2026-03-01", "validation.new.see=#1", "not_trivial=It is a fix.")
    try prepare("draft", "RILL-1")
  }

  /// Where the record stands.
  var recordPath: String { "\(repository.path)/docs/postmortems/RILL-1.md" }

  /// Changes a few words of the record, as a person does.
  func edit(_ words: String, to others: String) throws {
    let text = String(decoding: try FileTree.read(recordPath), as: UTF8.self)
    #expect(text.contains(words))
    try FileTree.write(Array(text.replacing(words, with: others).utf8), to: recordPath, mode: 0o644)
  }

  /// Calls the program at a terminal of its own.
  func session(_ arguments: [String], _ jira: JiraStandIn, adding variables: [String: String] = [:]) throws
    -> TerminalSession
  {
    try program.atTerminal(
      arguments, in: repository.path,
      adding: login(to: jira).merging(["PAGER": "cat"]) { $1 }.merging(variables) { $1 })
  }

  /// Calls it at a terminal, and answers what it asks.
  @discardableResult
  func answering(_ answer: String, _ arguments: [String], _ jira: JiraStandIn) throws -> (
    ending: Ending, shown: String
  ) {
    let terminal = try session(arguments, jira)
    try terminal.expect("anything else sends nothing: ")
    terminal.type("\(answer)\n")
    return (try terminal.end(), terminal.shown)
  }

  /// Calls it without a terminal.
  func piped(
    _ arguments: [String], _ jira: JiraStandIn, adding variables: [String: String] = [:], input: String? = nil
  ) throws -> PostmortemProgram.Result {
    try program.run(
      arguments, in: repository.path, adding: login(to: jira).merging(variables) { $1 }, input: input)
  }

  /// The steps in the journal of deliveries.
  func steps() throws -> [String] {
    guard FileTree.isFile("\(place())/deliveries.jsonl") else { return [] }
    return try FileTree.read("\(place())/deliveries.jsonl").split(separator: UInt8(ascii: "\n")).compactMap {
      try JSONText.decode(JSONValue.self, from: Array($0))["step"].text
    }
  }

  /// The user's own state.
  var state: String { "\(program.home.path)/.local/state/postmortem" }
}
