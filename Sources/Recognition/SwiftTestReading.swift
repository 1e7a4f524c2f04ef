/// `swift test`: XCTest and Swift Testing, which both speak in every run.
struct SwiftTestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("swift test")
    var xctest = XCTestTally()
    var testing = SwiftTestingTally()
    var isSeen = false
    var isCrashed = false
    for line in run.lines {
      if line.starts(anyOf: ["Test Suite '", "Test Case '", "\t Executed "]) || xctest.isRunning {
        isSeen = xctest.read(line, into: &report) || isSeen
      }
      if testing.read(line, into: &report) { isSeen = true }
      if line.has(": Fatal error: ") { report.reasons.append(line) }
      if line.has("xited with unexpected signal code ") { isCrashed = true }
      if line.starts("warning: No matching test cases were run") { isSeen = true }
      if line.starts("error: no tests found; create a target in the 'Tests' directory") { isSeen = true }
    }
    guard isSeen else { return nil }
    testing.suspects.forEach { report.addFailure($0) }
    report.skipped = xctest.skipped + testing.skipped
    report.executed = xctest.executed + testing.executed
    report.failed = max(
      report.failures.count, xctest.failed + testing.failed, testing.isFailed || isCrashed ? 1 : 0)
    if isCrashed, report.executed == 0 { report.executed = nil }
    return report
  }
}

/// What XCTest said so far.
private struct XCTestTally {
  private var started = 0
  private var isInCase = false
  private var skippedCases = 0
  private var current = ""
  /// Counts of finished outermost suites and of the one now open.
  private var summed: (executed: Int, skipped: Int, failed: Int) = (0, 0, 0)
  private var last: (executed: Int, skipped: Int, failed: Int)?
  private var depth = 0

  var isRunning: Bool { isInCase }
  /// Tests of suites that ended are counted by their summary; a crash leaves only what was started.
  var executed: Int { max(summed.executed, started - skippedCases) }
  var skipped: Int { max(summed.skipped, skippedCases) }
  var failed: Int { summed.failed + (isInCase ? 1 : 0) }

  mutating func read(_ line: Line, into report: inout Report) -> Bool {
    if line.starts("Test Suite '") {
      if line.has("' started at ") {
        depth += 1
      } else if line.has(anyOf: ["' passed at ", "' failed at "]) {
        depth = max(0, depth - 1)
        last = nil
      }
      return line.has(anyOf: ["' started at ", "' passed at ", "' failed at "])
    }
    if line.starts("Test Case '") { return readCase(line, into: &report) }
    if line.starts("\t Executed "), let count = line.number(after: "Executed ") {
      if depth == 0 {
        let skipped = line.number(before: " test skipped") ?? line.number(before: " tests skipped") ?? 0
        let failed = line.number(before: " failure") ?? 0
        summed = (summed.executed + count - skipped, summed.skipped + skipped, summed.failed + failed)
      }
      return true
    }
    if isInCase, line.has(": error: ") { report.reasons.append(line) }
    return false
  }

  private mutating func readCase(_ line: Line, into report: inout Report) -> Bool {
    guard let name = line.after("'")?.before("'") else { return false }
    let rest = line.after("' ") ?? Line("")
    if rest.starts("started") {
      started += 1
      isInCase = true
      current = name.text
      // Taken back when the case ends well: a case that only began is one that crashed.
      report.addFailure(current)
      return true
    }
    isInCase = false
    if rest.starts("skipped") { skippedCases += 1 }
    if !rest.starts("failed"), report.failures.last == name.text { report.failures.removeLast() }
    return rest.starts(anyOf: ["passed", "failed", "skipped"])
  }
}

/// What Swift Testing said so far.
private struct SwiftTestingTally {
  /// Tests that began and have not ended; without a summary, the program crashed in one of them.
  private var open: Set<String> = []
  private var ended = 0
  private var summary: Int?
  private(set) var skipped = 0
  private(set) var failed = 0
  /// Whether the whole run failed, which an issue outside of any test makes it do.
  private(set) var isFailed = false

  /// The tests in one of which the program crashed.
  var suspects: [String] { summary == nil ? open.sorted() : [] }

  var executed: Int { max(0, summary.map { $0 - skipped } ?? open.count + ended) }

  mutating func read(_ line: Line, into report: inout Report) -> Bool {
    guard let symbol = Self.symbols.first(where: { line.starts($0) }), let event = line.dropping(symbol)
    else {
      return false
    }
    if let rest = event.dropping("Test run ") { return readRun(rest) }
    guard let subject = event.dropping("Test "), !event.starts("Test case ") else { return false }
    if let name = subject.beforeLast(" started.") {
      open.insert(name.unquoted)
    } else if subject.has(" skipped") {
      skipped += 1
    } else if subject.has(" recorded an issue"), !subject.has(" recorded a known issue") {
      report.reasons.append(subject)
    } else if let name = subject.before(" failed after ") {
      end(name, into: &report, isFailure: true)
    } else if let name = subject.before(" passed after ") {
      end(name, into: &report, isFailure: false)
    } else {
      return false
    }
    return true
  }

  private mutating func readRun(_ rest: Line) -> Bool {
    if let count = rest.number(after: "with ") {
      summary = (summary ?? 0) + count
      if count > 0, rest.has(" failed after ") { isFailed = true }
      return rest.has(anyOf: [" passed after ", " failed after "])
    }
    return rest.starts("started.")
  }

  private mutating func end(_ subject: Line, into report: inout Report, isFailure: Bool) {
    // A test with arguments ends as `"name" with 2 test cases`.
    let name =
      subject.ends(" test cases") || subject.ends(" test case")
      ? subject.beforeLast(" with ") ?? subject : subject
    open.remove(name.unquoted)
    ended += 1
    guard isFailure else { return }
    failed += 1
    report.addFailure(name.unquoted)
  }

  private static let symbols = [
    "◇ ", "✔ ", "✘ ", "➜ ", "⚠ ", "[PASS] ", "[FAIL] ", "[SKIP] ", "􁁛 ", "􀢄 ", "􀟈 ", "􀙟 ",
  ]
}

extension Line {
  /// The text without a pair of double quotes around it.
  fileprivate var unquoted: String {
    starts("\"") && ends("\"") && bytes.count > 1 ? Line(bytes.dropFirst().dropLast()).text : text
  }
}
