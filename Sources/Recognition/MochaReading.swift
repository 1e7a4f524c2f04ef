/// Mocha's spec and dot notations.
struct MochaReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("mocha")
    var isSeen = false
    var failing = 0
    var hooks = 0
    var path: [Line] = []
    var isNaming = false
    for line in run.lines {
      let text = line.trimmed
      if line.indent == 2, let count = text.number, text.has(" passing (") {
        isSeen = true
        report.add(executed: count)
      } else if isSeen, line.indent == 2, text.ends(" failing") || text.ends(" pending"),
        let count = text.number
      {
        if text.ends(" failing") { failing += count }
        if text.ends(" pending") { report.skipped = (report.skipped ?? 0) + count }
      } else if isSeen, line.indent == 2, text.number(before: ") ") != nil, let name = text.after(") ") {
        path = [name]
        isNaming = true
        if name.has("\" hook ") { hooks += 1 }
      } else if isNaming, line.indent > 2, !text.isEmpty {
        path.append(text)
      }
      if isNaming, let last = path.last, last.ends(":") {
        isNaming = false
        let words = path.map { Line($0.ends(":") ? $0.bytes.dropLast() : $0.bytes).text }
        if last.has("\" hook ") || path.contains(where: { $0.has("\" hook ") }) { hooks = max(hooks, 1) }
        report.addFailure(words.joined(separator: " "))
      } else if text.has("Error") || text.starts("+") || text.starts("-") {
        if isSeen { report.reasons.append(text) }
      }
    }
    guard isSeen else { return nil }
    let broken = min(hooks, failing)
    report.add(executed: failing - broken, failed: failing - broken)
    if report.failed == 0, broken > 0 {
      report.trouble = .setupFailure(line: report.failures.first ?? "hook")
    }
    return report
  }
}
