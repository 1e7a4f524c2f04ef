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

/// Minitest, and Rails on top of it; test-unit says nearly the same.
struct MinitestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("minitest")
    var isSeen = false
    var isNaming = false
    for line in run.lines {
      if let ran = line.number, line.has(" assertions, "), line.has(" failures, "), line.has(" errors, ") {
        isSeen = true
        let skipped = line.number(before: " skips") ?? line.number(before: " omissions") ?? 0
        let failed = (line.number(before: " failures") ?? 0) + (line.number(before: " errors") ?? 0)
        report.add(executed: max(0, ran - skipped), failed: failed, skipped: skipped)
      } else if line.indent > 0, line.ends(") Failure:") || line.ends(") Error:") {
        isNaming = true
      } else if isNaming {
        isNaming = false
        let name = line.before(" [") ?? line
        report.addFailure((name.ends(":") ? Line(name.bytes.dropLast()) : name).text)
      } else if line.trimmed.starts(anyOf: ["Expected", "Actual: "]) || line.has("Error: ") {
        report.reasons.append(line)
      }
    }
    return isSeen ? report : nil
  }
}
