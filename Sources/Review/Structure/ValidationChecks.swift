import Casework
import Markdown
import Record

/// A test, a workload or a run.
enum ValidationEvidenceCheck: StructureCheck {
  static let rule = ReviewRule(
    "validation-evidence", .structure, .error, "a validation that names no test, workload or run",
    reason: "“It was tested” can be repeated by nobody. The name of a test, a command or a run can.",
    bad: [.init(.validation, "It was tested and works. Other systems were not tried.")],
    good: [
      .init(.validation, "`make check` passes. Not tested: macOS."),
      .init(.validation, "The nightly soak ran for a week. Nothing else was run."),
    ])

  private static let runs = WordList([
    "suite", "suites", "nightly", "soak", "fuzz", "fuzzing", "fuzzer", "benchmark", "stress", "workload",
    "repro",
    "regression test", "integration test", "unit test", "build", "pipeline", "measured", "attested",
  ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.validation), let block = section.content.first else {
      return []
    }
    let isNamed = section.holds { kind in
      switch kind {
      case .code, .codeBlock, .link, .image, .table, .blockQuote: true
      default: false
      }
    }
    let text = Array(section.text.utf8)
    if isNamed || Quotation.isIn(text) || text.contains(where: { (0x30...0x39).contains($0) }) { return [] }
    if runs.first(in: text) != nil { return [] }
    return [
      Finding(
        rule, reading.trimmed(block.enclosingRange),
        "The validation names no test, workload or run: which one shows that the fix holds?")
    ]
  }
}

/// What was not covered.
enum ValidationCoverageCheck: StructureCheck {
  static let rule = ReviewRule(
    "validation-coverage", .structure, .error, "a validation that does not say what was not covered",
    reason:
      "A reader takes what is not excluded for tested. Every validation ends somewhere; where is worth a line.",
    bad: [.init(.validation, "`make check` passes.")],
    good: [
      .init(.validation, "`make check` passes. Not tested: macOS."),
      .init(.validation, "`make check` passes on Linux only."),
    ])

  private static let limits = WordList([
    "not", "untested", "nothing", "none", "no", "only", "except", "outside", "beyond", "without", "remains",
    "remain",
    "limited", "unverified", "never", "isn't", "wasn't", "weren't", "aren't", "didn't", "don't", "doesn't",
    "hasn't",
    "haven't", "couldn't", "cannot", "neither", "nor", "unknown", "open", "skipped", "missing", "lacks",
    "excluded",
    "excluding", "gap", "gaps", "single", "one", "alone", "uncovered", "just", "solely",
  ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.validation), let block = section.content.last else {
      return []
    }
    if limits.first(in: Array(section.text.utf8)) != nil { return [] }
    return [
      Finding(
        rule, reading.trimmed(block.enclosingRange),
        "What was not covered is not said: name the platforms, sizes or configurations that nobody tried, or that "
          + "nothing was left out.")
    ]
  }
}
