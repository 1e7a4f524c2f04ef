/// `go test`, plain, with `-v` and with `-json`.
struct GoReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var tally = Tally()
    for line in run.lines {
      if line.starts("{\""), line.has("\"Action\":\"") { tally.readEvent(line) } else { tally.read(line) }
    }
    guard tally.isSeen else { return nil }
    return tally.report
  }
}

extension GoReading {
  /// What the packages said so far.
  private struct Tally {
    private var passed = 0
    private var skipped = 0
    private var failures: [String] = []
    private var knownFailures: Set<String> = []
    private var reasons: [Line] = []
    private var isUncounted = false
    private var isVerbose = false
    private var hasBareFailure = false
    private var broken: Line?
    private var usage: Line?
    private var compilerLine: Line?
    private var isCompiling = false
    private var isFailing = false
    private(set) var isSeen = false

    mutating func read(_ line: Line) {
      if line.starts("# ") {
        isCompiling = true
        return
      }
      if readPackage(line) { return isCompiling = false }
      let text = line.trimmed
      if text.starts("=== RUN ") { isVerbose = true }
      if text.starts("Benchmark"), text.has(" ns/op") { passed += 1 }
      if let name = verdict(text, "--- FAIL: ") {
        add(failure: name)
        isFailing = true
      } else if verdict(text, "--- PASS: ") != nil {
        passed += 1
        isFailing = false
      } else if verdict(text, "--- SKIP: ") != nil {
        skipped += 1
        isFailing = false
      } else if text.starts("panic: ") {
        reasons.append(text)
      } else if isFailing || isVerbose, text.has("_test.go:"), reasons.count < 50 {
        reasons.append(text)
      }
      if isCompiling, compilerLine == nil, line.has(".go:") { compilerLine = line }
    }

    private mutating func add(failure name: String) {
      if knownFailures.insert(name).inserted { failures.append(name) }
    }

    /// The name in `--- FAIL: TestX (0.00s)`.
    private func verdict(_ line: Line, _ mark: String) -> String? {
      line.dropping(mark).flatMap { rest in rest.ends("s)") ? rest.beforeLast(" (")?.text : nil }
    }

    /// Reads a package's closing line, such as `ok  \tpkg\t0.1s`.
    private mutating func readPackage(_ line: Line) -> Bool {
      if line.starts("testing: warning: no tests to run") { isSeen = true }
      if line.starts("flag provided but not defined: ") { usage = usage ?? line }
      if line.starts("ok  \t") {
        isSeen = true
        if !line.has("[no tests to run]"), !isVerbose { isUncounted = true }
        return true
      }
      if line.starts("?   \t"), line.has("[no test files]") {
        isSeen = true
        return true
      }
      guard line.starts("FAIL\t") else { return false }
      isSeen = true
      if line.ends(" [build failed]") || line.ends(" [setup failed]") {
        broken = compilerLine ?? broken ?? line
        compilerLine = nil
      } else {
        hasBareFailure = true
        if !isVerbose { isUncounted = true }
      }
      return true
    }

    /// Reads one event of `-json`; the text in it is read as a line of its own for reasons only.
    mutating func readEvent(_ line: Line) {
      isSeen = true
      isVerbose = true
      guard let action = line.after("\"Action\":\"")?.before("\"") else { return }
      let test = line.after("\"Test\":\"")?.before("\"")?.text
      switch (action.text, test) {
      case ("pass", .some): passed += 1
      case ("skip", .some): skipped += 1
      case ("fail", .some(let name)): add(failure: name)
      case ("fail", nil): hasBareFailure = !line.has("FailedBuild")
      case ("output", _), ("build-output", _):
        guard let text = line.after("\"Output\":\"")?.beforeLast("\\n") else { return }
        if text.has("_test.go:") || text.starts("panic: "), reasons.count < 50 {
          reasons.append(text.trimmed)
        }
        if text.has("[build failed]") || text.has("[setup failed]") { broken = broken ?? text }
      default: break
      }
    }

    var report: Report {
      var report = Report("go test")
      report.skipped = skipped
      report.failures = failures
      report.reasons = reasons
      report.failed = failures.count
      report.executed = isUncounted ? nil : passed + failures.count
      if let usage, failures.isEmpty {
        report.trouble = .usageError(line: usage.quoted)
        report.executed = 0
      } else if let broken, failures.isEmpty {
        report.trouble = .buildError(tool: "go", line: broken.quoted)
        if passed == 0, !isUncounted { report.executed = 0 }
      } else if failures.isEmpty, hasBareFailure {
        // A package that fails without a failing test: its TestMain, a crash or os.Exit.
        report.failed = 1
        report.executed = report.executed == 0 ? nil : report.executed
      }
      return report
    }
  }
}
