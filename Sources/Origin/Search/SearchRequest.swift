public import Proof

/// What is asked of the search for an origin by running the repro.
public struct SearchRequest: Sendable {
  /// The fix, the repro and how it is run.
  public var repro: ProofRequest

  /// How likely an answer has to be.
  public var confidence = 0.99

  /// Runs at most, those of earlier calls left aside.
  public var maximumRuns = 1000

  /// After this time no more runs are started, and no more trees are set up.
  public var budget: Duration = .seconds(1800)

  /// How many commits are run at once.
  public var parallel = 1

  /// A request with defaults for all but this.
  public init(repro: ProofRequest) {
    self.repro = repro
  }
}

/// What happens while an origin is looked for by running.
public enum SearchEvent: Sendable {
  /// All is resolved; nothing has run yet.
  case planned(SearchPlan)

  /// Commits are being checked out and set up: the first digits of their names.
  case settingUp([String], SearchProgress)

  /// The repro runs at commits.
  case running([String], SearchProgress)
}

/// What a search is going to do: shown before anything runs.
public struct SearchPlan: Sendable {
  /// The command.
  public var repro: String

  /// The set-up, where there is one.
  public var setup: String?

  /// What takes the commands to other machines, where something does.
  public var launcher: String?

  /// The commit before the fix: the first digits of its name.
  public var before: String

  /// Whether this is that commit because the repro fails there for its tests, which are carried back.
  public var isFurther: Bool

  /// How many commits are searched.
  public var commits: Int

  /// Files of the fix that are carried onto each commit.
  public var carried: [String]

  /// Runs of earlier calls, and of the proof of the same fix, that are taken in.
  public var keptRuns: Int

  /// The runs that are expected still.
  public var expectedRuns: Int

  /// How many commits are run at once.
  public var parallel: Int

  /// Runs at most.
  public var maximumRuns: Int

  /// The time for all.
  public var budget: Duration
}

/// How far a search has come.
public struct SearchProgress: Sendable {
  /// Runs so far.
  public var runs: Int

  /// Commits at which the repro was run.
  public var commits: Int

  /// How many commits may still be the origin, as one would count them from how sure one is.
  public var commitsLeft: Int

  /// The commit that is most likely: the first digits of its name.
  public var likely: String

  /// How likely it is.
  public var probability: Double
}
