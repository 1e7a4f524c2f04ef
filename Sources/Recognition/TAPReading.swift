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
    guard isPlanned, tests > 0 || run.lines.contains(where: { $0.equals("1..0") || $0.starts("1..0 ") })
    else { return nil }
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
