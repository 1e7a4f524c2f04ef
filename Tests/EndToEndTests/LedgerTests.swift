import Scratch
import Storage
import Subprocess
import Testing

/// A repository with a case in it, and the ledger of the case.
struct LedgerBench {
  let program: PostmortemProgram
  let repository: ScratchRepository

  init() throws {
    program = try PostmortemProgram()
    repository = try ScratchRepository()
    try repository.git("config", "user.name", "Ada Byron")
    try repository.commit(["sum.c": "int sum;\n"], "Begin")
    #expect(try call("new", "RILL-1").ending == .exit(0))
  }

  var ledger: String { "\(repository.path)/.postmortem/cases/RILL-1" }

  @discardableResult
  func call(_ arguments: String..., in directory: String = "") throws -> PostmortemProgram.Result {
    try program.run(arguments, in: "\(repository.path)/\(directory)")
  }

  /// Runs `try RILL-1 --json` with these arguments and gives the entry.
  func experiment(_ arguments: String..., in directory: String = "") throws -> JSONValue {
    try program.run(["try", "RILL-1", "--json"] + arguments, in: "\(repository.path)/\(directory)").json()[
      "entry"]
  }

  func text(_ name: String) throws -> String {
    String(decoding: try FileTree.read("\(ledger)/\(name)"), as: UTF8.self)
  }
}

@Suite struct LedgerTests {
  let bench: LedgerBench

  init() throws {
    bench = try LedgerBench()
  }

  @Test func `an experiment keeps what was changed, what was asked for, and what came out`() throws {
    try bench.call("note", "RILL-1", "--hypothesis", "the sum overflows")
    try bench.repository.write("long sum;\n", to: "sum.c")
    let entry = try bench.experiment(
      "--changed", "a wider sum", "--expect", "no overflow", "--rules-out", "L1", "--env", "SEED=4", "--env",
      "HOME",
      "--env", "UNSET", "--", "sh", "-c", "echo \"seed $SEED\"; echo wrong >&2; exit 3")
    let experiment = entry["experiment"]
    #expect(entry["number"].integer == 2)
    #expect(entry["by"].text == "Ada Byron")
    #expect(experiment["command"].texts.first == "sh")
    #expect(experiment["changed"].text == "a wider sum")
    #expect(experiment["expected"].text == "no overflow")
    #expect(experiment["commit"].text == (try bench.repository.git("rev-parse", "HEAD")))
    #expect(experiment["rulesOut"][0].integer == 1)
    #expect(experiment["exitStatus"].integer == 3)
    #expect(experiment["variables"].elements.map { $0["name"].text } == ["SEED", "HOME", "UNSET"])
    #expect(experiment["variables"].elements.map { $0["value"].text } == ["4", bench.program.home.path, nil])
    #expect(experiment["output"]["excerpt"].texts == ["seed 4", "wrong"])
    #expect(try bench.text(experiment["output"]["file"].text ?? "") == "seed 4\nwrong\n")
    #expect(experiment["diff"]["files"].integer == 1)
    #expect(try bench.text(experiment["diff"]["file"].text ?? "").contains("\n-int sum;\n+long sum;\n"))
  }

  @Test func `the status is that of recording, and the output is shown as it comes`() throws {
    let result = try bench.call("try", "RILL-1", "--", "sh", "-c", "echo out; echo err >&2; exit 7")
    #expect(result.ending == .exit(0))
    #expect(result.error == "out\nerr\n")
    #expect(result.output.hasPrefix("L1   Experiment: sh -c 'echo out; echo err >&2; exit 7'\n"))
    #expect(result.output.contains("outcome    exit status 7 after "))
    #expect(try bench.call("try", "RILL-1", "--quiet", "--", "echo", "x").error == "")
  }

  @Test func `neither index nor files of the user are touched`() throws {
    try bench.repository.write("staged\n", to: "staged")
    try bench.repository.git("add", "staged")
    try bench.repository.write("untracked\n", to: "untracked")
    try bench.call("try", "RILL-1", "--", "true")
    let before = try directoryDigest("\(bench.repository.path)/.git")
    let status = try bench.repository.git("status", "--porcelain")
    #expect(try bench.experiment("--", "true")["experiment"]["diff"]["files"].integer == 2)
    #expect(try directoryDigest("\(bench.repository.path)/.git") == before)
    #expect(try bench.repository.git("status", "--porcelain") == status)
  }

