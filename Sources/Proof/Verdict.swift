/// What the runs of a proof say of the fix, each in a word of its own.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  /// The symptom shows before the fix and never after it, and chance is ruled out.
  case proved

  /// The repro passes before the fix as well: it does not show what the fix mends.
  case passesBefore = "passes-before"

  /// The symptom still shows after the fix.
  case stillFails = "still-fails"

  /// The symptom shows more rarely after the fix, but it shows.
  case failsLess = "fails-less"

  /// The symptom shows only after the fix.
  case failsOnlyAfter = "fails-only-after"

  /// Before the fix the repro fails, but not with the symptom.
  case otherFailureBefore = "other-failure-before"

  /// After the fix the repro neither passes nor shows the symptom.
  case otherFailureAfter = "other-failure-after"

  /// No test ran.
  case noTestRan = "no-test-ran"

  /// The symptom shows too rarely before the fix to decide within the budget.
  case rateTooLow = "rate-too-low"

  /// The repro does not end within its time limit, and nobody said that this is the symptom.
  case hangs

  /// The set-up command failed.
  case setupFailed = "setup-failed"

  /// The user interrupted before it was decided.
  case interrupted
}
