import Scratch
import Storage
import Subprocess
import Testing

@Suite struct ResumptionTests {
  /// A repro that counts its runs in a file beside the repository and, in one of them, does something to us.
  private func repro(_ deed: String, inRun run: Int) -> String {
    "n=$(($(cat \"$SCRATCH/n\" 2>/dev/null || echo 0) + 1)); echo $n > \"$SCRATCH/n\"; "
      + "if [ $n -eq \(run) ]; then \(deed); exec sleep 60; fi; sh run.sh"
  }

  @Test func `an interrupted proof says what it knows, and the same call goes on from there`() throws {
    let bench = try Bench()
    let repro = repro("kill -INT $PPID", inRun: 8)
    let first = try bench.prove(["HEAD", "--json", "--repro", repro])
    #expect(first.ending == .exit(130))
    let interrupted = try first.json()
    #expect(interrupted["verdict"].text == "interrupted")
    // Seven runs ended: three whole pairs, and one run of the fourth.
    let known = (interrupted["before"]["runs"].integer ?? 0) + (interrupted["after"]["runs"].integer ?? 0)
    #expect(known == 7)
    #expect(interrupted["advice"].texts == ["The same command goes on from these runs."])

    let second = try bench.prove(["HEAD", "--json", "--repro", repro])
    let report = try second.json()
    #expect(report["verdict"].text == "proved")
    #expect(report["before"]["runs"].integer == 10)
    #expect(report["after"]["runs"].integer == 10)
    #expect(report["evidenceDirectory"] == interrupted["evidenceDirectory"])
    #expect(report["statistics"]["seed"] == interrupted["statistics"]["seed"])
    #expect(second.error.contains("goes on from 7 kept runs"))
    // The eighth run was cut off and made again: 21 in all.
    #expect(bench.text(beside: "n") == "21\n")
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func `each signal that asks to stop is an interruption`(signal: String) throws {
    let result = try Bench().prove(["HEAD", "--json", "--repro", "kill -\(signal) $PPID; exec sleep 60"])
    #expect(result.ending == .exit(130))
    #expect(try result.json()["verdict"].text == "interrupted")
  }

  @Test func `an interruption during the set-up is a verdict as well`() throws {
    let result = try Bench().prove(
      ["HEAD", "--json", "--repro", "sh run.sh", "--setup", "kill -INT $PPID; exec sleep 60"])
    #expect(result.ending == .exit(130))
    #expect(try result.json()["verdict"].text == "interrupted")
  }

  @Test func `again begins anew and keeps the earlier runs`() throws {
    let bench = try Bench()
    let repro = repro("kill -INT $PPID", inRun: 8)
    let first = try bench.prove(["HEAD", "--json", "--repro", repro]).json()
    let report = try bench.report(["--again"], repro: repro)
    #expect(report["verdict"].text == "proved")
    #expect(bench.text(beside: "n") == "28\n")
    #expect(report["evidenceDirectory"] != first["evidenceDirectory"])
    #expect(FileTree.isFile("\(first["evidenceDirectory"].text ?? "")/report.json"))
  }

  @Test func `a larger budget goes on from the runs of a smaller one`() throws {
    let bench = try Bench(before: Bench.failingEveryThirdTime(counter: "before"))
    let first = try bench.report(["--max-runs", "9"])
    #expect(first["verdict"].text == "rate-too-low")
    #expect(first["statistics"]["runsToDecide"].integer == 72)
    let report = try bench.report(["--max-runs", "72"])
    #expect(report["verdict"].text == "proved")
    #expect(report["before"]["runs"].integer == 51)
    #expect(bench.text(beside: "before") == "51\n")
  }

  @Test func `a finished proof is made anew by the same call`() throws {
    let bench = try Bench()
    let first = try bench.report()
    let second = try bench.report()
    #expect(second["before"]["runs"].integer == 10)
    #expect(second["evidenceDirectory"] != first["evidenceDirectory"])
  }

  @Test func `a proof that an earlier one speaks against says so`() throws {
    let bench = try Bench(after: "test -e \"$SCRATCH/healed\" || { echo 'wanted 4, got 3'; exit 1; }\n")
    #expect(try bench.report()["verdict"].text == "still-fails")
    try bench.write("", beside: "healed")
    let report = try bench.report()
    #expect(report["verdict"].text == "proved")
    #expect(report["notes"].texts.contains { $0.contains("saw the symptom in 10 of 10 runs after the fix") })
  }

  @Test func `another repro, symptom, set-up or fix is another proof`() throws {
    let bench = try Bench()
    try bench.repository.commit(["other": "1"], "Something else")
    let directories = try [
      bench.report(["--max-runs", "1"]), bench.report(["--max-runs", "1"], repro: "sh ./run.sh"),
      bench.report(["--max-runs", "1", "--symptom", "got"]),
      bench.report(["--max-runs", "1", "--setup", "true"]),
      bench.report(["--max-runs", "1"], fix: ["HEAD~1"]), bench.report(["--max-runs", "1", "--env", "A=b"]),
      bench.report(["--max-runs", "1", "--timeout", "9s"]),
    ].compactMap { $0["evidenceDirectory"].text }
    #expect(Set(directories).count == 7)
  }

  @Test func `the same proof twice at a time is a conflict`() throws {
    let bench = try Bench()
    // The repro of the proof asks for the same proof, which then is under way.
    let nested =
      "\"$PROGRAM\" -C \"$REPOSITORY\" prove HEAD --json --repro \"$REPRO\" > \"$SCRATCH/nested\" 2>&1; "
      + "echo $? >> \"$SCRATCH/status\"; sh run.sh"
    let report = try bench.report(
      ["--max-runs", "1"], repro: nested,
      adding: ["PROGRAM": bench.program.path, "REPOSITORY": bench.repository.path, "REPRO": nested])
    #expect(report["before"]["runs"].integer == 1)
    #expect(bench.text(beside: "status") == "6\n6\n")
    #expect(bench.text(beside: "nested")?.contains("\"already-under-way\"") == true)
  }

  @Test func `after kill -9 the next call removes the trees and the processes, and goes on`() throws {
    let bench = try Bench()
    let before = try bench.repository.digest()
    let repro = repro("setsid sleep 61 & kill -KILL $PPID", inRun: 6)
    let arguments = ["prove", "HEAD", "--json", "--repro", repro]
    let variables = ["SCRATCH": bench.beside]
    let killed = try bench.program.run(arguments, in: bench.repository.path, adding: variables)
    #expect(killed.ending == .signal(9))
    #expect(try bench.leftSessions().count == 1)
    #expect(try !bench.leftProcesses().isEmpty)
    let report = try bench.prove(["HEAD", "--json", "--repro", repro]).json()
    #expect(report["verdict"].text == "proved")
    #expect(report["before"]["runs"].integer == 10)
    #expect(bench.text(beside: "n") == "21\n")
    expectEqualText(try bench.repository.digest(), before)
  }

  @Test func `a call for another repository sweeps what a killed one left`() throws {
    let (bench, other) = try (Bench(), Bench())
    let killed = try bench.program.run(
      ["prove", "HEAD", "--repro", "kill -KILL $PPID; exec sleep 60"], in: bench.repository.path,
      adding: ["SCRATCH": bench.beside])
    #expect(killed.ending == .signal(9))
    _ = try other.prove(
      ["HEAD", "--max-runs", "1", "--repro", "sh run.sh", "--cache", bench.program.cache])
    #expect(try bench.leftSessions() == [])
    #expect(try bench.leftProcesses() == [])
  }

  @Test func `a script that changes under way spoils the proof`() throws {
    let bench = try Bench()
    try bench.write("#!/bin/sh\necho '# more' >> \"$0\"\nsh run.sh\n", beside: "repro.sh")
    let result = try bench.prove(["HEAD", "--json", "--max-runs", "1", "--repro", "../repro.sh"])
    #expect(result.ending == .exit(1))
    #expect(try result.json()["error"]["code"].text == "script-changed")
  }
}