  @Test func `a command runs where the user stands, and may be a path from there`() throws {
    try bench.repository.write("#!/bin/sh\npwd\n", to: "sub/here.sh")
    let experiment = try bench.experiment("--", "./here.sh", in: "sub")["experiment"]
    #expect(experiment["output"]["excerpt"].texts == ["\(bench.repository.path)/sub"])
    #expect(experiment["directory"].text == "sub")
  }

  @Test func `a time limit and a signal are told apart from an exit status`() throws {
    let late = try bench.experiment("--timeout", "200ms", "--", "sleep", "60")["experiment"]
    #expect(late["cutoff"].text == "time-limit")
    #expect(late["exitStatus"] == .null && late["signal"] == .null)
    #expect(try bench.experiment("--", "sh", "-c", "kill -11 $$")["experiment"]["signal"].integer == 11)
  }

  @Test func `long output is kept whole, and its end is quoted`() throws {
    let output = try bench.experiment("--", "sh", "-c", "seq 300000; echo last")["experiment"]["output"]
    let log = try bench.text(output["file"].text ?? "")
    #expect(log.utf8.count == output["bytes"].integer)
    #expect(log.hasSuffix("300000\nlast\n"))
    #expect(output["excerpt"].texts.last == "last")
    #expect(try FileTree.list("\(bench.ledger)/logs").filter { $0.hasSuffix(".growing") } == [])
  }

  @Test func `notes can be taken while an experiment runs`() throws {
    let inner = "\(bench.program.path) note RILL-1 'in between'"
    #expect(try bench.experiment("--", "sh", "-c", inner)["number"].integer == 2)
  }

  @Test func `a hypothesis changes its state by new entries alone`() throws {
    try bench.call("note", "RILL-1", "--hypothesis", "the sum overflows")
    let first = try bench.text("ledger.jsonl")
    try bench.call("try", "RILL-1", "--", "true")
    try bench.call("note", "RILL-1", "--rejected", "it is wrong\nfor 1 + 1, too", "--of", "L1", "--by", "L2")
    #expect(try bench.text("ledger.jsonl").hasPrefix(first))
    let report = try bench.call("ledger", "RILL-1", "--json").json()
    #expect(report["hypotheses"][0]["state"].text == "rejected")
    #expect(report["hypotheses"][0]["reason"].text == "it is wrong for 1 + 1, too")
    #expect(report["entries"].elements.count == 3)
    let confirmed = try bench.call("note", "RILL-1", "--confirmed", "--of", "L1")
    #expect(confirmed.output.contains("But L2 was said to contradict that hypothesis."))
  }

  @Test func `a check ends with status 8 where an experiment contradicts the hypothesis`() throws {
    try bench.call("try", "RILL-1", "--", "true")
    try bench.call("note", "RILL-1", "--hypothesis", "the sum overflows")
    let unsaid = try bench.call("ledger", "RILL-1", "--check", "L2")
    #expect(unsaid.ending == .exit(0))
    #expect(unsaid.output.contains("No experiment is said to contradict it."))
    #expect(unsaid.output.contains("postmortem note RILL-1 --rules-out L2 --by L1"))
    try bench.call("note", "RILL-1", "--rules-out", "L2", "--by", "L1", "it passes")
    let said = try bench.call("ledger", "RILL-1", "--check", "L2")
    #expect(said.ending == .exit(8))
    #expect(said.output.contains("Contradicted by L1."))
    #expect(said.output.contains("L1 contradicts it, says L3: true"))
  }

  static let refusals: [(arguments: [String], code: String, status: Int32)] = [
    (["try", "RILL-2", "--", "true"], "no-case", 2),
    (["try", "RILL-1", "--", "no-such-program"], "no-program", 1),
    (["try", "RILL-1", "--", "echo x | cat"], "no-program", 2),
    (["try", "RILL-1", "--rules-out", "L9", "--", "true"], "no-hypothesis", 2),
    (["try", "RILL-1", "--timeout", "0s", "--", "true"], "not-positive", 2),
    (["try", "RILL-1", "--env", "a b", "--", "true"], "bad-variable", 2),
    (["note", "RILL-1"], "empty-note", 2), (["note", "RILL-1", " "], "empty-note", 2),
    (["note", "RILL-1", "--rejected", "", "--of", "L1"], "empty-note", 2),
    (["note", "RILL-1", "--rejected", "x"], "no-hypothesis", 2),
    (["note", "RILL-1", "--confirmed", "--of", "L2"], "no-hypothesis", 2),
    (["note", "RILL-1", "--confirmed", "--of", "L1", "--by", "L1"], "no-experiment", 2),
    (["note", "RILL-1", "--rules-in", "L1"], "no-experiment", 2),
    (["note", "RILL-1", "--confirmed", "--hypothesis", "x"], "several-notes", 2),
    (["note", "RILL-1", "--hypothesis", "x", "y"], "unused-reference", 2),
    (["note", "RILL-1", "x", "--of", "L1"], "unused-reference", 2),
    (["note", "RILL-1", "--of", "first", "--confirmed"], "usage", 2),
    (["ledger", "RILL-1", "--check", "L2"], "no-hypothesis", 2),
  ]

