/// `cargo test`: one summary for each test binary and for the documentation's examples.
struct CargoReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("cargo test")
    var isSeen = false
    var uncompiled = 0
    var isCrashed = false
    var compilerLine: Line?
    for line in run.lines {
      if line.starts("test result: "), let passed = line.number(before: " passed") {
        isSeen = true
        let failed = line.number(before: " failed") ?? 0
        report.add(
          executed: passed + failed + (line.number(before: " measured") ?? 0), failed: failed,
          skipped: line.number(before: " ignored") ?? 0)
      } else if let rest = line.dropping("test "), let name = rest.beforeLast(" ... FAILED") {
        report.addFailure(name.text)
      } else if line.starts("running "), line.ends(" tests") || line.ends(" test"),
        line.number(after: "running ") != nil
      {
        isSeen = true
      } else if line.equals("Couldn't compile the test.") {
        uncompiled += 1
      } else if line.starts("error"), compilerLine == nil, line.has(": ") {
        compilerLine = line
      } else if line.has("process didn't exit successfully: `"), line.has("/deps/"), line.has("(signal: ") {
        isCrashed = true
        report.reasons.append(line)
      } else if line.has("panicked at ")
        || line.starts(anyOf: ["assertion ", "  left: ", " right: ", "Error: "])
      {
        report.reasons.append(line)
      }
    }
    guard isSeen else { return nil }
    if isCrashed, report.failed == 0 {
      // The binary that crashed has no summary; those before it say nothing of it.
      report.failed = 1
      report.executed = nil
    }
    if uncompiled > 0, uncompiled == report.failed {
      report.trouble = .buildError(
        tool: "rustdoc", line: compilerLine?.quoted ?? "Couldn't compile the test.")
    }
    return report
  }
}
