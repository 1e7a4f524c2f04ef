/// `ctest`, which starts other programs and counts those that left with zero.
struct CTestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("ctest")
    var isSeen = false
    var isListing = false
    var notRun: [Line] = []
    for line in run.lines {
      if line.starts("No tests were found!!!") || line.equals("No test configuration file found!") {
        isSeen = true
        report.executed = 0
      } else if line.has("% tests passed, "),
        line.number(after: " tests failed out of ") ?? line.number(after: " test failed out of ") != nil
      {
        isSeen = true
      } else if let verdict = Self.verdict(line) {
        count(verdict, line, in: &report, notRun: &notRun)
      } else if line.starts("The following tests FAILED:") {
        isListing = true
      } else if isListing, line.starts("\t"), let name = line.after(" - ")?.beforeLast(" (") {
        if !line.ends("(Not Run)") { report.addFailure(name.trimmed.text) }
      } else if line.starts("Could not find executable "), notRun.isEmpty {
        notRun.append(line)
      }
    }
    guard isSeen else { return nil }
    report.executed = report.executed ?? 0
    report.skipped = report.skipped ?? 0
    if report.failed == 0, let line = notRun.first { report.trouble = .setupFailure(line: line.quoted) }
    report.reasons = run.lines.compactMap { line in
      // Without the test's number, which changes when one is added.
      if line.has("***"), let rest = line.after(" Test ")?.after(": ") { return rest }
      return ErrorLines.isLoud(line) ? line : nil
    }
    return report
  }

  /// What follows the dots in `1/7 Test #1: good ......   Passed    0.02 sec`.
  private static func verdict(_ line: Line) -> Line? {
    guard line.has(" Test "), line.has("#"), line.ends(" sec"), line.trimmed.number != nil else { return nil }
    if let rest = line.after("***") { return rest }
    return line.has("   Passed ") ? Line("Passed") : nil
  }

  private func count(_ verdict: Line, _ line: Line, in report: inout Report, notRun: inout [Line]) {
    if verdict.starts("Skipped") || verdict.starts("Not Run (Disabled)") {
      return report.add(executed: 0, skipped: 1)
    }
    if verdict.starts("Not Run") {
      if notRun.isEmpty { notRun.append(line) }
      return
    }
    report.add(executed: 1, failed: verdict.starts("Passed") ? 0 : 1)
  }
}
