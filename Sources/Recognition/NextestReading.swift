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
