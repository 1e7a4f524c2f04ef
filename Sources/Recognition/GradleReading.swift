/// Gradle's own words about tests.
struct GradleReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("gradle")
    var isSeen = false
    for line in run.lines {
      if let ran = line.number(before: " tests completed, ") ?? line.number(before: " test completed, ") {
        isSeen = true
        let skipped = line.number(before: " skipped") ?? 0
        report.add(executed: ran - skipped, failed: line.number(before: " failed") ?? 0, skipped: skipped)
      } else if line.has(" > "), line.ends(" FAILED"), !line.starts("> Task"),
        let name = line.beforeLast(" FAILED")
      {
        report.addFailure(name.text)
      } else if line.has("No tests found for given includes") {
        isSeen = true
        report.executed = 0
      } else if line.indent >= 4, line.has("Error") || line.has("Exception") {
        report.reasons.append(line)
      }
    }
    return isSeen ? report : nil
  }
}
