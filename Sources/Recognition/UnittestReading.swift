/// Python's `unittest`, and what is built on it (Django, nose).
struct UnittestReading: RunnerReading {
  func report(of run: Run) -> Report? {
    var report = Report("unittest")
    var sections: [Section] = []
    var ran: Int?
    var skipped = 0
    var seen = 0
    var failed = 0
    for line in run.lines {
      if ran == nil { seen += Self.verdicts(in: line) }
      if let section = Section(header: line) {
        sections.append(section)
      } else if line.starts("Ran "), line.has(anyOf: [" test in ", " tests in "]),
        let count = line.number(after: "Ran ")
      {
        ran = (ran ?? 0) + count
      } else if line.starts(anyOf: ["OK (", "FAILED (", "NO TESTS RAN (", "PASSED ("]) {
        skipped += line.number(after: "skipped=") ?? line.number(after: "skips=") ?? 0
        for mark in ["failures=", "errors=", "unexpected successes="] {
          failed += line.number(after: mark) ?? 0
        }
      } else if let last = sections.indices.last, ran == nil {
        sections[last].read(line)
      }
    }
    guard let ran else { return usage(run) }
    let real = sections.filter(\.isRealTest)
    report.skipped = skipped
    // Every version counts a module that could not be loaded as a test that ran. 3.12.1 and later do not
    // count a skipped test and earlier ones do, so that what was seen to end is asked too.
    let counted = ran - skipped - sections.count { $0.isLoadFailure }
    report.executed = max(0, counted, min(ran, seen) - sections.count { !$0.isRealTest })
    report.failures = (real.isEmpty ? sections : real).map(\.name).removingRepeats()
    // Where the beginning of the output is lost, only the counts are left.
    report.failed = sections.isEmpty ? failed : real.count
    report.reasons = sections.compactMap(\.exception)
    report.trouble = report.failed == 0 ? sections.first?.obstacle : sharedImport(real)
    return report
  }

  /// How many tests are seen to end in this line: in `F.s`, or in `test_a (mod.T.test_a) ... ok`.
  private static func verdicts(in line: Line) -> Int {
    if line.bytes.allSatisfy({ ".FEsxu".utf8.contains($0) }) {
      return line.bytes.count { $0 != UInt8(ascii: "s") }
    }
    return [" ... ok", " ... FAIL", " ... ERROR", " ... expected failure"].contains { line.ends($0) } ? 1 : 0
  }

  private func sharedImport(_ failures: [Section]) -> Obstacle? {
    let causes = failures.map { $0.exception.flatMap(Exceptions.python) }
    guard let first = causes.first, case .missingModule = first,
      causes.allSatisfy({ $0?.isMissingModule ?? false })
    else { return nil }
    return first
  }

  private func usage(_ run: Run) -> Report? {
    guard let line = run.transcript.first(where: { $0.has("-m unittest: error: ") }) else { return nil }
    var report = Report("unittest")
    report.executed = 0
    report.trouble = .usageError(line: line.quoted)
    return report
  }
}

extension UnittestReading {
  /// One `FAIL:` or `ERROR:` with its traceback.
  private struct Section {
    let name: String
    let isLoadFailure: Bool
    let isFixture: Bool
    private(set) var exception: Line?

    init?(header line: Line) {
      guard let rest = line.dropping("FAIL: ") ?? line.dropping("ERROR: "), rest.has(" ("), rest.ends(")")
      else { return nil }
      name = rest.text
      isLoadFailure = rest.has(anyOf: ["_FailedTest", "ModuleImportFailure", "LoadTestsFailure"])
      isFixture = rest.starts(anyOf: ["setUpClass (", "setUpModule (", "tearDownClass (", "tearDownModule ("])
    }

    var isRealTest: Bool { !isLoadFailure && !isFixture }

    /// Keeps the last exception, as earlier ones are its causes.
    mutating func read(_ line: Line) {
      let word = line.taking { $0.isWord || $0 == 0x2E }
      guard !word.isEmpty, word.has(anyOf: ["Error", "Exception", "Exit"]) else { return }
      if line.dropping(word.text).map({ $0.isEmpty || $0.starts(":") }) ?? false,
        !line.starts("ImportError: Failed to import test module")
      {
        exception = line
      }
    }

    var obstacle: Obstacle {
      if isFixture { return .setupFailure(line: exception?.quoted ?? name) }
      return exception.flatMap(Exceptions.python) ?? .collectionError(line: exception?.quoted ?? name)
    }
  }
}

extension Obstacle {
  var isMissingModule: Bool { if case .missingModule = self { true } else { false } }
}

extension [String] {
  /// Each element once, at its first place.
  func removingRepeats() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
