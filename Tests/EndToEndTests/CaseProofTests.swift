import Scratch
import Storage
import Subprocess
import Testing

@Suite struct CaseProofTests {
  let bench: Bench

  init() throws {
    bench = try Bench()
  }

  /// The proofs in the evidence of a case.
  private func proofs(_ key: String) throws -> [JSONValue] {
    try bench.evidence(key).map { $0["fact"]["proof"] }.filter { $0 != .null }
  }

  @Test func `fix, repro, set-up and symptom come from the case, and the proof goes into it`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare(
      "set", "RILL-1", "repro.setup=touch \"$SCRATCH/was-set-up\"", "repro.symptom=wanted \\d, got 3")
    try bench.repository.commit(["other": "1"], "Something else")
    let result = try bench.call("prove", "--case", "RILL-1", "--json")
    #expect(result.ending == .exit(0))
    let report = try result.json()
    #expect(report["after"]["commit"].text == bench.fix)
    #expect(report["repro"]["command"].text == "sh run.sh")
    #expect(report["repro"]["setup"].text == "touch \"$SCRATCH/was-set-up\"")
    #expect(report["symptom"]["pinned"].text == "wanted \\d, got 3")
    #expect(bench.text(beside: "was-set-up") == "")

    let number = try bench.evidence().count
    #expect(report["notes"].texts.contains("Kept as E\(number) of the case RILL-1."))
    let proof = try #require(try proofs("RILL-1").first)
    #expect(proof["verdict"].text == "proved")
    #expect(proof["sentence"] == report["sentence"])
    #expect(proof["fix"].text == bench.fix)
    #expect(proof["isUncommitted"] == .bool(false))
    #expect(proof["before"]["failures"].integer == 10)
    #expect(proof["before"]["runs"].integer == 10)
    #expect(proof["after"]["failures"].integer == 0)
    #expect(proof["symptom"].text == "wanted \\d, got 3")
    #expect(proof["excerpt"].texts.contains("wanted 4, got 3"))
    let digest = try #require(proof["digest"].text)
    let kept = try FileTree.read("\(bench.place())/logs/proof-\(digest.prefix(12)).json")
    #expect(try JSONText.decode(JSONValue.self, from: kept)["verdict"].text == "proved")
    // What a record quotes of the runs is found without the cache of the proof.
    let output = try FileTree.read("\(bench.place())/logs/run-\(digest.prefix(12))-before.log")
    #expect(String(decoding: output, as: UTF8.self).contains("wanted 4, got 3"))
  }

  @Test func `a proof that is interrupted before a run has ended leaves nothing in the case`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "kill -INT $PPID; exec sleep 60")
    let before = try directoryDigest(bench.place())
    let result = try bench.call("prove", "--case", "RILL-1", "--json")
    #expect(result.ending == .exit(130))
    let report = try result.json()
    #expect(report["verdict"].text == "interrupted")
    #expect(report["notes"].texts.contains("Nothing is kept in the case RILL-1: no run had ended."))
    expectEqualText(try directoryDigest(bench.place()), before)
  }

  @Test func `a proof that is interrupted after a run is kept as what it is`() throws {
    let repro =
      "[ -e \"$SCRATCH/ran\" ] && { kill -INT $PPID; exec sleep 60; }; touch \"$SCRATCH/ran\"; sh run.sh"
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", repro)
    #expect(try bench.call("prove", "--case", "RILL-1").ending == .exit(130))
    #expect(try proofs("RILL-1").map { $0["verdict"].text } == ["interrupted"])
  }

  @Test func `what the call says outweighs what the case says`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD~1", "--repro", "false")
    try bench.prepare("set", "RILL-1", "repro.symptom=nothing like it", "repro.setup=exit 7")
    let report = try bench.call(
      "prove", "HEAD", "--case", "RILL-1", "--json", "--repro", "sh run.sh", "--symptom", "got 3", "--setup",
      "true"
    ).json()
    #expect(report["verdict"].text == "proved")
    #expect(report["after"]["commit"].text == bench.fix)
  }

  @Test(arguments: [
    ("fix.commits=", "no-fix"), ("repro.command=", "no-repro"), ("repro.symptom=(", "bad-pattern"),
  ])
  func `what neither the case nor the call says well is asked for`(assignment: String, code: String) throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare("set", "RILL-1", assignment)
    let result = try bench.call("prove", "--case", "RILL-1", "--json")
    #expect(result.ending == .exit(2))
    #expect(try result.json()["error"]["code"].text == code)
    #expect(try proofs("RILL-1") == [])
  }

  @Test func `without a case named, a proof goes into the only one that its fix belongs to`() throws {
    try bench.prepare("new", "OTHER-1", "--fix", "HEAD~1")
    try bench.prepare("new", "OTHER-2")
    try bench.prepare("new", "RILL-1", "--fix", "HEAD")
    let report = try bench.call("prove", "main", "--json", "--repro", "sh run.sh").json()
    #expect(report["notes"].texts.contains { $0.hasSuffix(" of the case RILL-1.") })
    #expect(try proofs("RILL-1").map { $0["verdict"].text } == ["proved"])
    #expect(try proofs("OTHER-1") == [])
    #expect(try !FileTree.list(bench.place("OTHER-2")).contains("evidence.jsonl"))
  }

  @Test func `a short name in a file that a person wrote belongs to its commit`() throws {
    try bench.prepare("new", "RILL-1")
    try bench.writeCase("key: RILL-1\nfix: {commits: [\(bench.fix.prefix(7))]}\n")
    try bench.prepare("prove", "HEAD", "--repro", "sh run.sh")
    #expect(try proofs("RILL-1").count == 1)
  }

  @Test func `where two cases have the fix, the proof goes into neither, and that is said`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD")
    try bench.prepare("new", "RILL-2", "--fix", "HEAD")
    let before = try directoryDigest("\(bench.repository.path)/.postmortem")
    let report = try bench.call("prove", "HEAD", "--json", "--repro", "sh run.sh").json()
    #expect(report["verdict"].text == "proved")
    #expect(
      report["notes"].texts.contains(
        "Kept in none of the cases that have this fix (RILL-1, RILL-2): --case KEY says in which."))
    expectEqualText(try directoryDigest("\(bench.repository.path)/.postmortem"), before)
  }

  @Test func `where no case has the fix, nothing is kept, and nothing is made`() throws {
    let report = try bench.report()
    #expect(report["verdict"].text == "proved")
    #expect(!FileTree.isDirectory("\(bench.repository.path)/.postmortem"))
  }

  @Test func `a broken case beside it does not hinder a proof`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD")
    try bench.prepare("new", "RILL-2", "--fix", "HEAD")
    try bench.writeCase("key: RILL-2\nfix: [\n", "RILL-2")
    try bench.prepare("prove", "HEAD", "--repro", "sh run.sh")
    #expect(try proofs("RILL-1").count == 1)
  }

  @Test func `a proof that fails is kept as well, and the gate shows it`() throws {
    let bench = try Bench(after: "echo 'wanted 4, got 2'\nexit 1\n")
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare("set", "RILL-1", "validation.new.what=It works here", "validation.new.by=Ada")
    #expect(try bench.call("prove", "--case", "RILL-1").ending == .exit(3))
    let report = try bench.call("gate", "RILL-1", "--json").json()
    #expect(report["inputs"][0]["standing"].text == "measured")
    #expect(report["refusals"].elements.map { $0["name"].text } == ["contradiction"])
  }

  @Test func `a proof of what is not committed is kept, and opens no gate`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.repository.write("echo 'got 5'\nexit 1\n", to: "run.sh")
    _ = try bench.call("prove", "--uncommitted", "--case", "RILL-1", "--max-runs", "2")
    #expect(try proofs("RILL-1").map { $0["isUncommitted"] } == [.bool(true)])
    #expect(try bench.call("gate", "RILL-1", "--json").json()["inputs"][0]["standing"] == .null)
  }

  @Test func `an interrupted proof takes nothing back`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare("prove", "--case", "RILL-1")
    let result = try bench.call("prove", "--case", "RILL-1", "--repro", "kill -INT $PPID; exec sleep 60")
    #expect(result.ending == .exit(130))
    let inputs = try bench.call("gate", "RILL-1", "--json").json()["inputs"]
    #expect(inputs[0]["standing"].text == "measured")
    #expect(inputs[3]["standing"].text == "measured")
  }

  @Test func `a report that is gone or was changed is pointed out`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare("prove", "--case", "RILL-1")
    #expect(try bench.call("gate", "RILL-1", "--json").json()["notes"].elements == [])
    let logs = "\(bench.place())/logs"
    let name = try #require(try FileTree.list(logs).first { $0.hasPrefix("proof-") })
    let report = try FileTree.read("\(logs)/\(name)")
    try FileTree.write(report + Array(" ".utf8), to: "\(logs)/\(name)")
    let notes = try bench.call("gate", "RILL-1", "--json").json()["notes"]
    #expect(notes[0]["name"].text == "lost-report")
    #expect(notes[0]["message"].text?.contains("logs/\(name)") == true)
    try FileTree.remove("\(logs)/\(name)")
    #expect(try bench.call("gate", "RILL-1").output.contains("! lost-report"))
  }
}
