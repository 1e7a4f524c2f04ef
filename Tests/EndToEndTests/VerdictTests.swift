import Scratch
import Subprocess
import Testing

/// A fix, what it is called, and with what status the program says so.
struct VerdictCase: Sendable, CustomTestStringConvertible {
  var verdict: String
  var status: Int32 = 3
  var before: String
  var after: String
  var arguments: [String] = []
  var sentence: String

  var testDescription: String { verdict }

  static let all: [VerdictCase] = [
    VerdictCase(
      verdict: "proved", status: 0, before: "echo 'wanted 4, got 3'\nexit 1\n", after: "echo 'got 4'\n",
      sentence: "fixes what the repro shows: 10 of 10 runs failed before it, 0 of 10 after it."),
    VerdictCase(
      verdict: "passes-before", before: "echo 'got 4'\n", after: "echo 'got 4 again'\n",
      arguments: ["--max-runs", "5"],
      sentence:
        "The repro passes before the fix as well: 0 of 5 runs failed there, so it does not show what the fix "
        + "mends."),
    VerdictCase(
      verdict: "still-fails", before: "echo 'wanted 4, got 3'\nexit 1\n",
      after: "echo 'wanted 4, got 2'\nexit 1\n",
      sentence: "The symptom still shows after the fix: 10 of 10 runs failed there, 10 of 10 before it."),
    VerdictCase(
      verdict: "fails-less", before: "echo 'wanted 4, got 3'\nexit 1\n",
      after: Bench.failingEveryThirdTime(counter: "after"),
      sentence: "The symptom shows more rarely after the fix, but it still shows: "),
    VerdictCase(
      verdict: "fails-only-after", before: "echo 'got 4'\n", after: "echo 'wanted 4, got 3'\nexit 1\n",
      sentence: "The repro fails only after the fix: 10 of 10 runs failed there, 0 of 10 before it."),
    VerdictCase(
      verdict: "other-failure-before", before: "no-such-program-here\n", after: "echo 'got 4'\n",
      sentence: "Before the fix the repro fails for another reason than the symptom: a command was not found "
        + "(no-such-program-here)."),
    VerdictCase(
      verdict: "other-failure-after", before: "echo 'wanted 4, got 3'\nexit 1\n",
      after: "no-such-program-here\n",
      sentence: "After the fix the repro neither passes nor shows the symptom: a command was not found "
        + "(no-such-program-here)."),
    VerdictCase(
      verdict: "no-test-ran", before: "echo 'TAP version 13'\necho 'not ok 1 - sum'\necho '1..1'\nexit 1\n",
      after: "echo 'TAP version 13'\necho '1..0'\n",
      sentence: "In the tree after the fix no test ran (TAP), so a pass there says nothing."),
    VerdictCase(
      verdict: "rate-too-low", before: Bench.failingEveryThirdTime(counter: "before"),
      after: "echo 'got 4'\n",
      arguments: ["--max-runs", "9"],
      sentence:
        "The symptom shows too rarely to decide within the budget: 3 of 9 runs failed before the fix and 0 of 9 after it; 17 "
        + "failures before it are needed."),
    VerdictCase(
      verdict: "hangs", before: "exec sleep 60\n", after: "exec sleep 61\n",
      arguments: ["--timeout", "300ms"],
      sentence: "The repro hangs before the fix and after it: 2 of 2 runs did not end within 300 ms."),
    VerdictCase(
      verdict: "setup-failed", before: "exit 1\n", after: "true\n",
      arguments: ["--setup", "echo no compiler; exit 7"],
      sentence: "The set-up command failed in both trees: nothing was measured."),
    VerdictCase(
      verdict: "interrupted", status: 130, before: "exec sleep 60\n",
      after: "kill -INT $PPID; exec sleep 60\n",
      arguments: ["--symptom", "hang", "--timeout", "1s"],
      sentence: "Interrupted, undecided: so far "),
  ]
}

@Suite struct VerdictTests {
  @Test(arguments: VerdictCase.all)
  func `each verdict has its word and its exit status, in JSON and in text`(expected: VerdictCase) throws {
    let bench = try Bench(before: expected.before, after: expected.after)
    let arguments = ["HEAD", "--repro", "sh run.sh"] + expected.arguments
    let document = try bench.prove(arguments + ["--json"])
    let report = try document.json()
    #expect(report["verdict"].text == expected.verdict)
    #expect(report["schema"].text == "postmortem/proof/1")
    #expect(report["sentence"].text?.contains(expected.sentence) == true, "\(report["sentence"])")
    #expect(document.ending == .exit(expected.status))

    let block = try bench.prove(arguments + ["--again", "--quiet"], adding: ["COLUMNS": "300"])
    let headline = expected.verdict == "proved" ? "PROVED" : "NOT PROVED (\(expected.verdict))"
    #expect(block.output.split(separator: "\n").first.map(String.init) == headline)
    #expect(block.ending == .exit(expected.status))
    #expect(block.error == "")
  }

  @Test func `one failure after the fix means that it is not proved, however often it passes`() throws {
    let after = """
      n=$(($(cat "$SCRATCH/after" 2>/dev/null || echo 0) + 1)); echo "$n" > "$SCRATCH/after"
      [ "$n" -ne 9 ] || { echo 'wanted 4, got 3'; exit 1; }

      """
    let report = try Bench(after: after).report()
    #expect(report["verdict"].text == "fails-less")
    #expect(report["after"]["failures"].integer == 1)
  }

  @Test func `a flake is proved by more runs than a steady failure`() throws {
    let report = try Bench(before: Bench.failingEveryThirdTime(counter: "before")).report()
    #expect(report["verdict"].text == "proved")
    #expect(report["before"]["failures"].integer == 17)
    #expect(report["before"]["runs"].integer == 51)
    #expect(report["after"]["runs"].integer == 51)
    #expect(report["after"]["failures"].integer == 0)
  }

  @Test func `a higher confidence takes more runs`() throws {
    let bench = try Bench()
    #expect(try bench.report(["--confidence", "99.9999%"])["before"]["runs"].integer == 20)
    #expect(try bench.report(["--confidence", "0.9", "--runs", "2"])["before"]["runs"].integer == 4)
  }

  @Test func `runs asks for a least number of runs`() throws {
    #expect(try Bench().report(["--runs", "12"])["before"]["runs"].integer == 12)
  }

  @Test func `a symptom of both kinds after the fix is compared over the same pairs`() throws {
    let report = try Bench(
      before: Bench.failingEveryThirdTime(counter: "before"),
      after: Bench.failingEveryThirdTime(counter: "after")
    ).report(["--max-runs", "30"])
    #expect(report["verdict"].text == "still-fails")
    #expect(report["before"]["runs"] == report["after"]["runs"])
  }
}
