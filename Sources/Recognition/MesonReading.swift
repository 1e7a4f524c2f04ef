/// `meson test`.
struct MesonReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("meson test")
    var counts: [String: Int] = [:]
    for line in run.lines {
      for key in Self.keys where line.starts("\(key):") {
        if let count = line.after(":")?.trimmed.number { counts[key] = count }
      }
      if line.trimmed.number != nil, line.has("/"), line.has(" FAIL ") || line.has(" TIMEOUT "),
        let rest = line.after(" ")
      {
        report.addFailure((rest.before(" FAIL ") ?? rest.before(" TIMEOUT ") ?? rest).trimmed.text)
      }
      if line.equals("No tests defined.") { report.executed = 0 }
    }
    if report.executed == 0 { return report }
    guard let passed = counts["Ok"], counts["Fail"] != nil || counts["Timeout"] != nil else { return nil }
    let failed = (counts["Fail"] ?? 0) + (counts["Timeout"] ?? 0) + (counts["Unexpected Pass"] ?? 0)
    let skipped = counts["Skipped"] ?? 0
    report.add(executed: passed + failed + (counts["Expected Fail"] ?? 0), failed: failed, skipped: skipped)
    return report
  }

  private static let keys = ["Ok", "Expected Fail", "Fail", "Unexpected Pass", "Skipped", "Timeout"]
}
