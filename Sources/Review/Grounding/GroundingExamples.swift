import Grounding
import Record

/// What the rules of grounding find and what they leave alone, with the repository that it is about.
///
/// `GroundingScene` of the tests is that repository: its commits have the names that stand here.
struct GroundingExamples: Sendable {
  /// What there is, in a sentence; nil where that makes no difference.
  let scene: String?

  let bad: [ReviewRule.Example]
  let good: [ReviewRule.Example]

  private init(
    _ scene: String? = nil, bad: ReviewRule.Example, _ more: ReviewRule.Example..., good: ReviewRule.Example
  ) {
    self.scene = scene
    self.bad = [bad] + more
    self.good = [good]
  }

  private static let fix = """
    In the examples the fix is `c8ebe78eff` of 1 March 2026: it changes `copy_file` in `src/copy.c`, which has 7 lines, and \
    adds `tests/copy_twice.sh`.
    """

  private static let run =
    "In the examples a run before the fix failed 10 of 10 times and printed `copy: a.txt: no such file`."

  /// By what is claimed.
  static let byKind: [Claim.Kind: GroundingExamples] = [
    .identifier: GroundingExamples(
      fix, bad: .init(.rootCause, "`copy_flie` unlinks `target` when `link_count > 1`."),
      .init(.fix, "`CopyOptions` holds the source open, so the name is never needed again."),
      good: .init(.rootCause, "`copy_file` unlinks `target` when `link_count > 1`.")),
    .path: GroundingExamples(
      fix, bad: .init(.rootCause, "`src/cpoy.c` unlinks the target before it opens the source."),
      good: .init(.rootCause, "`src/copy.c` unlinks the target before it opens the source.")),
    .line: GroundingExamples(
      fix, bad: .init(.rootCause, "`src/copy.c:70` unlinks the target."),
      good: .init(.rootCause, "`src/copy.c:5` unlinks the target.")),
    .commit: GroundingExamples(
      fix, bad: .init(.fix, "`c8ebe79eff` opens the source first, so the name is never needed again."),
      good: .init(.fix, "`c8ebe78eff` opens the source first, so the name is never needed again.")),
    .number: GroundingExamples(
      run, bad: .init(.validation, "`tests/copy_twice.sh` failed 20 of 20 times before the fix."),
      good: .init(.validation, "`tests/copy_twice.sh` failed 10 of 10 times before the fix.")),
    .quotation: GroundingExamples(
      run, bad: .init(.symptom, "```\ncopy: a.txt: file not found\n```"),
      good: .init(.symptom, "```\ncopy: a.txt: no such file\n```")),
    .date: GroundingExamples(
      fix, bad: .init(.fix, "`c8ebe78eff` (2026-04-01) opens the source first."),
      good: .init(.fix, "`c8ebe78eff` (2026-03-01) opens the source first.")),
    .address: GroundingExamples(
      bad: .init(.symptom, "[The report](htps://example.org/reports/7) has the whole output."),
      good: .init(.symptom, "[The report](https://example.org/reports/7) has the whole output.")),
    .person: GroundingExamples(
      "In the examples Ann Bell is the owner of the record.",
      bad: .init(.howItWasFound, "Ann Ball ran `tests/copy_twice.sh` under `strace`."),
      good: .init(.howItWasFound, "Ann Bell ran `tests/copy_twice.sh` under `strace`.")),
    .order: GroundingExamples(
      "In the examples `110002c59f` comes before the fix `c8ebe78eff`, and `5dfa200bc1` after it.",
      bad: order(introducedBy: "5dfa200bc1"), good: order(introducedBy: "110002c59f")),
    .evidence: GroundingExamples(
      "In the examples the case has two facts that were measured, and one that was found.",
      bad: .init(.evidence, "Facts behind this record: 3 measured, 1 found, 0 attested."),
      good: .init(.evidence, "Facts behind this record: 2 measured, 1 found, 0 attested.")),
  ]

  /// Of a commit that is gone with its branch.
  static let besideMain = GroundingExamples(
    """
    In the examples the branch `fix/copy` was squashed into `c8ebe78eff` on the main branch; `a536dc9aa2` is on `fix/copy` \
    alone.
    """,
    bad: .init(.fix, "`a536dc9aa2` keeps the name, so it is never needed again."),
    good: .init(.fix, "`c8ebe78eff` keeps the name, so it is never needed again."))

  private static func order(introducedBy commit: String) -> ReviewRule.Example {
    .init(
      record: """
        ---
        key: A-1
        fix: c8ebe78eff
        introduced_by: \(commit)
        ---
        # A-1: Copying a file twice loses it

        ## Root cause

        `copy_file` unlinks `target` before it opens the source.

        """)
  }
}
