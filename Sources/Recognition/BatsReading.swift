/// `bats` in its pretty notation; its other one is TAP.
struct BatsReading: RunnerReading {
  func report(of run: Run) -> Report? {
    guard let summary = run.transcript.first(where: Self.isSummary),
      run.lines.contains(where: { $0.has(" ✓ ") || $0.has(" ✗ ") || summary.number == 0 })
    else { return nil }
    var report = Report("bats")
    let skipped = summary.number(before: " skipped") ?? 0
    report.skipped = skipped
    report.executed = max(0, (summary.number ?? 0) - skipped)
    report.failed = summary.number(before: " failure") ?? 0
    for line in run.lines {
      if let name = line.afterLast(" ✗ ") { report.addFailure(name.trimmed.text) }
      if line.starts("   ") { report.reasons.append(line) }
    }
    return report
  }

  /// `3 tests, 1 failure, 1 skipped`.
  private static func isSummary(_ line: Line) -> Bool {
    line.number != nil && line.has(anyOf: [" tests, ", " test, "])
      && line.has(anyOf: [" failures", " failure"])
  }
}
