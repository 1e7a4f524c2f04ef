/// What a run's output says about the tests that ran in it.
public struct Recognition: Sendable, Equatable {
  /// The test runner that spoke, such as `pytest` or `swift test`; nil when none is recognised.
  public var runner: String?
  /// Tests that really ran, passed and failed together; skipped ones do not count; nil when unknown.
  public var executed: Int?
  /// Tests that were selected and then skipped; nil when unknown.
  public var skipped: Int?

  /// Tests that failed, by the runners' own count; a pipe may hide them behind exit status 0.
  public var failed = 0
  /// Why this run is not a test of the symptom at all; nil for a plain pass or a real test failure.
  public var obstacle: Obstacle?
  /// Names of failing tests, or the first error lines, at most 20, in order of appearance.
  public var failures: [String]
  /// Lines in which a runner says why its tests failed, at most 20, in order of appearance.
  public var reasons: [String] = []
  /// Fingerprint of the failure: the same bug run twice gives the same string; nil for a pass.
  ///
  /// Durations, addresses, process ids, ports, temporary paths, timestamps and tree roots are taken out,
  /// and the lines are sorted, so that runners which work in parallel give it too.
  public var signature: String?
  /// Names a dynamic language complained of while running, such as those of an `AttributeError`.
  ///
  /// They are no obstacle by themselves: whoever knows the fix can measure whether it adds them.
  public var missingSymbols: [String]
  /// Paths that the run could not open because they are not there.
  public var missingFiles: [String]

  /// A recognition of these facts; without arguments, of a run that said nothing.
  public init(
    runner: String? = nil, executed: Int? = nil, skipped: Int? = nil, obstacle: Obstacle? = nil,
    failures: [String] = [], signature: String? = nil, missingSymbols: [String] = [],
    missingFiles: [String] = []
  ) {
    self.runner = runner
    self.executed = executed
    self.skipped = skipped
    self.obstacle = obstacle
    self.failures = failures
    self.signature = signature
    self.missingSymbols = missingSymbols
    self.missingFiles = missingFiles
  }
}
