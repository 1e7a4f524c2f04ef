/// RSpec.
struct RSpecReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("RSpec")
    var isSeen = false
    var outside = 0
    var loadError: Obstacle?
    var firstError: Line?
    for line in run.lines {
      if let summary = Self.summary(line) {
        isSeen = true
        let pending = line.number(before: " pending") ?? 0
        report.add(executed: summary.examples - pending, failed: summary.failures, skipped: pending)
        outside +=
          line.number(before: " error occurred outside") ?? line.number(before: " errors occurred outside")
          ?? 0
      } else if let rest = line.dropping("rspec "), line.has(" # ") {
        report.addFailure((rest.before(" # ") ?? rest).trimmed.text)
      } else if line.starts("An error occurred while loading ") {
        firstError = firstError ?? line
      } else if let name = Exceptions.rubyLibrary(line) {
        loadError = loadError ?? .missingModule(name)
      } else if line.trimmed.starts("uninitialized constant "), let name = MissingNames.symbol(in: line) {
        loadError = loadError ?? .missingSymbol(name)
      } else if line.has("syntax error, ") || line.has("syntax errors found") {
        loadError = loadError ?? .syntaxError(line: line.quoted)
      } else if line.indent >= 5 {
        report.reasons.append(line)
      }
    }
    guard isSeen else { return nil }
    if report.failed == 0, outside > 0 {
      report.trouble = loadError ?? .collectionError(line: firstError?.quoted ?? "error outside of examples")
    }
    return report
  }

  /// `3 examples, 1 failure, 1 pending`.
  private static func summary(_ line: Line) -> (examples: Int, failures: Int)? {
    guard let examples = line.number, line.has(" example"), let failures = line.number(before: " failure"),
      line.has(" examples, ") || line.has(" example, ")
    else { return nil }
    return (examples, failures)
  }
}
