/// Automake's parallel test harness.
struct AutomakeReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("automake")
    var counts: [String: Int] = [:]
    for line in run.lines {
      for key in Self.keys where line.starts("# \(key): ") {
        counts[key] = (counts[key] ?? 0) + (line.after(": ")?.trimmed.number ?? 0)
      }
      if let name = line.dropping("FAIL: ") { report.addFailure(name.text) }
    }
    guard let total = counts["TOTAL"], counts["PASS"] != nil, counts["FAIL"] != nil else { return nil }
    let skipped = counts["SKIP"] ?? 0
    let errors = counts["ERROR"] ?? 0
    report.add(
      executed: max(0, total - skipped - errors), failed: (counts["FAIL"] ?? 0) + (counts["XPASS"] ?? 0),
      skipped: skipped)
    if report.failed == 0, errors > 0 {
      let line = run.transcript.first { $0.starts("ERROR: ") }
      report.trouble = .setupFailure(line: line?.quoted ?? "# ERROR: \(errors)")
    }
    return report
  }

  private static let keys = ["TOTAL", "PASS", "SKIP", "XFAIL", "FAIL", "XPASS", "ERROR"]
}
