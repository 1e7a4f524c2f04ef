import Scratch
import Storage
import Subprocess
import Testing

/// Sessions of coding agents, taken into a ledger.
@Suite struct TranscriptTests {
  let bench: LedgerBench

  init() throws {
    bench = try LedgerBench()
  }

  /// A session of Claude Code that ran these commands, with what each printed.
  private func session(_ commands: (command: String, result: String)...) throws -> String {
    let lines = commands.enumerated().flatMap { number, pair in
      [
        """
        {"type":"assistant","cwd":"\(bench.repository.path)/sub","timestamp":"2026-07-10T07:27:4\(number).079Z","message":\
        {"content":[{"type":"tool_use","id":"t\(number)","name":"Bash","input":{"command":"\(pair.command)"}}]}}
        """,
        """
        {"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"t\(number)","content":"\(pair.result)",\
        "is_error":\(pair.result.hasPrefix("Exit code"))}]},"toolUseResult":{"interrupted":false}}
        """,
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func `commands become experiments that await their labels`() throws {
    try bench.repository.write(
      session(("ls", "sum.c"), ("./repro.sh --seed 4", #"Exit code 1\nwanted 4, got 3"#)), to: "s.jsonl")
    let result = try bench.call("ledger", "import", "RILL-1", "s.jsonl", "--only", "^./repro", "--json")
      .json()
    #expect(result["added"].elements.count == 1)
    #expect(result["transcript"]["commands"].integer == 2 && result["transcript"]["matching"].integer == 1)
    let entry = result["entries"][0]
    #expect(entry["by"].text == "Ada Byron (through claude-code)")
    #expect(entry["at"].text == "2026-07-10T07:27:41Z" && entry["imported"].text == "s.jsonl")
    let experiment = entry["experiment"]
    #expect(experiment["command"].texts == ["./repro.sh", "--seed", "4"])
    #expect(experiment["exitStatus"].integer == 1 && experiment["directory"].text == "sub")
    #expect(experiment["output"]["excerpt"].texts == ["wanted 4, got 3"])
    #expect(experiment["rulesIn"] == .null && experiment["rulesOut"] == .null)

    try bench.call("note", "RILL-1", "--hypothesis", "it overflows")
    #expect(try bench.call("note", "RILL-1", "--rules-in", "L2", "--by", "L1").ending == .exit(0))
  }

  @Test func `the same session again brings only what is new, and says what was passed over`() throws {
    try bench.repository.write(session(("true", "")), to: "s.jsonl")
    try bench.call("ledger", "import", "RILL-1", "s.jsonl")
    try bench.repository.write(session(("true", ""), ("make", "ok")) + "torn\n", to: "s.jsonl")
    let again = try bench.call("ledger", "import", "RILL-1", "s.jsonl")
    #expect(again.output.hasPrefix("L2   Experiment: make\n"))
    let said = again.output.split(separator: "\n").joined(separator: " ")
    #expect(said.contains("2 commands; passed over: 0 without a result, 1 of an unknown shape."))
    #expect(try bench.call("ledger", "import", "RILL-1", "s.jsonl").output.hasPrefix("Nothing new"))
  }

  @Test func `secrets are masked in commands and in output, also one that lines cut`() throws {
    let token = "ghp_" + "R8s2Kd93Lm4Xv7Qz1Tn6Yb5Wc0Hf2Jg8Pa3Ue"
    let key =
      #"-----BEGIN RSA PRIVATE KEY-----\n"#
      + String(repeating: #"MIIEowIBAAKCAQEAx7Vd9Q2mZk4tY6rP1sW8nB3cJ5hL0gF7dS2aU9eXqKvM\n"#, count: 20)
    try bench.repository.write(
      session(("curl -H 'Authorization: Bearer \(token)' x", #"\#(key)-----END RSA PRIVATE KEY-----\nend"#)),
      to: "s.jsonl")
    let result = try bench.call("ledger", "import", "RILL-1", "s.jsonl")
    #expect(result.ending == .exit(0) && result.output.contains("Masked: "))
    let ledger = try bench.text("ledger.jsonl")
    #expect(!ledger.contains(token) && !ledger.contains("MIIEowIBAAK"))
    #expect(ledger.contains("MASKED-"))
  }

  @Test func `a session without a command that is asked for is an error that says what there is`() throws {
    try bench.repository.write(session(("true", "")), to: "s.jsonl")
    let none = try bench.call("ledger", "import", "RILL-1", "s.jsonl", "--only", "pytest")
    #expect(none.ending == .exit(1) && none.error.contains("1 commands with a result"))
    #expect(none.error.contains("--only matches none"))
    try bench.repository.write("- a note\n", to: "notes.md")
    #expect(try bench.call("ledger", "import", "RILL-1", "notes.md", "--only", "x").ending == .exit(2))
    #expect(try bench.call("ledger", "import", "RILL-1", "s.jsonl", "--only", "(").ending == .exit(2))
    #expect(!FileTree.isFile("\(bench.ledger)/ledger.jsonl"))
  }
}
