/// Perl's `prove`, which reads TAP and sums it up.
struct ProveReading: RunnerReading {
  func report(of run: Run) -> Report? {
    guard run.transcript.hasLine(starting: "Result: "),
      let files = run.transcript.first(where: { $0.starts("Files=") }),
      let tests = files.number(after: "Tests=")
    else { return nil }
    var report = Report("prove")
    var skipped = 0
    for line in run.lines {
      if line.has(" subtest skipped: ") || line.has(" subtests skipped: ") {
        skipped += line.number(before: " skipped subtest") ?? 0
      }
      skipped += line.has("(less ") ? line.number(after: "(less ") ?? 0 : 0
      if line.has("(Wstat: "), let name = line.before(" (Wstat: "),
        let failed = line.number(after: "Failed: ")
      {
        report.failed += failed
        if failed > 0 || tests > 0 { report.addFailure(name.text) }
      }
      if line.has(".. skipped: ") { skipped += 1 }
      if line.starts("#") { report.reasons.append(line) }
      if line.starts("Bail out!") { report.trouble = .setupFailure(line: line.quoted) }
      if line.starts("Cannot detect source of '") { report.trouble = .collectionError(line: line.quoted) }
    }
    report.skipped = skipped
    report.executed = max(0, tests - (report.failed > 0 || tests > skipped ? skipped : 0))
    if report.failed > 0 { report.trouble = nil }
    // A script that died before its first test is red, and not merely empty.
    if report.executed == 0, run.transcript.hasLine(starting: "Result: FAIL") { report.executed = nil }
    return report
  }
}
