/// Maven's Surefire and Failsafe.
struct SurefireReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("surefire")
    var isSeen = false
    var total: Line?
    for line in run.lines {
      let text = (line.after("] ") ?? line).trimmed
      if text.starts("Tests run: "), text.has(", Errors: "), text.has(", Skipped: ") {
        isSeen = true
        // The sum of a module's classes has no time; only the sums are added up.
        if !text.has("Time elapsed") { add(text, to: &report) } else { total = text }
        if text.has("<<< "), let name = text.after(" in ") { report.addFailure(name.text) }
      } else if text.has("<<< FAILURE!") || text.has("<<< ERROR!") {
        report.addFailure((text.before(" Time elapsed") ?? text.before("  ") ?? text).trimmed.text)
      } else if text.starts("No tests were executed!") || text.starts("No tests matching pattern")
        || text.equals("No tests to run.")
      {
        isSeen = true
        report.executed = report.executed ?? 0
      } else if text.starts(anyOf: [
        "java.lang.AssertionError", "org.opentest4j.", "org.junit.ComparisonFailure",
      ]) {
        report.reasons.append(text)
      }
    }
    guard isSeen else { return nil }
    if report.executed == nil, let total { add(total, to: &report) }
    return report
  }

  private func add(_ text: Line, to report: inout Report) {
    let ran = text.number(after: "Tests run: ") ?? 0
    let skipped = text.number(after: "Skipped: ") ?? 0
    let failed = (text.number(after: "Failures: ") ?? 0) + (text.number(after: "Errors: ") ?? 0)
    report.add(executed: max(0, ran - skipped), failed: failed, skipped: skipped)
  }
}

/// Gradle's own words about tests.
struct GradleReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("gradle")
    var isSeen = false
    for line in run.lines {
      if let ran = line.number(before: " tests completed, ") ?? line.number(before: " test completed, ") {
        isSeen = true
        let skipped = line.number(before: " skipped") ?? 0
        report.add(executed: ran - skipped, failed: line.number(before: " failed") ?? 0, skipped: skipped)
      } else if line.has(" > "), line.ends(" FAILED"), !line.starts("> Task"),
        let name = line.beforeLast(" FAILED")
      {
        report.addFailure(name.text)
      } else if line.has("No tests found for given includes") {
        isSeen = true
        report.executed = 0
      } else if line.indent >= 4, line.has("Error") || line.has("Exception") {
        report.reasons.append(line)
      }
    }
    return isSeen ? report : nil
  }
}

/// JUnit's own console: `JUnitCore` of version 4 and the launcher of version 5.
struct JUnitConsoleReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("JUnit")
    var isSeen = false
    var gone: String?
    for line in run.lines {
      if line.starts("OK ("), line.ends(" tests)") || line.ends(" test)"),
        let count = line.number(after: "OK (")
      {
        isSeen = run.transcript.hasLine(starting: "JUnit version ")
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

/// JUnit's XML, where a runner prints it instead of saving it.
struct JUnitXMLReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("JUnit XML")
    var current: String?
    var isSeen = false
    for line in run.lines {
      // A line may hold a whole document, so every tag in it is looked at once.
      for tag in line.split(UInt8(ascii: "<")) {
        if tag.starts("testsuite "), let tests = Self.count("tests", in: tag) {
          isSeen = true
          let skipped = (Self.count("skipped", in: tag) ?? 0) + (Self.count("disabled", in: tag) ?? 0)
          let failed = (Self.count("failures", in: tag) ?? 0) + (Self.count("errors", in: tag) ?? 0)
          report.add(executed: max(0, tests - skipped), failed: failed, skipped: skipped)
        } else if tag.starts("testcase ") {
          current = [Self.value("classname", in: tag), Self.value("name", in: tag)].compactMap { $0 }.joined(
            separator: ".")
        } else if tag.starts("failure") || tag.starts("error") {
          if let current { report.addFailure(current) }
          if let message = Self.value("message", in: tag) { report.reasons.append(Line(message)) }
        }
      }
    }
    return isSeen ? report : nil
  }

  private static func value(_ name: String, in tag: Line) -> String? {
    tag.after(" \(name)=\"")?.before("\"")?.text
  }

  private static func count(_ name: String, in tag: Line) -> Int? { tag.number(after: " \(name)=\"") }
}
