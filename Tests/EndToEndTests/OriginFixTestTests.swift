import Scratch
import Subprocess
import Testing

/// `origin --run`: what the fix's test says where the bug began.
@Suite struct OriginFixTestTests {
  /// A history in which the fix brings files; what the search says of it, and the fact of the fix's test.
  private static func search(
    _ files: [String: String], _ words: [String], repro: String = "sh check.sh"
  ) throws -> (running: JSONValue, sentence: String?, history: OriginHistory) {
    var history = try OriginHistory()
    try history.add("good\n", ["check.sh": OriginHistory.check])
    for _ in 0..<3 { try history.add("good\n") }
    for _ in 0..<4 { try history.add("bad\n") }
    try history.add("good again\n", files)
    let report = try history.origin(words, repro: repro).report
    let fact = report["slipped"].elements.first { $0["kind"].text == "fix-test" }
    #expect(report["running"]["outcome"].text == "found")
    #expect(fact?["suggests"].text == nil)
    return (report["running"], fact?["sentence"].text, history)
  }

  @Test func `where the repro is the fix's test its runs tell whether it would have caught the bug`() throws {
    let (running, sentence, _) = try Self.search(
      ["tests/check.sh": OriginHistory.check], [], repro: "sh tests/check.sh")
    let said = try #require(sentence)
    #expect(
      said.contains("fails in") && said.hasSuffix("passes at its parent: it would have caught the bug."))
    #expect(running["fixTest"]["command"].text == "sh tests/check.sh")
    #expect(running["fixTest"]["trials"].elements.map { $0["roles"].texts } == [["origin"], ["parent"]])
  }

  @Test func `a test with a command of its own is run at both ends, and not again by the next call`() throws {
    let (running, sentence, history) = try Self.search(
      ["tests/own.sh": OriginHistory.check], ["--fix-test", "sh tests/own.sh"])
    #expect(try #require(sentence).contains("fails in 2 of 2 runs and passes at its parent"))
    #expect(running["fixTest"]["trials"].elements.map { $0["passes"].integer } == [0, 2])
    let again = try history.origin(["--fix-test", "sh tests/own.sh"]).report["running"]
    #expect(again["fixTest"] == running["fixTest"])
    #expect(again["trees"].integer == 0)
  }

  @Test func `a test that passes there would have caught nothing`() throws {
    let (_, sentence, _) = try Self.search(["tests/own.sh": "exit 0\n"], ["--fix-test", "sh tests/own.sh"])
    #expect(try #require(sentence).hasSuffix("passes in 2 runs: it would not have caught the bug."))
  }

  @Test func `a test that fails before the bug as well is no sign of it`() throws {
    let (_, sentence, _) = try Self.search(
      ["tests/own.sh": "echo always; exit 1\n"], ["--fix-test", "sh tests/own.sh"])
    #expect(try #require(sentence).contains("as well: that is not this bug alone"))
  }

  @Test func `a test that needs what only the fix brings says nothing there`() throws {
    let (_, sentence, _) = try Self.search(
      ["tests/own.sh": "cat helper.txt\n", "helper.txt": "help\n"], ["--fix-test", "sh tests/own.sh"])
    #expect(try #require(sentence).hasPrefix("The fix's test says nothing at"))
  }

  @Test func `where the fix brings no test that is run nothing is said`() throws {
    #expect(try Self.search([:], []).sentence == nil)
  }
}
