import Repository
import Testing

/// Which messages say that their commit mends a bug.
@Suite struct SaysFixTests {
  static let fixes = [
    "fix: the sum", "fix(queue): the sum", "fix(queue)!: the sum", "Fix the sum", "Fixed the sum",
    "bugfix: the sum",
    "hotfix: the sum", "scheduler: fix a hang", "net/tcp: fix a leak (#12)", "RILL-142: Fix a hang",
    "[RILL-142] Fixes a hang",
    "[net] tcp: fix it", "Do not lose tasks\n\nFixes #12", "Do not lose tasks\n\nFixes: RILL-142",
    "Do not lose tasks\n\nFixed https://example.org/issues/12",
  ]

  @Test(arguments: fixes)
  func `a fix that says so is one`(message: String) {
    #expect(CommitMessage(message).saysFix)
  }

  static let others = [
    "feat: a sum", "Add a fix-point type", "prefix: a name", "Fixture for the sum", "Revert \"Fix the sum\"",
    "fixup! fix: the sum",
    "squash! Fix the sum", "Fix a typo", "fix: typos in the docs", "fix lint", "ci: fix the cache",

    "Update the README\n\nfix formatting", "Refactor\n\nThis fixes nothing yet.",
    "Close the file\n\nCloses #12",
    "Merge branch 'fix/sum'", "", "suffixes: more", "Do not lose tasks\n\nFixes the hang of yesterday.",
  ]

  @Test(arguments: others)
  func `anything else is none`(message: String) {
    #expect(!CommitMessage(message).saysFix)
  }
}
