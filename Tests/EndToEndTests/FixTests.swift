import Scratch
import Subprocess
import Testing

@Suite struct FixTests {
  @Test func `a range is compared from its start to its end`() throws {
    let bench = try Bench()
    try bench.repository.commit(["other": "1"], "Something else")
    let report = try bench.report(fix: ["HEAD~2..HEAD"])
    #expect(report["verdict"].text == "proved")
    #expect(report["fix"]["name"].text == "HEAD~2..HEAD")
    #expect(report["fix"]["files"].integer == 3)
  }

  @Test func `a symmetric range begins where the branches parted`() throws {
    let bench = try Bench()
    try bench.repository.git("checkout", "--quiet", "-b", "topic")
    try bench.repository.commit(["run.sh": "exit 0\n"], "Mend it more")
    try bench.repository.git("checkout", "--quiet", "main")
    try bench.repository.commit(["other": "1"], "Something else")
    let report = try bench.report(["--max-runs", "2"], fix: ["main...topic"])
    #expect(report["before"]["commit"].text == bench.fix)
    #expect(report["fix"]["files"].integer == 1)
  }

  @Test func `a merge is the fix of all that it merged, and that is said`() throws {
    let bench = try Bench(after: "echo 'wanted 4, got 2'\nexit 1\n")
    try bench.repository.git("checkout", "--quiet", "-b", "topic")
    try bench.repository.commit(["run.sh": "true\n"], "Mend it")
    try bench.repository.git("checkout", "--quiet", "main")
    try bench.repository.commit(["other": "1"], "Something else")
    try bench.repository.merge("topic")
    let report = try bench.report()
    #expect(report["verdict"].text == "proved")
    #expect(report["before"]["subject"].text == "Something else")
    #expect(report["notes"].texts.contains { $0.contains("is a merge") })
  }

  @Test func `several commits are one fix, in whatever order they are named`() throws {
    let bench = try Bench(after: "echo 'wanted 4, got 2'\nexit 1\n")
    let other = try bench.repository.commit(["other": "1"], "Something else")
    let last = try bench.repository.commit(["run.sh": "true\n"], "Mend the rest")
    let report = try bench.report(fix: [last, bench.fix])
    #expect(report["verdict"].text == "proved")
    #expect(report["fix"]["commits"].elements.map { $0["id"].text } == [bench.fix, last])
    #expect(report["before"]["subject"].text == "Add the sum")
    #expect(report["notes"].texts.contains { $0.contains("1 other commit between") })
    #expect(!report["fix"]["commits"].elements.contains { $0["id"].text == other })
  }

  @Test func `commits that do not stand in one line are no fix`() throws {
    let bench = try Bench()
    try bench.repository.git("checkout", "--quiet", "-b", "topic", "HEAD~1")
    try bench.repository.commit(["other": "1"], "Something else")
    let result = try bench.prove(["main", "topic", "--repro", "sh run.sh", "--json"])
    #expect(result.ending == .exit(1))
    #expect(try result.json()["error"]["code"].text == "not-in-one-line")
  }

  @Test func `before and after choose other trees`() throws {
    let bench = try Bench()
    try bench.repository.commit(["run.sh": "exit 5\n"], "Break it again")
    let report = try bench.report(["--before", "HEAD~2", "--after", "HEAD~1"])
    #expect(report["verdict"].text == "proved")
    #expect(report["after"]["commit"].text == bench.fix)
  }

  @Test func `before makes a root commit provable`() throws {
    let bench = try Bench()
    try bench.repository.git("checkout", "--quiet", "--orphan", "anew")
    let root = try bench.repository.commit(["run.sh": "true\n"], "Begin anew")
    let report = try bench.report(["--before", "main~1"], fix: [root])
    #expect(report["verdict"].text == "proved")
  }

  @Test func `a tag and a branch name the fix`() throws {
    let bench = try Bench()
    try bench.repository.git("tag", "--annotate", "--message", "The fix", "v1.1")
    #expect(
      try bench.report(["--max-runs", "1"], fix: ["v1.1"])["fix"]["commits"][0]["id"].text == bench.fix)
    #expect(
      try bench.report(["--max-runs", "1"], fix: ["main"])["fix"]["commits"][0]["id"].text == bench.fix)
  }

  // MARK: Uncommitted

  @Test func `the working tree is the fix, staged, unstaged and untracked files alike`() throws {
    let bench = try Bench(
      before: "exit 1\n", after: "sh a.sh && sh b.sh && sh c.sh\n",
      files: ["a.sh": "exit 1\n", "b.sh": "exit 1\n"])
    try bench.repository.write("true\n", to: "a.sh")
    try bench.repository.git("add", "a.sh")
    try bench.repository.write("true\n", to: "b.sh")
    try bench.repository.write("true\n", to: "c.sh")
    let report = try bench.report(fix: ["--uncommitted"])
    #expect(report["verdict"].text == "proved")
    #expect(report["fix"]["isUncommitted"] == .bool(true))
    #expect(report["fix"]["files"].integer == 3)
    #expect(report["before"]["commit"].text == bench.fix)
    let text = try bench.prove(["--uncommitted", "--repro", "sh run.sh"], adding: ["COLUMNS": "200"]).output
    #expect(text.contains("The uncommitted change fixes what the repro shows"))
    #expect(text.contains("Fix       uncommitted changes (3 files, "))
  }

  @Test func `the plan names uncommitted changes as the fix`() throws {
    let bench = try Bench(after: "exit 1\n")
    try bench.repository.write("true\n", to: "run.sh")
    let result = try bench.prove(["--uncommitted", "--repro", "sh run.sh"])
    #expect(result.error.hasPrefix("Proving the uncommitted changes by sh run.sh\n"))
    #expect(result.error.contains("a copy of the working tree"))
  }

  @Test func `without uncommitted changes there is nothing to prove`() throws {
    let result = try Bench().prove(["--uncommitted", "--repro", "sh run.sh", "--json"])
    #expect(result.ending == .exit(1))
    #expect(try result.json()["error"]["code"].text == "nothing-uncommitted")
  }
}
