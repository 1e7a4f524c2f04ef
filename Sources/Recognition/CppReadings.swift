/// GoogleTest.
struct GoogleTestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("googletest")
    var isSeen = false
    var started = 0
    var skipped = 0
    var open: String?
    for line in run.lines {
      if line.starts("[==========] Running ") {
        isSeen = true
      } else if let name = line.dropping("[ RUN      ] ") {
        started += 1
        open = name.text
      } else if line.starts("[       OK ] ") {
        open = nil
      } else if line.starts("[  SKIPPED ] "), line.ends(" ms)") {
        skipped += 1
        open = nil
      } else if let rest = line.dropping("[  FAILED  ] ") {
        if line.ends(" ms)"), let name = rest.beforeLast(" (") {
          report.failed += 1
          report.addFailure((name.before(", where ") ?? name).text)
        }
        open = nil
      } else if open != nil {
        report.reasons.append(line)
      }
    }
    guard isSeen else { return nil }
    if let open {
      // Begun and never ended: the program crashed in it.
      report.failed += 1
      report.addFailure(open)
    }
    report.skipped = skipped
    report.executed = started - skipped
    return report
  }
}

/// Catch2, versions 2 and 3.
struct Catch2Reading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("Catch2")
    var isSeen = false
    for line in run.lines {
      if line.starts("All tests passed ("), let count = line.number(before: " test case") {
        isSeen = true
        report.add(executed: count, skipped: 0)
      } else if line.starts("test cases:"), line.has("|") || line.has(" skipped") {
        isSeen = true
        let failed = line.number(before: " failed") ?? 0
        report.add(
          executed: failed + (line.number(before: " passed") ?? 0), failed: failed,
          skipped: line.number(before: " skipped") ?? 0)
      } else if line.starts(anyOf: ["No tests ran", "No test cases matched '"]) {
        isSeen = true
        report.executed = report.executed ?? 0
      } else if line.has(": FAILED:") {
        report.reasons.append(line)
        report.addFailure(line.before(": FAILED:")?.text ?? line.text)
      }
    }
    return isSeen ? report : nil
  }
}
