import Scratch
import Storage
import Subprocess
import Testing

@Suite struct NewTests {
  @Test func `a case without a fix knows its key, and touches nothing but its own directory`() throws {
    let bench = try Bench()
    let result = try bench.call("new", "slow-start", "--json")
    #expect(result.ending == .exit(0))
    let state = try result.json()
    #expect(state["schema"].text == "postmortem/case/1")
    #expect(state["key"].text == "slow-start")
    #expect(state["path"].text == "\(bench.place("slow-start"))/case.yaml")
    #expect(state["found"].elements == [])
    #expect(state["gate"]["isOpen"] == .bool(false))
    #expect(state["gate"]["inputs"].elements.map { $0["standing"].text } == [nil, nil, nil, nil])
    #expect(try bench.caseText("slow-start").contains("\nkey: slow-start\n"))
    #expect(try bench.repository.git("status", "--porcelain") == "?? .postmortem/")
  }

  @Test func `what git knows of a fix is found, and says where`() throws {
    let bench = try Bench()
    let fix = try bench.repository.commit(
      ["run.sh": "echo 'got 5'\n", "tests/sum": "1"], "Carry the one (#12)\n\nFixes RILL-1, see MATH-7.")
    let result = try bench.call("new", "RILL-1", "--json", "--fix", "HEAD", "--repro", "sh run.sh")
    let state = try result.json()
    let found = state["found"].elements
    #expect(
      found.map { $0["field"].text } == [
        "fix.commits", "fix.subject", "fix.author", "fix.date", "fix.committed", "fix.pull_request",
        "fix.other_ticket", "fix.files", "fix.tests",
      ])
    #expect(
      found.map { $0["value"].text } == [
        fix, "Carry the one (#12)", "Ada Byron", "2026-03-01T12:00:00+01:00",
        "2026-03-01T12:00:00+01:00", "#12", "MATH-7",
        "run.sh\ntests/sum",
        "tests/sum",
      ])
    #expect(found.allSatisfy { $0["source"].text?.isEmpty == false })
    #expect(state["set"].texts == ["repro.command"])
    let text = try bench.caseText()
    #expect(text.contains("\n  commits:\n    - \(fix)\n"))
    #expect(text.contains("\n  pull_request: \"#12\"\n"))
    #expect(text.contains("\n  command: sh run.sh\n"))
    let evidence = try bench.evidence().map { $0["fact"] }
    #expect(evidence.dropLast().map { $0["found"]["field"].text } == found.map { $0["field"].text })
    #expect(evidence.last?["attested"]["field"].text == "repro.command")
    #expect(evidence.last?["attested"]["value"].text == "sh run.sh")
    let fixInput = state["gate"]["inputs"][2]
    #expect(fixInput["standing"].text == "found")
    #expect(fixInput["evidence"].text == "E1")
  }

  @Test func `a fix that was merged and released says by what, from where and in which release`() throws {
    let bench = try Bench()
    try bench.repository.git("checkout", "--quiet", "-b", "fix/RILL-1-sum")
    let fix = try bench.repository.commit(["run.sh": "echo 'got 5'\n"], "Carry the one, as with LLVM-17")
    try bench.repository.git("checkout", "--quiet", "main")
    try bench.repository.git(
      "merge", "--quiet", "--no-ff", "--message",
      "Merged in fix/RILL-1-sum (pull request #12)\n\nMATH-7: carry",
      "fix/RILL-1-sum")
    let merge = try bench.repository.git("rev-parse", "HEAD")
    try bench.repository.git("tag", "v1.2.0")
    let state = try bench.call("new", "RILL-1", "--json", "--fix", fix).json()
    let found = state["found"].elements
    func value(_ field: String) -> String? { found.first { $0["field"].text == field }?["value"].text }
    #expect(value("fix.branch") == "fix/RILL-1-sum")
    #expect(value("fix.pull_request") == "#12")
    #expect(value("fix.merge_commit") == merge)
    #expect(value("fix.merged") == "2026-03-01T12:00:00+01:00")
    #expect(value("fix.first_release") == "v1.2.0")
    #expect(found.filter { $0["field"].text == "fix.other_ticket" }.map { $0["value"].text } == ["MATH-7"])
    let sources = found.filter { ["fix.branch", "fix.pull_request"].contains($0["field"].text) }
    #expect(
      sources.map { $0["source"].text } == Array(repeating: "the message of \(merge.prefix(10))", count: 2))
    let text = try bench.caseText()
    #expect(text.contains("\n  branch: fix/RILL-1-sum\n"))
    #expect(text.contains("\n  pull_request: \"#12\"\n"))
    let shown = try bench.call("new", "RILL-2", "--fix", fix).output
    for word in ["fix.branch: fix/RILL-1-sum", "fix.first_release: v1.2.0", "fix.merge_commit: \(merge)"] {
      #expect(shown.contains(word), "\(shown)")
    }
  }

  @Test func `several commits of a fix are kept in their order, by their whole names`() throws {
    let bench = try Bench()
    let second = try bench.repository.commit(["more": "1"], "Mend the rest")
    try bench.prepare("new", "RILL-1", "--fix", String(bench.fix.prefix(8)), "main")
    #expect(try bench.caseText().contains("\n  commits:\n    - \(bench.fix)\n    - \(second)\n"))
  }

  @Test func `a fix that is a root commit is a fix`() throws {
    let bench = try Bench()
    try bench.prepare("new", "RILL-1", "--fix", "HEAD~1")
    #expect(try bench.evidence().map { $0["fact"]["found"]["field"].text }.contains("fix.files") == false)
  }

  @Test func `in a shallow clone new and set say what they could not look at`() throws {
    let bench = try Bench()
    let clone = try ScratchRepository(cloning: bench.repository, ["--depth=1"])
    for arguments in [["new", "RILL-1", "--fix", "HEAD"], ["set", "RILL-1", "fix.commits=HEAD"]] {
      let state = try bench.program.run(arguments + ["--json"], in: clone.path).json()
      #expect(state["found"].elements.allSatisfy { $0["field"].text != "fix.files" })
      let remarks = state["remarks"].elements
      #expect(remarks.count == 1)
      #expect(
        remarks.first?["message"].text?.hasPrefix(
          "This clone is shallow and lacks the parent of \(bench.fix.prefix(10)): fix.files and fix.tests are left out"
        )
          == true)
      #expect(
        remarks.first?["remedy"].text
          == "git fetch --unshallow --tags; then: postmortem set RILL-1 fix.commits=\(bench.fix.prefix(10))")
    }
    let shown = try bench.program.run(["new", "RILL-2", "--fix", "HEAD"], in: clone.path).output
    #expect(shown.contains("  ! This clone is shallow"), "\(shown)")
    try clone.git("fetch", "--quiet", "--unshallow")
    let state = try bench.program.run(["set", "RILL-1", "fix.commits=HEAD", "--json"], in: clone.path).json()
    #expect(state["remarks"].elements == [])
    #expect(state["found"].elements.contains { $0["field"].text == "fix.files" })
  }

  @Test func `a case that is there already stays as it is`() throws {
    let bench = try Bench()
    try bench.prepare("new", "RILL-1", "--repro", "sh run.sh")
    let before = try directoryDigest(bench.place())
    let result = try bench.call("new", "RILL-1", "--json", "--fix", "HEAD")
    #expect(result.ending == .exit(6))
    #expect(try result.json()["error"]["code"].text == "case-exists")
    expectEqualText(try directoryDigest(bench.place()), before)
  }

  @Test(arguments: [["nothing"], ["HEAD", "nothing"], ["HEAD~9"]])
  func `an unknown commit leaves nothing behind`(fix: [String]) throws {
    let bench = try Bench()
    let before = try bench.repository.digest()
    let result = try bench.program.run(["new", "RILL-1", "--json", "--fix"] + fix, in: bench.repository.path)
    #expect(result.ending == .exit(1))
    #expect(try result.json()["error"]["code"].text == "unknown-revision")
    expectEqualText(try bench.repository.digest(), before)
  }

  @Test(arguments: ["../x", "a/b", ".x", "a b", "", "null", "ü"])
  func `a text that is no key leaves nothing behind`(key: String) throws {
    let bench = try Bench()
    let before = try bench.repository.digest()
    let result = try bench.call("new", key, "--json", "--fix", "HEAD")
    #expect(result.ending == .exit(2))
    #expect(try result.json()["error"]["code"].text == "bad-key")
    expectEqualText(try bench.repository.digest(), before)
  }

  @Test func `an empty value says nothing: nothing is set, found or attested`() throws {
    let bench = try Bench()
    let state = try bench.call("new", "RILL-1", "--json", "--repro", "", "--fix", "").json()
    #expect(state["set"].elements == [])
    #expect(state["found"].elements == [])
    #expect(state["gate"]["inputs"].elements.allSatisfy { $0["standing"] == .null })
    #expect(!FileTree.isFile("\(bench.place())/evidence.jsonl"))
    try bench.repository.git("config", "user.name", "Grace Hopper")
    try bench.prepare("set", "RILL-1", "title=x", "--by", "")
    #expect(try bench.evidence().last?["fact"]["attested"]["by"].text == "Grace Hopper")
  }

  @Test func `from a directory below, the case is that of the repository`() throws {
    let bench = try Bench()
    #expect(try bench.call("new", "RILL-1", in: "sub").ending == .exit(0))
    #expect(FileTree.isFile("\(bench.place())/case.yaml"))
    #expect(try bench.call("gate", "RILL-1", in: "sub").ending == .exit(3))
  }

  @Test(arguments: [["new", "RILL-1"], ["set", "RILL-1", "title=x"], ["gate", "RILL-1"]])
  func `outside of a repository, in a bare one and beside the case there is no case`(arguments: [String])
    throws
  {
    let bench = try Bench()
    let directory = try TemporaryDirectory()
    let outside = try bench.program.run(arguments + ["--json"], in: directory.path)
    #expect(outside.ending == .exit(1))
    #expect(try outside.json()["error"]["code"].text == "not-a-repository")
    #expect(try FileTree.list(directory.path) == [])

    let bare = try ScratchRepository(cloning: bench.repository, ["--bare"])
    let before = try bare.digest()
    let inBare = try bench.program.run(arguments + ["--json"], in: bare.path)
    #expect(inBare.ending == .exit(1))
    #expect(try inBare.json()["error"]["code"].text == "no-working-tree")
    expectEqualText(try bare.digest(), before)
  }

  @Test(arguments: [["set", "RILL-2", "title=x"], ["gate", "RILL-2"], ["prove", "--case", "RILL-2"]])
  func `a key that is not there is told with the nearest one that is`(arguments: [String]) throws {
    let bench = try Bench()
    try bench.prepare("new", "RILL-1")
    let result = try bench.program.run(arguments + ["--json"], in: bench.repository.path)
    #expect(result.ending == .exit(2))
    #expect(try result.json()["error"]["code"].text == "no-case")
    #expect(try result.json()["error"]["remedy"].text == "Did you mean “RILL-1”?")
  }

  @Test
  func `a key that differs in capitals only is no other: new refuses it, and everything names the first`()
    throws
  {
    let bench = try Bench()
    try bench.prepare("new", "RILL-1")
    try bench.prepare("new", "RILL-11")
    let before = try bench.repository.digest()
    let result = try bench.call("new", "rill-1", "--json")
    #expect(result.ending == .exit(6))
    let error = try result.json()["error"]
    #expect(error["code"].text == "case-exists")
    #expect(
      error["message"].text
        == "There is a case “RILL-1” already, from which “rill-1” differs in capitals and small letters only."
    )
    for arguments in [
      ["gate", "rill-1"], ["set", "Rill-1", "title=x"], ["draft", "rill-1"], ["show", "rill-1"],
      ["ledger", "rill-1"], ["note", "rill-1", "x"], ["prove", "--case", "rill-1"],
      ["render", "rill-1", "--to", "adf"],
    ] {
      let result = try bench.program.run(arguments + ["--json"], in: bench.repository.path)
      #expect(try result.json()["error"]["remedy"].text == "Did you mean “RILL-1”?", "\(arguments)")
    }
    expectEqualText(try bench.repository.digest(), before)
  }

  @Test func `of two who open the same case at once one does, and the other is told`() throws {
    let bench = try Bench()
    for round in 0..<6 {
      let statuses = try bench.script(
        """
        { "$P" new R-\(round) --repro first >/dev/null 2>&1; echo "$? first"; } &
        { "$P" new R-\(round) --repro second >/dev/null 2>&1; echo "$? second"; } &
        wait
        """
      ).split(separator: "\n").sorted()
      #expect(statuses.map { $0.prefix(1) } == ["0", "6"])
      let winner = try #require(statuses.first).dropFirst(2)
      #expect(try bench.caseText("R-\(round)").contains("\n  command: \(winner)\n"))
    }
  }

  @Test func `of two keys that differ in capitals only, opened at once, one is`() throws {
    let bench = try Bench()
    for round in 0..<6 {
      let statuses = try bench.script(
        """
        { "$P" new R-\(round) >/dev/null 2>&1; echo "$?"; } &
        { "$P" new r-\(round) >/dev/null 2>&1; echo "$?"; } &
        wait
        """
      ).split(separator: "\n").sorted()
      #expect(statuses == ["0", "6"])
    }
  }
}
