import Scratch
import Subprocess
import Testing

@Suite struct CarryTests {
  /// A fix whose test only it brings: without that the repro cannot run before it.
  private func benchWithTest(at path: String) throws -> Bench {
    try Bench(files: [path: "sh run.sh\n"])
  }

  @Test func `test files of the fix are carried, and it is said which and why`() throws {
    let bench = try Bench(files: [
      "tests/sum.sh": "sh run.sh | cmp - tests/expected.txt\n", "tests/expected.txt": "got 4\n",
    ])
    let report = try bench.report(repro: "sh tests/sum.sh")
    #expect(report["verdict"].text == "proved")
    let carried = report["before"]["carried"].elements
    #expect(carried.map { $0["path"].text } == ["tests/expected.txt", "tests/sum.sh"])
    #expect(carried.map { $0["reason"].text } == ["under tests/", "under tests/"])
    #expect(carried.map { $0["change"].text } == ["added", "added"])
    let text = try bench.prove(["HEAD", "--repro", "sh tests/sum.sh"], adding: ["COLUMNS": "200"])
    #expect(text.output.contains("+ tests/sum.sh (added, under tests/)"))
    #expect(
      text.error.contains("with 2 files of the fix carried onto it: tests/expected.txt (under tests/), "))
  }

  @Test func `no-carry leaves test files behind and says what may be missing`() throws {
    let report = try benchWithTest(at: "tests/sum.sh").report(["--no-carry"], repro: "sh tests/sum.sh")
    #expect(report["verdict"].text != "proved")
    #expect(report["before"]["carried"].elements.isEmpty)
    #expect(report["before"]["leftOut"].texts == ["tests/sum.sh"])
    #expect(report["notes"].texts.contains { $0.contains("tests/sum.sh") })
  }

  @Test func `a failure for want of a test that was not carried is not the symptom`() throws {
    let report = try benchWithTest(at: "tests/sum.sh").report(["--no-carry"], repro: "sh tests/sum.sh")
    #expect(report["verdict"].text == "other-failure-before")
  }

  @Test func `carry brings what does not count as a test`() throws {
    let bench = try benchWithTest(at: "checks/sum.sh")
    let report = try bench.report(["--carry", "checks/"], repro: "sh checks/sum.sh")
    #expect(report["verdict"].text == "proved")
    #expect(report["before"]["carried"][0]["reason"].text == "asked for by --carry")
  }

  @Test func `carry takes several paths, from where the user stands`() throws {
    let bench = try Bench(files: ["sub/one": "1", "sub/two": "2", "three": "3"])
    let report = try bench.report(["--carry", "one", "two", "../three"], in: "sub")
    #expect(report["before"]["carried"].elements.map { $0["path"].text } == ["sub/one", "sub/two", "three"])
  }

  @Test func `a script that the fix brings and the repro runs is carried`() throws {
    let report = try benchWithTest(at: "scripts/check").report(repro: "sh scripts/check")
    #expect(report["verdict"].text == "proved")
    #expect(report["before"]["carried"][0]["reason"].text == "run by the repro")
  }

  @Test func `carry of what the fix does not change is an error that names it`() throws {
    let result = try Bench(files: ["tests/a": "1"]).prove(
      ["HEAD", "--repro", "sh run.sh", "--carry", "nothing.txt", "--json"])
    #expect(result.ending == .exit(2))
    let error = try result.json()["error"]
    #expect(error["code"].text == "nothing-to-carry")
    #expect(error["message"].text?.contains("nothing.txt") == true)
  }

  @Test func `a fix that is nothing but tests leaves two equal trees, and that is said`() throws {
    let bench = try Bench()
    try bench.repository.commit(["tests/sum.sh": "true\n"], "Add a test")
    let result = try bench.prove(["HEAD", "--repro", "sh tests/sum.sh", "--json"])
    #expect(result.ending == .exit(3))
    let report = try result.json()
    #expect(report["verdict"].text == "passes-before")
    #expect(report["notes"][0].text?.contains("both trees are the same") == true)
  }

  @Test func `a test that the fix deletes is deleted before it as well`() throws {
    let bench = try Bench()
    try bench.repository.commit(["tests/old.sh": "exit 1\n", "run.sh": "exit 1\n"], "Break it")
    try bench.repository.remove("tests/old.sh")
    try bench.repository.commit(["run.sh": "test ! -e tests/old.sh\n"], "Mend it")
    let report = try bench.report()
    #expect(report["before"]["carried"][0]["change"].text == "deleted")
    #expect(report["verdict"].text == "proved")
  }
}
