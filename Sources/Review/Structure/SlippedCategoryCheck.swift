import Markdown
import Record
import YAML

/// What kind of gap it was.
enum SlippedCategoryCheck: StructureCheck {
  static let rule = ReviewRule(
    "slipped-category", .structure, .error, "a gap of no kind",
    reason: """
      Over many records the kinds of gaps are what a team can act on: tests, latent code, workloads, incomplete fixes, \
      review, or plainly no good reason.
      """,
    bad: [.init(.whyItSlippedThrough, "It was an unlucky week.")],
    good: [
      .init(.whyItSlippedThrough, "No test copies a file twice."),
      .init(.whyItSlippedThrough, "Latent code: right when it was written."),
      .init(.whyItSlippedThrough, "There is no good reason."),
    ])

  private static let kinds = WordList([
    "test", "tests", "tested", "testing", "untested", "suite", "coverage", "covered", "ci", "review",
    "reviewed",
    "reviewers", "latent", "gap", "gaps", "incomplete", "workload", "workloads", "no good reason",
    "good reason",
    "earlier fix", "previous fix", "first fix", "nightly", "fuzzer", "fuzzing", "lint", "linter", "assertion",
    "checked",
    "exercised", "exercises", "benchmark", "benchmarks", "staging", "right when", "correct when",
    "monitoring", "alert",
  ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.whyItSlippedThrough), let block = section.content.first else {
      return []
    }
    let categories = reading.frontMatter?["categories"]
    let hasCategory = categories?.elements?.isEmpty == false || categories?.text?.isEmpty == false
    if hasCategory || kinds.first(in: Array(section.text.utf8)) != nil { return [] }
    return [
      Finding(
        rule, reading.trimmed(block.enclosingRange),
        "The kind of gap is not said: tests, latent code, workload, incomplete fix, review, or no good reason; "
          + "`categories` in the front matter names it, too.")
    ]
  }
}
