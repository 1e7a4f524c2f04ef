/// GoogleTest.
struct GoogleTestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("googletest")
    var isSeen = false
    var started = 0
    var skipped = 0
    var open: String?
    var said: [Line] = []
    for line in run.lines {
      if line.starts("[==========] Running ") {
        isSeen = true
      } else if let name = line.dropping("[ RUN      ] ") {
        started += 1
        open = name.text
        said = []
      } else if line.starts("[       OK ] ") {
        open = nil
      } else if line.starts("[  SKIPPED ] "), line.ends(" ms)") || open.map({ line.ends($0) }) ?? false {
        skipped += 1
        open = nil
      } else if let rest = line.dropping("[  FAILED  ] ") {
        report.reasons += said
        said = []
        if let running = open, rest.equals(running) {
          // cmocka, whose words are otherwise the same, gives no time.
          report.failed += 1
          report.addFailure(running)
        } else if line.ends(" ms)"), let name = rest.beforeLast(" (") {
          report.failed += 1
          report.addFailure((name.before(", where ") ?? name).text)
        }
        open = nil
      } else if open != nil, said.count < 50 {
        said.append(line)
      }
    }
    guard isSeen else { return nil }
    if let open {
      // Begun and never ended: the program crashed in it.
      report.failed += 1
      report.addFailure(open)
      report.reasons += said
    }
    report.skipped = skipped
    report.executed = started - skipped
    return report
  }
}
