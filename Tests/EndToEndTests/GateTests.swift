import Scratch
import Storage
import Subprocess
import Testing

@Suite struct GateTests {
  let bench: Bench

  init() throws {
    bench = try Bench()
  }

  private func input(_ place: Int, in key: String = "RILL-1") throws -> JSONValue {
    try bench.call("gate", key, "--json").json()["inputs"][place]
  }

  @Test func `a closed gate is told input by input, with what supplies each, in text and in JSON`() throws {
    try bench.prepare("new", "RILL-1")
    let text = try bench.call("gate", "RILL-1", adding: ["COLUMNS": "110"])
    #expect(text.ending == .exit(3))
    expectEqualText(
      text.output,
      """
      Closed: the gate of RILL-1
        ✗ repro       Nobody else can run the bug yet.
                      → postmortem prove --case RILL-1 --repro 'CMD'
        ✗ cause       There is no mechanism yet: which code does what under which condition.
                      → postmortem set RILL-1 cause.mechanism='…'
        ✗ fix         No fix is named.
                      → postmortem set RILL-1 fix.commits=COMMIT
        ✗ validation  Nothing shows that the fix holds.
                      → postmortem prove --case RILL-1 --repro 'CMD'

      """)
    let json = try bench.call("gate", "RILL-1", "--json")
    #expect(json.ending == .exit(3))
    #expect(json.error == "")
    let report = try json.json()
    #expect(report["schema"].text == "postmortem/gate/1")
    #expect(report["key"].text == "RILL-1")
    #expect(report["isOpen"] == .bool(false))
    #expect(report["inputs"].elements.map { $0["name"].text } == ["repro", "cause", "fix", "validation"])
    #expect(report["inputs"].elements.allSatisfy { $0["missing"].text != nil && $0["remedy"].text != nil })
    #expect(report["refusals"].elements == [])
  }

