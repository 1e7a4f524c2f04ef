/// `cargo test`: one summary for each test binary and for the documentation's examples.
struct CargoReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("cargo test")
    var isSeen = false
    var uncompiled = 0
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
      } else if line.has("panicked at ")
        || line.starts(anyOf: ["assertion ", "  left: ", " right: ", "Error: "])
      {
        report.reasons.append(line)
      }
    }
    guard isSeen else { return nil }
    if uncompiled > 0, uncompiled == report.failed {
      report.trouble = .buildError(
        tool: "rustdoc", line: compilerLine?.quoted ?? "Couldn't compile the test.")
    }
    return report
  }
}

/// `cargo nextest run`.
struct NextestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("cargo nextest")
    var isSeen = false
    for line in run.lines.map(\.trimmed) {
      if line.starts("Summary ["),
        let count = line.number(before: " test run") ?? line.number(before: " tests run")
      {
        isSeen = true
        report.add(
          executed: count, failed: line.number(before: " failed") ?? 0, skipped: 0)
      } else if line.starts("Starting 0 tests across ") || line.equals("error: no tests to run") {
        isSeen = true
        report.executed = report.executed ?? 0
      } else if line.starts("FAIL ["), let name = line.after("] ") {
        report.addFailure(name.trimmed.text)
      } else if line.has("panicked at ") {
        report.reasons.append(line)
      }
    }
    return isSeen ? report : nil
  }
}
