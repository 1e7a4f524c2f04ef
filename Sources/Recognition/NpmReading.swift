/// `npm test` in a package that has the script `npm init` writes, which tests nothing.
struct NpmReading: RunnerReading {
  func report(of run: Run) -> Report? {
    guard run.transcript.lines.contains(where: { $0.equals("Error: no test specified") }) else { return nil }
    var report = Report("npm")
    report.executed = 0
    return report
  }
}