  @Test func `a case in the place of the fix is proved, and keeps the proof`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare("prove", "RILL-1")
    #expect(try bench.call("gate", "RILL-1", "--json").json()["inputs"][0]["standing"].text == "measured")
    // What is neither a case nor a commit is told to be none.
    let other = try bench.call("prove", "RILL-2", "--repro", "sh run.sh")
    #expect(other.ending != .exit(0))
    #expect(other.error.contains("RILL-2"))
  }

  @Test func `the way of the remedies opens the gate`() throws {
    try bench.prepare("new", "RILL-1")
    try bench.prepare("set", "RILL-1", "cause.mechanism=\(Bench.mechanism)", "fix.commits=HEAD")
    #expect(try bench.call("gate", "RILL-1").ending == .exit(3))
    try bench.prepare("prove", "--case", "RILL-1", "--repro", "sh run.sh")
    let result = try bench.call("gate", "RILL-1", "--json")
    #expect(result.ending == .exit(0))
    let report = try result.json()
    #expect(report["isOpen"] == .bool(true))
    #expect(
      report["inputs"].elements.map { $0["standing"].text } == ["measured", "attested", "found", "measured"])
    #expect(report["inputs"].elements.map { $0["missing"] } == [.null, .null, .null, .null])
    #expect(report["inputs"].elements.map { $0["remedy"] } == [.null, .null, .null, .null])
  }

  @Test func `only attested, the gate opens as well, and says so`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "./rig.sh")
    try bench.prepare(
      "set", "RILL-1", "cause.mechanism=\(Bench.mechanism)", "repro.attested.by=Ada",
      "repro.attested.on=2026-07-14",
      "repro.attested.see=https://ci.example.org/run/12", "validation.new.what=The soak passed",
      "validation.new.by=Ada",
      "validation.new.on=2026-07-21", "validation.new.see=RILL-88")
    let result = try bench.call("gate", "RILL-1", "--json")
    #expect(result.ending == .exit(0))
    #expect(
      try result.json()["inputs"].elements.map { $0["standing"].text } == [
        "attested", "attested", "found", "attested",
      ])
  }

  @Test func `a fix that is on no branch that is delivered from is not merged`() throws {
    try bench.repository.git("checkout", "--quiet", "-b", "fix/other")
    try bench.repository.commit(["run.sh": "echo 'got 6'\nexit 0\n"], "Mend more")
    try bench.prepare("new", "RILL-1", "--fix", "HEAD")
    #expect(try input(2)["missing"].text?.hasSuffix(" is not merged into main yet.") == true)
    try bench.repository.git("checkout", "--quiet", "main")
    #expect(try input(2)["standing"] == .null)
    try bench.repository.merge("fix/other")
    #expect(try input(2)["standing"].text == "found")
  }

  @Test(arguments: ["release/1.0", "release-1.0", "stable", "maint-2.4", "stable/2.4"])
  func `a branch for a release is delivered from`(branch: String) throws {
    try bench.repository.git("checkout", "--quiet", "-b", branch)
    try bench.repository.commit(["run.sh": "echo 'got 6'\n"], "Mend more")
    try bench.prepare("new", "RILL-1", "--fix", "HEAD")
    #expect(try input(2)["standing"].text == "found")
  }

  @Test(arguments: ["releasenotes", "hotfix/sum", "support-arm64", "stabletest", "maintain-docs"])
  func `a branch that is only named like one for a release is not delivered from`(branch: String) throws {
    try bench.repository.git("checkout", "--quiet", "-b", branch)
    try bench.repository.commit(["run.sh": "echo 'got 6'\n"], "Mend more")
    try bench.prepare("new", "RILL-1", "--fix", "HEAD")
    #expect(try input(2)["standing"] == .null)
  }

  @Test func `a commit that is gone is told`() throws {
    try bench.prepare("new", "RILL-1")
    try bench.writeCase("key: RILL-1\nfix: {commits: [deadbeefdeadbeef]}\n")
    #expect(try input(2)["missing"].text == "deadbeefde names no commit here.")
    #expect(try input(2)["remedy"].text == "git fetch")
  }

  @Test func `a trivial fix is refused with its reason, until somebody says why it is not`() throws {
    try bench.repository.commit(["notes.md": "Sums are whole numbers.\n"], "Tell it")
    try bench.prepare("new", "RILL-1", "--fix", "HEAD")
    let refusal = try bench.call("gate", "RILL-1", "--json").json()["refusals"][0]
    #expect(refusal["name"].text == "trivial-fix")
    #expect(refusal["message"].text?.contains("it changes documents only") == true)
    try bench.prepare("set", "RILL-1", "not_trivial=The notes are what the generator reads.")
    #expect(try bench.call("gate", "RILL-1", "--json").json()["refusals"].elements == [])
  }

  @Test func `in a shallow clone the gate says what it could not look at`() throws {
    let clone = try ScratchRepository(cloning: bench.repository, ["--depth=1"])
    try clone.git("switch", "--quiet", "--detach")
    _ = try bench.program.run(["new", "RILL-1", "--fix", "HEAD"], in: clone.path)
    let note = try bench.program.run(["gate", "RILL-1", "--json"], in: clone.path).json()["notes"][0]
    #expect(note["name"].text == "shallow-clone")
    #expect(
      note["message"].text
        == "This clone is shallow and lacks the parent of \(bench.fix.prefix(10)): whether the fix is trivial, and "
        + "whether probe tags are left in it, was not looked at.")
    #expect(note["remedy"].text == "git fetch --unshallow; then: postmortem gate RILL-1")
    try clone.git("fetch", "--quiet", "--unshallow")
    let report = try bench.program.run(["gate", "RILL-1", "--json"], in: clone.path).json()
    #expect(report["notes"].elements == [])
  }

  @Test func `looking at the gate changes nothing`() throws {
    try bench.prepare("new", "RILL-1", "--fix", "HEAD")
    let before = try bench.repository.digest()
    #expect(try bench.call("gate", "RILL-1").ending == .exit(3))
    expectEqualText(try bench.repository.digest(), before)
  }

  @Test func `what is asked of git takes few processes: they are what the time goes into`() throws {
    let bench = try Bench()
    try bench.prepare("new", "RILL-1", "--fix", "HEAD")
    let real = try bench.script("command -v git").split(separator: "\n").joined()
    try bench.write("#!/bin/sh\necho \"$1\" >>\"$SCRATCH/asked\"\nexec '\(real)' \"$@\"\n", beside: "bin/git")
    let path = try #require(bench.program.environment["PATH"])
    let result = try bench.call("gate", "RILL-1", adding: ["PATH": "\(bench.beside)/bin:\(path)"])
    #expect(result.ending == .exit(3))
    let asked = try #require(bench.text(beside: "asked")).split(separator: "\n")
    #expect((1...6).contains(asked.count), "\(asked)")
  }
}
