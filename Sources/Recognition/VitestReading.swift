/// Vitest.
struct VitestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("vitest")
    var isSeen = false
    var broken: Line?
    var module: String?
    for line in run.lines {
      let text = line.trimmed
      if text.starts("Tests  "), text.ends(")") {
        isSeen = true
        let failed = text.number(before: " failed") ?? 0
        report.add(
          executed: failed + (text.number(before: " passed") ?? 0), failed: failed,
          skipped: text.number(before: " skipped") ?? 0)
      } else if text.equals("Tests  no tests") || text.starts("No test files found, exiting with code ") {
        isSeen = true
        report.executed = report.executed ?? 0
      } else if let name = text.dropping("FAIL  ") {
        if name.has(" > ") { report.addFailure(name.text) } else { broken = broken ?? text }
      } else if text.starts(anyOf: ["AssertionError: ", "Error: ", "TypeError: ", "ReferenceError: "]) {
        module = module ?? text.after("Cannot find ")?.firstQuotation
        report.reasons.append(text)
      }
    }
    guard isSeen else { return nil }
    if report.failed == 0, let broken {
      report.trouble = module.map(Obstacle.missingModule) ?? .collectionError(line: broken.quoted)
    }
    return report
  }
}
