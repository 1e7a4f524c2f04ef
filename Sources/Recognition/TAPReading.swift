/// The Test Anything Protocol, whoever speaks it.
struct TAPReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("TAP")
    var isPlanned = false
    var tests = 0
    for line in run.lines {
      if let plan = line.dropping("1.."), let count = plan.number {
        isPlanned = true
        if count == 0, plan.has(anyOf: ["# SKIP", "# skip", "# Skip"]) {
          report.skipped = (report.skipped ?? 0) + 1
        }
      } else if line.starts("Bail out!") {
        report.trouble = .setupFailure(line: line.quoted)
      } else if line.starts(anyOf: ["ok ", "not ok "]) || line.equals("ok") || line.equals("not ok") {
        tests += 1
        read(line, into: &report)
      } else if line.starts("#"), report.failed > 0, report.reasons.count < 50 {
        report.reasons.append(line)
      }
    }
    // A plan with tests, or TAP's own header with one of both: a lone "ok 1" may be anybody's.
    guard isPlanned, tests > 0 || run.lines.contains(where: { $0.starts("1..0") }) else { return nil }
    report.executed = report.executed ?? 0
    report.skipped = report.skipped ?? 0
    if report.failed > 0 { report.trouble = nil }
    return report
  }

  private func read(_ line: Line, into report: inout Report) {
    let directive = line.after(" # ")?.trimmed
    if directive?.starts(anyOf: ["SKIP", "skip", "Skip"]) ?? false {
      return report.add(executed: 0, skipped: 1)
    }
    let isTodo = directive?.starts(anyOf: ["TODO", "todo"]) ?? false
    guard line.starts("not ok"), !isTodo else { return report.add(executed: 1) }
    report.add(executed: 1, failed: 1)
    let description = (line.dropping("not ok") ?? line).trimmed.dropping { $0.isDigit }.trimmed
    let name = (description.dropping("- ") ?? description).trimmed
    report.addFailure(name.isEmpty ? line.text : (name.before(" # ") ?? name).text)
  }
}

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
    return report
  }
}

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
