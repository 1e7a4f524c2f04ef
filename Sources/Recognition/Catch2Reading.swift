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
