/// Jest.
struct JestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("jest")
    var isSeen = false
    var broken: [Line] = []
    var isBroken = false
    for line in run.lines {
      let text = line.trimmed
      if line.starts("Tests: "), text.ends(" total") {
        isSeen = true
        let failed = text.number(before: " failed") ?? 0
        report.add(
          executed: failed + (text.number(before: " passed") ?? 0), failed: failed,
          skipped: (text.number(before: " skipped") ?? 0) + (text.number(before: " todo") ?? 0))
      } else if text.starts("No tests found, exiting with code ") {
        isSeen = true
        report.executed = report.executed ?? 0
      } else if text.starts("● "), let name = text.dropping("● ") {
        isBroken = name.starts("Test suite failed to run")
        if name.has(" › "), !isBroken { report.addFailure(name.text) }
      } else if isBroken, !text.isEmpty, broken.count < 20 {
        broken.append(text)
      } else if text.starts(anyOf: ["Expected", "Received", "expect("]) || text.has("Error: ") {
        report.reasons.append(text)
      }
    }
    guard isSeen else { return nil }
    if report.failed == 0, let first = broken.first { report.trouble = Self.obstacle(broken, first) }
    return report
  }

  private static func obstacle(_ lines: [Line], _ first: Line) -> Obstacle {
    for line in lines {
      if let name = line.after("Cannot find module ")?.firstQuotation { return .missingModule(name) }
      if line.has(": error TS") || line.has(" error TS") {
        return .buildError(tool: "tsc", line: line.quoted)
      }
      if line.has("SyntaxError: ") || line.starts("Jest encountered an unexpected token") {
        return .syntaxError(line: line.quoted)
      }
    }
    return .collectionError(line: first.quoted)
  }
}

/// Vitest.
struct VitestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("vitest")
    var isSeen = false
    var broken: Line?
    var module: String?
    for line in run.lines {
      let text = line.trimmed
      if text.starts("Tests  "), text.ends(")") {
        isSeen = true
        let failed = text.number(before: " failed") ?? 0
        report.add(
          executed: failed + (text.number(before: " passed") ?? 0), failed: failed,
          skipped: text.number(before: " skipped") ?? 0)
      } else if text.equals("Tests  no tests") || text.starts("No test files found, exiting with code ") {
        isSeen = true
        report.executed = report.executed ?? 0
      } else if let name = text.dropping("FAIL  ") {
        if name.has(" > ") { report.addFailure(name.text) } else { broken = broken ?? text }
      } else if text.starts(anyOf: ["AssertionError: ", "Error: ", "TypeError: ", "ReferenceError: "]) {
        module = module ?? text.after("Cannot find ")?.firstQuotation
        report.reasons.append(text)
      }
    }
    guard isSeen else { return nil }
    if report.failed == 0, let broken {
      report.trouble = module.map(Obstacle.missingModule) ?? .collectionError(line: broken.quoted)
    }
    return report
  }
}

/// Mocha's spec and dot notations.
struct MochaReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("mocha")
    var isSeen = false
    var failing = 0
    var hooks = 0
    var path: [Line] = []
    var isNaming = false
    for line in run.lines {
      let text = line.trimmed
      if line.indent == 2, let count = text.number, text.has(" passing (") {
        isSeen = true
        report.add(executed: count)
      } else if isSeen, line.indent == 2, let count = text.number {
        if text.ends(" failing") { failing += count }
        if text.ends(" pending") { report.skipped = (report.skipped ?? 0) + count }
      } else if isSeen, line.indent == 2, text.number(before: ") ") != nil, let name = text.after(") ") {
        path = [name]
        isNaming = true
        if name.has("\" hook ") { hooks += 1 }
      } else if isNaming, line.indent > 2, !text.isEmpty {
        path.append(text)
      }
      if isNaming, let last = path.last, last.ends(":") {
        isNaming = false
        let words = path.map { Line($0.ends(":") ? $0.bytes.dropLast() : $0.bytes).text }
        if last.has("\" hook ") || path.contains(where: { $0.has("\" hook ") }) { hooks = max(hooks, 1) }
        report.addFailure(words.joined(separator: " "))
      } else if text.has("Error") || text.starts("+") || text.starts("-") {
        if isSeen { report.reasons.append(text) }
      }
    }
    guard isSeen else { return nil }
    let broken = min(hooks, failing)
    report.add(executed: failing - broken, failed: failing - broken)
    if report.failed == 0, broken > 0 {
      report.trouble = .setupFailure(line: report.failures.first ?? "hook")
    }
    return report
  }
}
