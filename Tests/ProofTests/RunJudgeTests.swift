import Recognition
import Scratch
import Testing

@testable import Proof
@testable import Subprocess

/// A run, and what is to be made of it.
struct JudgedRun: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var symptom: String?
  var ending: Ending
  var isTimedOut: Bool
  var output: String
  var side: Side
  var expected: String

  init(
    _ name: String, symptom: String? = nil, _ ending: Ending, isTimedOut: Bool = false, _ output: String = "",
    _ side: Side = .before, is expected: String
  ) {
    testDescription = name
    self.symptom = symptom
    self.ending = ending
    self.isTimedOut = isTimedOut
    self.output = output
    self.side = side
    self.expected = expected
  }

  static let all: [JudgedRun] = [
    JudgedRun("silent success", .exit(0), is: "pass"),
    JudgedRun("silent failure", .exit(1), is: "symptom"),
    JudgedRun("death by signal", .signal(11), is: "symptom"),
    JudgedRun("time-out", .signal(9), isTimedOut: true, is: "other hang"),
    JudgedRun("pinned hang", symptom: "hang", .signal(9), isTimedOut: true, is: "symptom"),
    JudgedRun(
      "pinned hang that fails", symptom: "hang", .exit(1), "lost\n", is: "other without-symptom (lost)"),
    JudgedRun("pinned hang that passes", symptom: "hang", .exit(0), is: "pass"),
    JudgedRun("pinned text", symptom: "lost \\d+", .exit(1), "lost 3 updates\n", is: "symptom"),
    JudgedRun(
      "pinned text after a time-out", symptom: "lost", .signal(9), isTimedOut: true, "lost", is: "other hang"),
    JudgedRun(
      "other text", symptom: "lost", .exit(1), "no such table\n", is: "other without-symptom (no such table)"),
    JudgedRun(
      "pinned text in a success", symptom: "lost", .exit(0), "a\nlost 3\n",
      is: "other symptom-in-pass (lost 3)"),
    JudgedRun(
      "missing command", .exit(127), "sh: 1: frob: not found\n", is: "other command-not-found (frob)"),
    JudgedRun(
      "missing command, pinned", symptom: "not found", .exit(127), "sh: 1: frob: not found\n", is: "symptom"),
    JudgedRun(
      "missing command, other text pinned", symptom: "lost", .exit(127), "sh: 1: frob: not found\n",
      is: "other command-not-found (frob)"),
    JudgedRun("no test in a success", .exit(0), "TAP version 13\n1..0\n", is: "other no-test-ran (TAP)"),
    JudgedRun(
      "file that only the fix brings", .exit(1), "cat: data/new.txt: No such file or directory\n",
      is: "other missing-file (data/new.txt)"),
    JudgedRun(
      "file that only the fix brings, after it", .exit(1), "cat: data/new.txt: No such file or directory\n",
      .after,
      is: "symptom"),
    JudgedRun("file that nobody brings", .exit(1), "cat: x.txt: No such file or directory\n", is: "symptom"),
    JudgedRun(
      "name that only the fix brings", .exit(1),
      "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    m.fresh()\n"
        + "AttributeError: module 'm' has no attribute 'fresh'\n",
      is: "other missing-symbol (fresh)"),
    JudgedRun(
      "import of a name that only the fix brings", .exit(1),
      "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    from m import fresh\n"
        + "ImportError: cannot import name 'fresh' from 'm' (m.py)\n",
      is: "other missing-symbol (fresh)"),
    JudgedRun(
      "import of a name that a library no longer has", .exit(1),
      "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    from m import stale\n"
        + "ImportError: cannot import name 'stale' from 'm' (m.py)\n",
      is: "other missing-name (stale)"),
    JudgedRun(
      "name that nobody brings", .exit(1),
      "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    m.stale()\n"
        + "AttributeError: module 'm' has no attribute 'stale'\n",
      is: "symptom"),
  ]
}

@Suite struct RunJudgeTests {
  @Test(arguments: JudgedRun.all)
  func `a run is a pass, the symptom, or neither for a reason`(run: JudgedRun) throws {
    let facts = RunJudge.FixFacts(newFiles: ["data/new.txt"], bringsName: { $0 == "fresh" })
    let judge = RunJudge(
      symptom: try Symptom(run.symptom), facts: facts, recognizer: Recognizer(), command: "./repro.sh")
    let outcome = Outcome(
      ending: run.ending, cutoff: run.isTimedOut ? .timeLimit : nil, duration: .zero, userTime: .zero,
      systemTime: .zero, peakMemory: 0, strays: 0)
    let judgement = judge.judge(outcome, output: Array(run.output.utf8), side: run.side)
    let reason = judgement.reason.map {
      " \($0.kind.rawValue)" + ($0.detail.isEmpty ? "" : " (\($0.detail))")
    }
    #expect("\(judgement.result.rawValue)\(reason ?? "")" == run.expected)
  }
}