  @Test(arguments: refusals)
  func `what cannot be kept is refused, and adds nothing`(arguments: [String], code: String, status: Int32)
    throws
  {
    try bench.call("note", "RILL-1", "--hypothesis", "a")
    let before = try bench.text("ledger.jsonl")
    let result = try bench.program.run(["--json"] + arguments, in: bench.repository.path)
    #expect(try result.json()["error"]["code"].text == code)
    #expect(result.ending == .exit(status))
    #expect(try bench.text("ledger.jsonl") == before)
  }

  @Test func `a torn last line is passed over and told of`() throws {
    try bench.call("note", "RILL-1", "first")
    let whole = try FileTree.read("\(bench.ledger)/ledger.jsonl")
    try FileTree.write(whole + whole.prefix(40), to: "\(bench.ledger)/ledger.jsonl")
    #expect(try bench.call("note", "RILL-1", "second", "--json").json()["entry"]["number"].integer == 2)
    let ledger = try bench.call("ledger", "RILL-1")
    #expect(ledger.output.contains("Note: first\n"))
    #expect(ledger.output.contains("Note: second\n"))
    let told = ledger.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(told.hasSuffix(" cannot be read: it is no JSON; what was said there is passed over."), "\(told)")
    let unreadable = try bench.call("ledger", "RILL-1", "--json").json()["unreadable"].elements
    #expect(unreadable.map { $0["number"].integer } == [2])
    #expect(unreadable.map { $0["problem"].text } == ["not-json"])
  }

  @Test func `twenty processes at once lose no entry and give no number twice`() throws {
    let script = """
      for i in $(seq 20); do "\(bench.program.path)" note RILL-1 "note $i" >/dev/null & done; wait
      """
    try bench.call("try", "RILL-1", "--", "sh", "-c", script)
    let entries = try bench.call("ledger", "RILL-1", "--json").json()["entries"].elements
    #expect(entries.map { $0["number"].integer } == Array(1...21))
    #expect(Set(entries.compactMap { $0["note"].text }) == Set((1...20).map { "note \($0)" }))
  }

  @Test
  func `probes that the fix leaves in the code are pointed out by the gate, and those of a ledger are not`()
    throws
  {
    try bench.repository.write("int sum; // [DBG-4f2a]\n", to: "sum.c")
    try bench.repository.write("[DBG-77]\n", to: ".postmortem/cases/RILL-1/logs/x.diff")
    try bench.repository.commit("Mend the sum")
    try bench.call("set", "RILL-1", "fix.commits=\(try bench.repository.git("rev-parse", "HEAD"))")
    let notes = try bench.call("gate", "RILL-1", "--json").json()["notes"].elements
    #expect(notes.map { $0["name"].text } == ["probe-tag"])
    #expect(notes.first?["message"].text == "The fix adds lines that hold [DBG-4f2a]: sum.c.")
    let text = try bench.call("gate", "RILL-1").output
    #expect(text.contains("! probe-tag   The fix adds lines that hold [DBG-4f2a]: sum.c."))
  }

  @Test func `a list that was kept elsewhere is imported once`() throws {
    try bench.repository.write("# Notes\n- Hypothesis: it overflows\n- gdb shows -1\n", to: "sub/notes.md")
    let first = try bench.call("ledger", "import", "RILL-1", "notes.md", in: "sub")
    #expect(first.output.contains("L1   Hypothesis: it overflows\n"))
    #expect(first.output.contains("L2   Note: gdb shows -1\n"))
    #expect(first.output.contains(", Ada Byron, imported from notes.md\n"))
    let second = try bench.call("ledger", "import", "RILL-1", "notes.md", in: "sub")
    #expect(second.output == "Nothing new: all of it is in the ledger.\n")
    try bench.repository.write("{\"note\":1}\n", to: "bad.jsonl")
    let refused = try bench.call("ledger", "import", "RILL-1", "bad.jsonl", "--json")
    #expect(refused.ending == .exit(1))
    #expect(try refused.json()["error"]["code"].text == "bad-entry")
    #expect(try bench.call("ledger", "import", "RILL-1", "missing.md").error.contains("missing.md"))
  }
}
