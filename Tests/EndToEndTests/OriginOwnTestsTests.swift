import Scratch
import Storage
import Subprocess
import Testing

/// `origin --run` where the failing test, or what it reads, came with the first commit that fails.
@Suite struct OriginOwnTestsTests {
  @Test func `a commit that only brings the failing test is not where the bug began`() throws {
    var history = try OriginHistory()
    for _ in 0..<3 { try history.add("good\n", ["tests/cases.sh": "echo nothing to test\n"]) }
    let origin = try history.add("bad\n")
    for _ in 0..<3 { try history.add("bad\n") }
    let test = try history.add("bad\n", ["tests/cases.sh": OriginHistory.check])
    for _ in 0..<3 { try history.add("bad\n") }
    try history.add("good\n")
    let (ending, report) = try history.origin([], repro: "sh tests/cases.sh")
    #expect(ending == .exit(0))
    let running = report["running"]
    #expect(running["commit"]["commit"].text == origin)
    #expect(running["carried"].texts == ["tests/cases.sh"])
    let trials = running["trials"].elements
    #expect(trials.first?["roles"].texts == ["before-fix"])
    #expect(trials.contains { $0["commit"]["commit"].text == test && $0["failures"].integer ?? 0 > 0 })
    #expect(report["notes"].texts.contains { $0.contains("carried further back") })
    let again = try history.origin([], repro: "sh tests/cases.sh").report["running"]
    #expect(again["newRuns"].integer == 0)
    #expect(again["runs"] == running["runs"])
    #expect(again["commit"] == running["commit"])
  }

  @Test func `a budget that is spent before it is known leaves it open, and the next call goes on`() throws {
    var history = try OriginHistory()
    for _ in 0..<2 { try history.add("good\n", ["tests/cases.sh": "echo nothing to test\n"]) }
    let origin = try history.add("bad\n")
    let git = history.repository
    try git.write(OriginHistory.check, to: "tests/cases.sh")
    try git.git("add", "--all")
    try git.git("commit", "--quiet", "--message", "Tests")
    for _ in 0..<2 { try history.add("bad\n") }
    try history.add("good\n")
    // Eight failures and two passes are wanted; then run by run, up to the call that has none left for the tests.
    var (ending, report) = try history.origin(["--max-runs", "9"], repro: "sh tests/cases.sh")
    for _ in 0..<10 where report["running"]["sentence"].text?.contains("nothing but tests") == false {
      #expect(report["running"]["outcome"].text == "undecided")
      (ending, report) = try history.origin(["--max-runs", "1"], repro: "sh tests/cases.sh")
    }
    #expect(ending == .exit(3))
    #expect(report["verdict"].text != "found")
    let running = report["running"]
    #expect(running["outcome"].text == "undecided")
    #expect(try #require(running["sentence"].text).contains("the budget was spent"))
    #expect(running["newRuns"].integer == 1)
    #expect(!running["trials"].elements.contains { $0["roles"].texts.contains("origin") })
    let next = try history.origin([], repro: "sh tests/cases.sh")
    #expect(next.ending == .exit(0))
    #expect(next.report["running"]["commit"]["commit"].text == origin)
  }

  @Test func `a commit that brings the bug and a test is where the bug began`() throws {
    var history = try OriginHistory()
    for _ in 0..<4 {
      try history.add("good\n", ["tests/cases.sh": "sh check.sh\n", "check.sh": OriginHistory.check])
    }
    let origin = try history.add("bad\n", ["tests/cases.sh": "sh check.sh && echo two\n"])
    for _ in 0..<4 { try history.add("bad\n") }
    try history.add("good\n")
    let (ending, report) = try history.origin([], repro: "sh tests/cases.sh")
    #expect(ending == .exit(0))
    #expect(report["running"]["commit"]["commit"].text == origin)
    #expect(report["running"]["carried"].texts.isEmpty)
    #expect(report["notes"].texts.contains { $0.contains("its parent") && $0.contains("passes, too") })
  }

  @Test func `a commit of tests alone that cannot be told from its tests is not found`() throws {
    var history = try OriginHistory()
    for _ in 0..<4 {
      try history.add("bad\n", ["tests/cases.sh": "echo nothing to test\n", "tests/build.sh": "exit 0\n"])
    }
    let git = history.repository
    try git.write(OriginHistory.check, to: "tests/cases.sh")
    try git.write("test -f notes.md\n", to: "tests/build.sh")
    try git.write("Now there are tests.\n", to: "notes.md")
    try git.git("add", "--all")
    try git.git("commit", "--quiet", "--message", "Tests")
    for _ in 0..<4 { try history.add("bad\n") }
    try history.add("good\n")
    let (ending, report) = try history.origin(["--setup", "sh tests/build.sh"], repro: "sh tests/cases.sh")
    #expect(ending == .exit(3))
    #expect(report["verdict"].text != "found")
    #expect(report["running"]["outcome"].text == "not-testable-before")
    #expect(try #require(report["running"]["sentence"].text).contains("nothing but tests"))
  }
}
