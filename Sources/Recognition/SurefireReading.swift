/// Maven's Surefire and Failsafe.
struct SurefireReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("surefire")
    var isSeen = false
    var total: Line?
    for line in run.lines {
      let text = (line.after("] ") ?? line).trimmed
      if text.starts("Tests run: "), text.has(", Errors: "), text.has(", Skipped: ") {
        isSeen = true
        // The sum of a module's classes has no time; only the sums are added up.
        if !text.has("Time elapsed") { add(text, to: &report) } else { total = text }
      } else if text.has("<<< FAILURE!") || text.has("<<< ERROR!") {
        let name = (text.before(" Time elapsed") ?? text.before("  ") ?? text).trimmed
        report.addFailure((name.before(" --") ?? name).text)
      } else if text.has("No tests were executed!") || text.has("No tests matching pattern ")
        || text.equals("No tests to run.")
      {
        isSeen = true
        report.executed = report.executed ?? 0
      } else if text.starts(anyOf: [
        "java.lang.AssertionError", "org.opentest4j.", "org.junit.ComparisonFailure",
      ]) {
        report.reasons.append(text)
      }
    }
    guard isSeen else { return nil }
    if report.executed == nil, let total { add(total, to: &report) }
    return report
  }

  private func add(_ text: Line, to report: inout Report) {
    let ran = text.number(after: "Tests run: ") ?? 0
    let skipped = text.number(after: "Skipped: ") ?? 0
    let failed = (text.number(after: "Failures: ") ?? 0) + (text.number(after: "Errors: ") ?? 0)
    report.add(executed: max(0, ran - skipped), failed: failed, skipped: skipped)
  }
}
