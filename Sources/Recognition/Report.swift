/// What one runner said in a run.
struct Report: Sendable {
  var runner: String
  /// Tests that passed or failed; nil when the runner ran some but does not say how many.
  var executed: Int?
  var skipped: Int?
  /// Tests that ran and failed.
  var failed = 0
  /// The failing tests' names.
  var failures: [String] = []
  /// What kept tests from running, set only where it explains all that is red.
  var trouble: Obstacle?
  /// The lines that tell why, for the signature.
  var reasons: [Line] = []

  init(_ runner: String) { self.runner = runner }

  /// Whether it is known that no test ran.
  var ranNothing: Bool { executed == 0 && failed == 0 }

  /// Adds a name unless it is there already.
  mutating func addFailure(_ name: String) {
    if !failures.contains(name), failures.count < 200 { failures.append(name) }
  }

  /// Adds counts of one more summary.
  mutating func add(executed more: Int, failed moreFailed: Int = 0, skipped moreSkipped: Int = 0) {
    executed = (executed ?? 0) + more
    failed += moreFailed
    skipped = (skipped ?? 0) + moreSkipped
  }
}
