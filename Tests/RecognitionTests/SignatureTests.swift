import Testing

@testable import Recognition

@Suite struct SignatureTests {
  @Test(arguments: RecordedRun.twins)
  func `the same bug run twice has one signature`(twins: (first: RecordedRun, second: RecordedRun)) throws {
    let first = try #require(twins.first.recognize().signature)
    #expect(first == twins.second.recognize().signature)
    #expect(!first.isEmpty)
  }

  @Test func `a test that fails for another reason has another signature`() throws {
    let names = [
      "pytest/fail", "pytest/file-missing", "pytest/attribute", "pytest/quoting", "python/assert",
      "python/file",
    ]
    let signatures = names.compactMap { name in
      RecordedRun.all.first { $0.name == name }?.recognize().signature
    }
    #expect(Set(signatures).count == names.count)
  }

  @Test func `the same test failing with another message has another signature`() {
    let before = "FAILED t.py::test_a - x\nE   assert 2 == 3\n=== 1 failed in 0.1s ===\n"
    let after = "FAILED t.py::test_a - x\nE   FileNotFoundError: golden.txt\n=== 1 failed in 0.1s ===\n"
    let header = "____ test_a ____\n"
    let signatures = [before, after].map {
      Recognizer().recognize(output: Array((header + $0).utf8), ending: .exit(1), command: "pytest").signature
    }
    #expect(signatures[0] != signatures[1])
  }

  @Test func `another difference between what was wanted and what came has another signature`() {
    func output(_ wanted: String, _ got: String) -> String {
      "--- expected\n+++ actual\n@@ -1,2 +1,2 @@\n same\n-\(wanted)\n+\(got)\n\n24 passed, 1 failed\n"
    }
    let signatures = [output("a", "b"), output("a", "c"), output("a", "b")].map {
      Recognizer().recognize(output: Array($0.utf8), ending: .exit(1), command: "sh t.sh").signature
    }
    #expect(signatures[0] != signatures[1])
    #expect(signatures[0] == signatures[2])
  }

  @Test(arguments: [
    ("24 passed, 1 failed, 2 skipped", " passed, 1 failed,  skipped"), ("3 passing", " passing"),
    ("# failed 1 among 7 test(s)", "# failed 1 among  test(s)"),
    ("1 of 24 tests failed", "1 of  tests failed"),
    ("2 tests failed", "2 tests failed"), ("3 of 4", "3 of 4"), ("1 failed", "1 failed"),
    ("wanted 3 passwords", "wanted 3 passwords"), ("v1.2 passed", "v1.2 passed"),
    ("x3 passed", "x3 passed"), ("12", "12"), ("", ""), ("5 ok", " ok"), ("got 5", "got 5"),
  ])
  func `how many tests passed is no part of a failure at another commit`(line: String, expected: String) {
    #expect(withoutPassCounts(line) == expected)
  }

  @Test(arguments: [
    ("@@ -1 +1 @@\n-a\n+b\n c\n\\ No newline at end of file\n", ["-a", "+b"]),
    ("-a\n+b\n", []), ("--- a\n+++ b\n@@ -1 +1 @@\n-a\n\n-no\n", ["-a"]), ("", []),
  ])
  func `what a printed diff takes and adds is read`(text: String, expected: [String]) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Line(String($0)) }
    #expect(PrintedDiff.changed(in: lines, atMost: 9).map(\.text) == expected)
  }

  @Test(arguments: [
    ("+b | --- expected | -a | 1 failed", "--- expected | 1 failed"), ("exit 1", "exit 1"), ("+b", ""),
    ("a | b", "a | b"), ("", ""),
  ])
  func `a printed difference can be left out of a fingerprint`(signature: String, expected: String) {
    #expect(withoutPrintedDiff(signature) == expected)
  }

  @Test func `a pass has no signature`() {
    #expect(
      Recognizer().recognize(output: Array("3 passed in 0.1s\n".utf8), ending: .exit(0), command: "pytest")
        .signature == nil)
  }

  @Test(arguments: [
    ("took 0.12s", "took <duration>"), ("took 12 ms in all", "took <duration> in all"),
    ("in 1m3.2s", "in <duration>"),
    ("3 seconds", "<duration>"), ("assert 3 == 4", "assert 3 == 4"), ("3 minutely", "3 minutely"),
    ("at 0x7ffd12ab34cd!", "at <address>!"), ("flags 0x1f", "flags 0x1f"), ("pid 4711 died", "pid <id> died"),
    ("==4711==ERROR", "==<id>==ERROR"), ("http://127.0.0.1:40123/x", "http://127.0.0.1:<port>/x"),
    ("bound to port 8080", "bound to port <port>"), ("port 127.0.0.1:80", "port 127.0.0.1:<port>"),
    ("main.c:3:5: error", "main.c:3:5: error"),
    ("2026-11-25T02:25:55.302Z start", "<time> start"), ("2026-11-25 02:25:55.302 start", "<time> start"),
    ("at 02:25:55, x", "at <time>, x"), ("open /tmp/a.X1y2/b.txt: gone", "open <tmp>: gone"),
    ("/one/tree/src/a.c:3", "src/a.c:3"), ("in /one/tree", "in "), ("in /one/treehouse", "in /one/treehouse"),
    ("id 550e8400-e29b-41d4-a716-446655440000", "id <hash>"), ("commit deadbeef12", "commit <hash>"),
    ("defaced 12345678", "defaced <number>"), ("epoch 1764037401.25", "epoch <number>"),
    ("Seed: 7613", "Seed: <seed>"), ("[<cp311-whate...7616896>, ...]", "[<cp311-whate...<address>>, ...]"),
    ("[<object obje...d3e4f50>]", "[<object obje...<address>>]"), ("<the...facade>", "<the...facade>"),
    ("thread 'x' (18945) panicked", "thread 'x' (<id>) panicked"), ("v1.2.3", "v1.2.3"), ("", ""),
  ])
  func `what differs from run to run is named instead of shown`(line: String, expected: String) {
    #expect(Signature(treeRoots: [Array("/one/tree".utf8)]).normalised(Line(line)) == expected)
  }
}
