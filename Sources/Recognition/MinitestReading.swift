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
