import Scratch
import Storage
import Subprocess
import Testing

@Suite struct ReportTests {
  @Test func `standard output is the evidence block and nothing else`() throws {
    let bench = try Bench()
    let result = try bench.prove(["HEAD", "--repro", "sh run.sh"])
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "PROVED")
    let labels = lines.compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
    }
    #expect(
      labels == ["Fix", "Before", "After", "Symptom", "Chance", "Recorded", "By"])
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func `the plan goes to standard error before anything runs, and quiet leaves it out`() throws {
    let bench = try Bench()
    let result = try bench.prove(["HEAD", "--repro", "sh run.sh"])
    #expect(result.error.hasPrefix("Proving \(bench.fix.prefix(10)) “Mend the sum” by sh run.sh\n"))
    #expect(try bench.prove(["HEAD", "--repro", "sh run.sh", "--quiet"]).error == "")
  }

  @Test(arguments: [
    ([], "10 runs a side if every run before fails, more for a flake, 1000 at most", "10 min", "60 s"),
    (
      ["--runs", "12", "--max-runs", "40", "--max-time", "90s", "--timeout", "5s"],
      "12 runs a side if every run before fails, more for a flake, 40 at most", "90 s", "5 s"
    ),
    (
      ["--max-runs", "1"], "1 run a side at most, though 10 are needed if every run before fails", "10 min",
      "60 s"
    ),
  ])
  func `the plan says in one sentence how many runs there will be, and what bounds their time`(
    options: [String], count: String, time: String, limit: String
  ) throws {
    let plan = try Bench().prove(["HEAD", "--repro", "sh run.sh"] + options).error
      .split { $0.isWhitespace }.joined(separator: " ")
    let sentence =
      "runs both trees in turn, \(count); no pair of runs starts after \(time), and a run is ended after \(limit)"
    #expect(plan.contains(sentence), "\(plan)")
  }

  @Test func `the block tells numbers, intervals, the symptom, chance and the way by hand`() throws {
    let bench = try Bench()
    // Where lines are broken depends on how long the runs took.
    let output = try bench.prove(["HEAD", "--repro", "sh run.sh"]).output
      .split { $0.isWhitespace }.joined(separator: " ")
    for part in [
      "\(bench.fix.prefix(10)) Mend the sum (Ada Byron, 2026-03-01; 2 files, +2 −4)",
      "10 of 10 runs failed: 100 %, 95 % interval 72 %–100 %",
      "0 of 10 runs failed: 0 %, 95 % interval 0 %–28 %",
      "at most 26 % could still fail (95 %)", "wanted 4, got 3 (the same in all 10)", "at most 1 in 1,024",
      "git worktree add --detach ../after \(bench.fix.prefix(10))", "(cd ../before && sh run.sh)",
    ] {
      #expect(output.contains(part), "\(part)")
    }
  }

  @Test func `the commands to do it by hand do what they say`() throws {
    let bench = try Bench(files: ["tests/helper.sh": "true\n"])
    let report = try bench.report(repro: "sh run.sh && sh tests/helper.sh")
    let clone = try ScratchRepository(cloning: bench.repository, named: "by hand/clone")
    let outcomes = try report["byHand"].texts.map { line in
      try Spawner().capture(
        Command("sh", ["-c", line], environment: ScratchRepository.environment, workingDirectory: clone.path)
      ).outcome.ending
    }
    #expect(outcomes.dropLast(2) == [.exit(0), .exit(0), .exit(0)])
    #expect(outcomes.suffix(2) == [.exit(1), .exit(0)])
    #expect(FileTree.isFile("\(bench.beside)/by hand/before/tests/helper.sh"))
  }

  @Test func `the evidence is where the report says, and the digests are those of the logs`() throws {
    let bench = try Bench()
    let report = try bench.report()
    let directory = try #require(report["evidenceDirectory"].text)
    let log = try #require(report["symptom"]["appearances"][0]["log"].text)
    #expect(try FileTree.read("\(directory)/logs/\(log)") == Array("wanted 4, got 3\n".utf8))
    #expect(try FileTree.read("\(directory)/evidence.jsonl").count { $0 == UInt8(ascii: "\n") } == 20)
    #expect(FileTree.isFile("\(directory)/report.json"))
  }

  @Test func `beside the names of the tests that fail stands why, word for word`() throws {
    let before = """
      printf '%s\\n' '________ test_sum ________' '    assert add(1, 3) == 4' 'E   assert 3 == 4' 't.py:3: AssertionError'
      echo 'FAILED t.py::test_sum'; echo '==== 1 failed in 0.01s ===='
      exit 1

      """
    let report = try Bench(before: before).report()
    #expect(
      report["symptom"]["appearances"][0]["excerpt"].texts == ["t.py::test_sum", "E   assert 3 == 4"])
  }

  @Test func `failures that do not look alike are said`() throws {
    let before = """
      n=$(($(cat "$SCRATCH/n" 2>/dev/null || echo 0) + 1)); echo "$n" > "$SCRATCH/n"
      [ $((n % 2)) -eq 0 ] && echo 'error: lost update' || echo 'error: no such table'
      exit 1

      """
    let report = try Bench(before: before).report()
    #expect(report["symptom"]["isSame"] == .bool(false))
    #expect(report["symptom"]["appearances"].elements.count == 2)
    #expect(report["notes"].texts.contains { $0.contains("do not look alike") })
  }

  @Test func `a failure before the fix that names a file which only the fix brings is suspect`() throws {
    let report = try Bench(
      before: "echo 'error: bad table in data/table.txt'; exit 1\n", files: ["data/table.txt": "4\n"]
    ).report()
    #expect(report["notes"].texts.contains { $0.contains("data/table.txt") }, "\(report["notes"])")
  }

  @Test func `failed tests behind a status of 0 are said`() throws {
    let report = try Bench(before: "printf '1..2\\nok 1 - a\\nnot ok 2 - sum\\n' | cat\n").report([
      "--max-runs", "2",
    ])
    #expect(report["verdict"].text == "passes-before")
    #expect(report["notes"].texts.contains { $0.contains("pipefail") }, "\(report["notes"])")
  }

  // MARK: Colour

  @Test func `there is no colour off a terminal`() throws {
    #expect(try !Bench().prove(["HEAD", "--repro", "sh run.sh"]).output.contains("\u{1B}"))
  }

  @Test(
    arguments: [
      (["--color", "always"], [:], true), (["--color", "never"], ["CLICOLOR_FORCE": "1"], false),
      ([], ["CLICOLOR_FORCE": "1"], true), ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (["--color", "always"], ["NO_COLOR": "1"], true), ([], ["CLICOLOR_FORCE": "0"], false),
      ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
    ] as [([String], [String: String], Bool)])
  func `colour follows the option, then the variables`(
    options: [String], variables: [String: String], isColoured: Bool
  ) throws {
    let bench = try Bench()
    let result = try bench.prove(
      ["HEAD", "--repro", "sh run.sh", "--max-runs", "1"] + options, adding: variables)
    #expect(result.output.contains("\u{1B}[") == isColoured)
  }

  @Test func `colour does not get into JSON`() throws {
    let bench = try Bench()
    let result = try bench.prove(["HEAD", "--repro", "sh run.sh", "--json", "--color", "always"])
    #expect(!result.output.contains("\u{1B}"))
    #expect(try result.json()["verdict"].text == "proved")
  }

  @Test func `escape sequences of a repro do not reach the terminal`() throws {
    let bench = try Bench(before: "printf 'error: \\033[2Jgone\\007\\n'; exit 1\n")
    let result = try bench.prove(["HEAD", "--repro", "sh run.sh"])
    #expect(!result.output.contains("\u{1B}"))
    #expect(!result.output.contains("\u{7}"))
    #expect(result.output.contains("gone"))
  }
}
