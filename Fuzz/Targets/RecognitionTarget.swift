import Recognition

/// What a test run printed; its command and the way it ended are the other parts.
struct RecognitionTarget: FuzzTarget {
  let name = "recognition"

  let shapes =
    [
      "a\n", "\n", " ", "=", "=== FAIL ===\n", "FAILED a::b{}\n", "error: x{}\n", "ok {} a\n",
      "not ok {} a\n",
      "--- FAIL: T{} (0.00s)\n", "test t{} ... FAILED\n", "E   x\n", "\u{1B}[", "\u{1B}]", "\u{1B}[31m", "\r",
      "  at f (a.js:1:1)\n", "Traceback (most recent call last):\n", "1 passed, ", "[  FAILED  ] a.b{}\n",
      "undefined reference to `x{}'\n", "Tests: ", "a.c:1:2: error: x\n", "# tests {}\n", "(", "0x{} ", "'",
      "/a/b{}", "1..2\n", "e\u{301}", "ModuleNotFoundError: No module named 'm{}'\n",
      "<testsuite tests=\"1\">",
      "FAIL\tm/p{}\t0.1s\n", "thread 't{}' panicked\n", "Assertion failed: \n", "\u{FFFD}", "9", "{\"a\":",
      "✗ a{}\n",
      "● a{} › b\n", "  {}) a:\n", "Test Case 'a{}' failed\n", "◇ Test t{} started.\n",
    ].map { GrowingShape($0) }

  func read(_ bytes: [UInt8]) {
    _ = Recognizer(treeRoots: ["/tmp/a", "/tmp/b"]).recognize(
      output: bytes, ending: .exit(1), command: "make test")
  }

  func check(_ input: FuzzInput) throws {
    let command = input.string(1, or: "make test")
    let ending = Self.ending(input.string(2, or: "1"))
    let recognizer = Recognizer(treeRoots: ["/tmp/a"])
    let found = recognizer.recognize(output: input.text, ending: ending, command: command)
    try promise(found.executed ?? 0 >= 0 && found.skipped ?? 0 >= 0 && found.failed >= 0, "counts: \(found)")
    try promise(
      found.failures.count <= 20 && found.missingSymbols.count <= 20 && found.missingFiles.count <= 20,
      "more than twenty of something")
    let texts =
      found.failures + found.missingSymbols + found.missingFiles + [
        found.signature ?? "", found.runner ?? "",
      ]
    try promise(!texts.contains { $0.utf8.contains(0x0A) }, "a text of two lines: \(found)")
    if ending == .exit(0) { try promise(found.signature == nil, "a green run has a signature") }
    // Carriage returns before newlines, and blank lines between lines, mean nothing.
    var windows: [UInt8] = []
    for line in input.text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      windows += line + [0x0D, 0x0A, 0x0D, 0x0A]
    }
    guard !input.text.contains(0x1B) else { return }
    let same = recognizer.recognize(output: windows, ending: ending, command: command)
    try promise(same == found, "line endings change \(found) to \(same)")
  }

  private static func ending(_ text: String) -> RunEnding {
    if text.hasPrefix("t") { return .timeLimit }
    if text.hasPrefix("s") { return .signal(Int32(text.dropFirst()) ?? 11) }
    return .exit(Int32(text) ?? 1)
  }
}
