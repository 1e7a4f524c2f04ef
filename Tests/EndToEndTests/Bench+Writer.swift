import Scratch
import Storage
import Subprocess
import Testing

extension Bench {
  /// What a writer takes in the tests.
  static let writerKey = "sk-test-0123456789abcdef-not-real"

  /// Settings with one writer, `local`.
  func writerSettings(
    _ address: String, kind: String = "openai-chat", more: String = "    key: \(Bench.writerKey)\n"
  ) -> String {
    """
    writers:
      - name: local
        kind: \(kind)
        url: \(address)
        model: small-1
    \(more)
    """
  }

  /// A case whose gate is open, with nothing missing and a fact for every section, and a writer in the settings.
  func prepareWriter(_ server: ScriptedServer, kind: String = "openai-chat") throws {
    try prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try prepare("prove", "--case", "RILL-1")
    try prepare(
      "set", "RILL-1", "title=Sums are wrong", "owner=Ines", "cause.mechanism=\(Bench.mechanism)",
      "cause.chain=The sum lacks the carry that add() drops.", "symptom.text=wanted 4, got 3",
      "fix.summary=add() keeps the carry", "fix.reason=No carry is dropped", "slipped.category=ci-gap",
      "slipped.text=No test adds odd numbers", "not_covered.new=Windows", "no_actions=It is a small tool")
    try writeSettings(writerSettings(server.address(), kind: kind))
  }

  /// The numbers of the facts as they are sent, by their names.
  func factNumbers() throws -> [String: Int] {
    let result = try call("draft", "RILL-1", "--writer", "local", "--dry-run", "--json")
    #expect(result.ending == .exit(0), "\(result.error)")
    let facts = try result.json()["writer"]["sent"]["facts"].elements
    return Dictionary(facts.map { ($0["name"].text ?? "", $0["number"].integer ?? 0) }) { first, _ in first }
  }

  /// Has a person agree that facts are sent, as far as an answer that is no use.
  func agree(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let terminal = try program.atTerminal(["draft", "RILL-1", "--writer", "local"], in: repository.path)
    try terminal.expect("anything else sends nothing:")
    terminal.type("yes\n")
    #expect(try terminal.end() == .exit(7), "\(terminal.shown)", sourceLocation: sourceLocation)
  }

  /// The sentences of a good answer, by section, with the names of the facts behind them.
  static let prose: [(section: String, text: String, facts: [String])] = [
    ("Summary", "Sums are wrong.", ["title"]),
    ("Summary", "The fix keeps the carry in add().", ["fix.summary"]),
    ("Root cause", "`add()` drops the carry when `a` and `b` are odd.", ["cause.mechanism"]),
    ("Why it produced the symptom", "The sum lacks the carry that `add()` drops.", ["cause.chain"]),
    ("Fix", "No carry is dropped after the fix.", ["fix.reason"]),
    ("Why it slipped through", "No test adds odd numbers.", ["slipped.text"]),
    ("Validation", "Windows was not tested.", ["not_covered"]),
  ]

  /// An answer of Chat Completions that says these sentences.
  func answer(_ sentences: [(section: String, text: String, facts: [String])]) throws -> String {
    let numbers = try factNumbers()
    return try Bench.chat(
      sentences.map { ($0.section, $0.text, $0.facts.compactMap { numbers[$0] }) })
  }

  /// The same with the numbers of facts.
  static func chat(_ sentences: [(String, String, [Int])]) throws -> String {
    struct Sentence: Encodable {
      var text: String
      var facts: [Int]
    }
    struct Section: Encodable {
      var section: String
      var sentences: [Sentence]
    }
    let sections = sentences.map { Section(section: $0.0, sentences: [Sentence(text: $0.1, facts: $0.2)]) }
    let text = String(decoding: try JSONText.encode(["sections": sections]), as: UTF8.self)
    return chat(text)
  }

  /// An answer of Chat Completions with any text.
  static func chat(_ text: String) -> String {
    let quoted = String(decoding: (try? JSONText.encode(text)) ?? [], as: UTF8.self)
    return #"{"choices":[{"message":{"content":\#(quoted)},"finish_reason":"stop"}]}"#
  }

  /// The text of the record; nil where there is none.
  var recordText: String? { (try? FileTree.read(recordPath)).map { String(decoding: $0, as: UTF8.self) } }
}
