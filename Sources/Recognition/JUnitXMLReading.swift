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
