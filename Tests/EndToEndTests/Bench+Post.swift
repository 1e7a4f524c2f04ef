import Scratch
import Storage
import Subprocess
import Testing

extension Bench {
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
