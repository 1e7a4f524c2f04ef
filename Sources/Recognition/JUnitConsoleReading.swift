/// JUnit's own console: `JUnitCore` of version 4 and the launcher of version 5.
struct JUnitConsoleReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("JUnit")
    var isSeen = false
    var gone: String?
    let isVersion4 = run.transcript.hasLine(starting: "JUnit version ")
    for line in run.lines {
      if line.starts("OK ("), line.ends(" tests)") || line.ends(" test)"),
        let count = line.number(after: "OK (")
      {
        isSeen = isSeen || isVersion4
        report.add(executed: count)
      } else if line.starts("Tests run: "), line.has(",  Failures: "),
        let count = line.number(after: "Tests run: ")
      {
        isSeen = true
        report.add(executed: count, failed: line.number(after: "Failures: ") ?? 0)
      } else if line.starts("["), let count = line.dropping("[")?.trimmed.number {
        isSeen = readLauncher(line, count, into: &report) || isSeen
      } else if line.has(") initializationError("), line.number != nil {
        gone = gone ?? line.quoted
      } else if line.number != nil, line.ends(")"), let name = line.after(") "), name.has("(") {
        report.addFailure(name.text)
      } else if let name = line.after("Could not find class [")?.before("]") {
        gone = name.text
      } else if line.starts(anyOf: ["java.lang.", "org.junit.", "org.opentest4j."]) {
        report.reasons.append(line)
      }
    }
    guard isSeen else { return nil }
    if let gone, report.failures.isEmpty {
      report.failed = 0
      report.executed = 0
      report.trouble = .missingModule(gone)
    }
    return report
  }

  private func readLauncher(_ line: Line, _ count: Int, into report: inout Report) -> Bool {
    if line.has(" tests successful ") { report.add(executed: count) }
    if line.has(" tests failed ") { report.add(executed: count, failed: count) }
    if line.has(" tests skipped ") { report.add(executed: 0, skipped: count) }
    return line.has(anyOf: [" tests successful ", " tests failed "])
  }
}
