import Scratch
import Subprocess
import Testing

/// `origin --run` where the whole tests of the fix cannot be run at old commits.
@Suite struct OriginCarryingTests {
  private static let begin = "echo tests\n"
  private static let feature = ". ./feature.sh || exit 2\n"
  private static let test = "grep -q good value.txt || { echo 'wanted good'; exit 1; }\n"
  private static let repro = "sh tests/all.sh"

  @Test func `what the fix changes in its tests is carried where the whole file needs newer code`() throws {
    var history = try OriginHistory()
    for _ in 0..<4 { try history.add("good\n", ["tests/all.sh": Self.begin]) }
    let origin = try history.add("bad\n")
    for _ in 0..<3 { try history.add("bad\n") }
    let newer = ["feature.sh": ":\n", "tests/all.sh": Self.begin + Self.feature]
    for _ in 0..<3 { try history.add("bad\n", newer) }
    try history.add("good\n", ["tests/all.sh": Self.begin + Self.feature + Self.test])
    let (ending, report) = try history.origin([], repro: Self.repro)
    #expect(ending == .exit(0))
    let running = report["running"]
    #expect(running["outcome"].text == "found")
    #expect(running["commit"]["commit"].text == origin)
    let ends = running["trials"].elements.filter { !$0["roles"].texts.isEmpty }
    #expect(ends.map { $0["carrying"].text } == [nil, "change", "change"])
    #expect(report["notes"].texts.contains { $0.contains("git apply --3way") })
    // What told nothing is a run as well, and is kept.
    let again = try history.origin([], repro: Self.repro).report["running"]
    #expect(again["newRuns"].integer == 0)
    #expect(again["runs"] == running["runs"])
    #expect(again["commit"] == running["commit"])
  }

  @Test func `a commit that lets the carried test run is not where the bug began`() throws {
    var history = try OriginHistory()
    // Behind this the test of the fix is never reached.
    let deaf = ["tests/all.sh": Self.begin + "exit 0\n"]
    for _ in 0..<3 { try history.add("good\n", deaf) }
    let origin = try history.add("bad\n")
    for _ in 0..<3 { try history.add("bad\n") }
    let tests = try history.add("bad\n", ["tests/all.sh": Self.begin])
    for _ in 0..<2 { try history.add("bad\n") }
    for _ in 0..<3 {
      try history.add("bad\n", ["feature.sh": ":\n", "tests/all.sh": Self.begin + Self.feature])
    }
    try history.add("good\n", ["tests/all.sh": Self.begin + Self.feature + Self.test])
    let (_, report) = try history.origin([], repro: Self.repro)
    #expect(report["running"]["commit"]["commit"].text != tests)
    #expect(report["running"]["outcome"].text == "found")
    #expect(report["running"]["commit"]["commit"].text == origin)
    #expect(report["notes"].texts.contains { $0.contains("carried further back") })
  }

  @Test func `a commit that brings the bug and changes the file that the test is put in is found`() throws {
    var history = try OriginHistory()
    for _ in 0..<4 { try history.add("good\n", ["tests/all.sh": Self.begin]) }
    let origin = try history.add("bad\n", ["tests/all.sh": "echo more tests\n"])
    for _ in 0..<3 { try history.add("bad\n") }
    let newer = ["feature.sh": ":\n", "tests/all.sh": "echo more tests\n" + Self.feature]
    for _ in 0..<3 { try history.add("bad\n", newer) }
    try history.add("good\n", ["tests/all.sh": "echo more tests\n" + Self.feature + Self.test])
    let (ending, report) = try history.origin([], repro: Self.repro)
    #expect(ending == .exit(0))
    #expect(report["running"]["commit"]["commit"].text == origin)
    #expect(report["notes"].texts.contains { $0.contains("its parent") && $0.contains("passes, too") })
  }

  @Test func `with the fix's test carried by the budget's last run nothing is lost`() throws {
    var history = try OriginHistory()
    for _ in 0..<3 { try history.add("good\n", ["tests/all.sh": Self.begin]) }
    let origin = try history.add("bad\n")
    for _ in 0..<2 {
      try history.add("bad\n", ["feature.sh": ":\n", "tests/all.sh": Self.begin + Self.feature])
    }
    try history.add("good\n", ["tests/all.sh": Self.begin + Self.feature + Self.test])
    var report = try history.origin(["--max-runs", "1"], repro: Self.repro).report
    for _ in 0..<40 where report["running"]["outcome"].text == "undecided" {
      #expect(report["running"]["newRuns"].integer ?? 9 <= 1)
      report = try history.origin(["--max-runs", "1"], repro: Self.repro).report
    }
    #expect(report["running"]["commit"]["commit"].text == origin)
  }

  @Test func `a commit whose tests cannot be run at its parent is not found by other tests there`() throws {
    var history = try OriginHistory()
    for _ in 0..<4 { try history.add("good\n", ["tests/all.sh": Self.begin]) }
    // The bug, and in the tests what only this commit brings.
    let newer = ["feature.sh": ":\n", "tests/all.sh": Self.begin + Self.feature]
    for _ in 0..<4 { try history.add("bad\n", newer) }
    try history.add("good\n", ["tests/all.sh": Self.begin + Self.feature + Self.test])
    let (ending, report) = try history.origin([], repro: Self.repro)
    #expect(ending == .exit(3))
    #expect(report["verdict"].text != "found")
    let running = report["running"]
    #expect(running["outcome"].text == "not-testable-before")
    #expect(try #require(running["sentence"].text).contains("are not the same"))
    #expect(!running["trials"].elements.contains { $0["roles"].texts.contains("origin") })
  }
}
