/// `node --test`, in its TAP and its spec notation.
struct NodeTestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    // Its totals always have this one; most output is done with here.
    guard run.transcript.has(" cancelled ") else { return nil }
    var report = Report("node --test")
    var totals: [String: Int] = [:]
    var files: [Verdict] = []
    var unmatched = 0
    var module: String?
    var syntax: Line?
    for line in run.lines {
      for mark in ["# ", "ℹ "] {
        guard let rest = line.dropping(mark) else { continue }
        for key in Self.keys where rest.starts(key + " ") {
          if let count = rest.number(after: key + " ") { totals[key] = (totals[key] ?? 0) + count }
        }
      }
      if line.has("test name does not match pattern") { unmatched += 1 }
      if let verdict = Verdict(line) {
        if verdict.isFile {
          files.append(verdict)
        } else if verdict.isFailure {
          report.addFailure(verdict.name)
        }
      }
      if let name = Exceptions.nodeModule(line), module == nil { module = name }
      if line.has("SyntaxError: "), syntax == nil { syntax = line.dropping("# ") ?? line }
      if line.trimmed.starts(anyOf: [
        "error: ", "expected: ", "actual: ", "AssertionError", "TypeError", "ReferenceError",
      ]) || line.has("!==") {
        report.reasons.append(line)
      }
    }
    // Mocha's TAP has the first three as well.
    guard totals["tests"] != nil, totals["pass"] != nil, totals["fail"] != nil, totals["cancelled"] != nil
    else { return nil }
    count(totals, files: files, unmatched: unmatched, in: &report)
    if report.failed == 0, let file = files.first(where: { $0.isFailure }) {
      report.trouble =
        module.map(Obstacle.missingModule) ?? syntax.map(obstacle) ?? .collectionError(line: file.name)
      report.failures = files.filter(\.isFailure).map(\.name).removingRepeats()
    }
    return report
  }

  /// Leaves out what Node counts as tests though they are none: whole files, and tests a pattern left out.
  private func count(_ totals: [String: Int], files: [Verdict], unmatched: Int, in report: inout Report) {
    let fileNames = Set(files.map(\.name))
    let brokenFiles = Set(files.filter(\.isFailure).map(\.name)).count
    report.skipped = max(0, (totals["skipped"] ?? 0) + (totals["todo"] ?? 0) - unmatched)
    report.failed = max(0, (totals["fail"] ?? 0) + (totals["cancelled"] ?? 0) - brokenFiles)
    let passed = max(0, (totals["pass"] ?? 0) - (fileNames.count - brokenFiles))
    report.executed = passed + report.failed
  }

  private func obstacle(_ syntax: Line) -> Obstacle {
    MissingNames.symbol(in: syntax).map(Obstacle.missingSymbol) ?? .syntaxError(line: syntax.quoted)
  }

  private static let keys = ["tests", "pass", "fail", "cancelled", "skipped", "todo"]

  /// One test's line: `not ok 1 - sums`, `✖ sums (4.6ms)`.
  private struct Verdict {
    let name: String
    let isFailure: Bool

    init?(_ line: Line) {
      let text = line.trimmed
      if let rest = text.dropping("not ok ") ?? text.dropping("ok "), let name = rest.after(" - ") {
        isFailure = text.starts("not ok ")
        self.name = (name.before(" # ") ?? name).text
      } else if let rest = text.dropping("✖ ") ?? text.dropping("✔ "), rest.has("ms)"),
        let name = rest.beforeLast(" (")
      {
        isFailure = text.starts("✖ ")
        self.name = name.text
      } else {
        return nil
      }
    }

    /// Whether it stands for a whole file rather than for a test in it.
    var isFile: Bool {
      let line = Line(name)
      return line.has("/") && [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"].contains { line.ends($0) }
        && !line.has(" ")
    }
  }
}
