/// Jest.
struct JestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("jest")
    var isSeen = false
    var broken: [Line] = []
    var isBroken = false
    var isMessage = false
    for line in run.lines {
      let text = line.trimmed
      if line.starts("Tests: "), text.ends(" total") {
        isSeen = true
        let failed = text.number(before: " failed") ?? 0
        report.add(
          executed: failed + (text.number(before: " passed") ?? 0), failed: failed,
          skipped: (text.number(before: " skipped") ?? 0) + (text.number(before: " todo") ?? 0))
      } else if text.starts("No tests found, exiting with code ") {
        isSeen = true
        report.executed = report.executed ?? 0
      } else if line.starts("  ● "), let name = text.dropping("● ") {
        isBroken = name.starts("Test suite failed to run")
        if !isBroken, !name.starts("Console") {
          report.addFailure(name.text)
          isMessage = true
        }
      } else if isBroken, !text.isEmpty, broken.count < 40 {
        broken.append(text)
      } else if isMessage, !text.isEmpty {
        isMessage = false
        report.reasons.append(text)
      } else if text.starts(anyOf: ["Expected", "Received", "expect("]) || text.has("Error: ") {
        report.reasons.append(text)
      }
    }
    guard isSeen else { return nil }
    if report.failed == 0, let first = broken.first { report.trouble = Self.obstacle(broken, first) }
    return report
  }

  private static func obstacle(_ lines: [Line], _ first: Line) -> Obstacle {
    for line in lines {
      if let name = line.after("Cannot find module ")?.firstQuotation { return .missingModule(name) }
      if line.has(": error TS") || line.has(" error TS") {
        return .buildError(tool: "tsc", line: line.quoted)
      }
      if line.has("SyntaxError: ") { return .syntaxError(line: line.quoted) }
    }
    return .collectionError(line: first.quoted)
  }
}
