/// A runner that says all that matters in one summary line.
struct SummaryReading: RunnerReading {
  let runner: String
  /// Every one of these must stand in the summary line.
  let marks: [String]
  /// The counts in it; each is a number and the words before or after it.
  let total: [Place]
  let failed: [Place]
  let skipped: [Place]
  /// Whether `total` leaves the failed and skipped out.
  var totalIsPassed = false
  /// What the runner prints when it ran nothing, where it has no summary then.
  var emptiness: String?
  /// What stands before a failing test's name.
  var failureMark: String?
  /// One of these must begin some line, where the summary alone could be another runner's.
  var evidence: [String] = []

  /// Where a count stands.
  enum Place: Sendable {
    case before(String), after(String), start
  }

  func report(of run: Run) -> Report? {
    var report = Report(runner)
    var isSeen = false
    for line in run.lines {
      if marks.allSatisfy({ line.has($0) }) {
        guard let total = Self.sum(total, in: line) else { continue }
        isSeen = true
        let failed = Self.sum(failed, in: line) ?? 0
        let skipped = Self.sum(skipped, in: line) ?? 0
        let executed = totalIsPassed ? total + failed : max(0, total - skipped)
        report.add(executed: executed, failed: failed, skipped: skipped)
      } else if let emptiness, line.starts(emptiness) {
        isSeen = true
        report.executed = report.executed ?? 0
      } else if let failureMark, let name = line.trimmed.after(failureMark), !name.isEmpty {
        report.addFailure(name.trimmed.text)
      }
    }
    let isProved = evidence.isEmpty || run.lines.contains { $0.starts(anyOf: evidence) }
    return isSeen && isProved ? report : nil
  }

  /// The sum of the counts that are there; nil when none is.
  private static func sum(_ places: [Place], in line: Line) -> Int? {
    let counts = places.compactMap { place in
      switch place {
      case .before(let words): line.number(before: words)
      case .after(let words): line.after(words)?.trimmed.number
      case .start: line.trimmed.number
      }
    }
    return counts.isEmpty ? nil : counts.reduce(0, +)
  }
}

extension SummaryReading {
  /// The runners that are known by one line.
  static let all: [SummaryReading] = [
    SummaryReading(
      runner: "PHPUnit", marks: ["Tests: ", ", Assertions: "], total: [.after("Tests: ")],
      failed: [.after("Failures: "), .after("Errors: ")],
      skipped: [.after("Skipped: "), .after("Incomplete: ")],
      emptiness: "No tests executed!"),
    SummaryReading(
      runner: "PHPUnit", marks: ["OK (", " test", " assertion"], total: [.after("OK (")], failed: [],
      skipped: []),
    SummaryReading(
      runner: "dotnet test", marks: ["Failed: ", "Passed: ", "Skipped: ", "Total: "],
      total: [.after("Total: ")],
      failed: [.after("Failed: ")], skipped: [.after("Skipped: ")],
      emptiness: "No test matches the given testcase filter"),
    SummaryReading(
      runner: "ExUnit", marks: [" tests, ", " failure"], total: [.start], failed: [.before(" failure")],
      skipped: [.before(" skipped"), .before(" excluded")], evidence: exUnit),
    SummaryReading(
      runner: "ExUnit", marks: [" test, ", " failure"], total: [.start], failed: [.before(" failure")],
      skipped: [.before(" skipped"), .before(" excluded")], evidence: exUnit),
    SummaryReading(
      runner: "Check", marks: ["%: Checks: ", ", Failures: ", ", Errors: "], total: [.after("Checks: ")],
      failed: [.after("Failures: "), .after("Errors: ")], skipped: []),
    SummaryReading(
      runner: "Unity", marks: [" Tests ", " Failures ", " Ignored"], total: [.start],
      failed: [.before(" Failures")],
      skipped: [.before(" Ignored")]),
    SummaryReading(
      runner: "jasmine", marks: [" specs, ", " failure"], total: [.start], failed: [.before(" failure")],
      skipped: [.before(" pending spec")], emptiness: "No specs found"),
    SummaryReading(
      runner: "jasmine", marks: ["1 spec, ", " failure"], total: [.start], failed: [.before(" failure")],
      skipped: [.before(" pending spec")]),
    SummaryReading(
      runner: "doctest", marks: ["[doctest] test cases: ", " passed", " failed"],
      total: [.after("test cases: ")],
      failed: [.before(" failed")], skipped: []),
  ]

  private static let exUnit = ["Running ExUnit with seed", "Randomized with seed"]
}
