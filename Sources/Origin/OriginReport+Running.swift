public import Proof

extension OriginReport {
  /// What running the repro says of where the bug began.
  public struct Running: Sendable, Codable, Equatable {
    /// What can be said.
    public enum Outcome: String, Sendable, Codable {
      /// One commit: the repro fails at it and passes at what it stands on.
      case found
      /// The bug is as old as the code: the repro fails at the commit that brought it.
      case sinceAdded = "since-added"
      /// The repro fails at a commit, and before that it cannot be run.
      case notTestableBefore = "not-testable-before"
      /// One of several commits, between which the repro cannot be run.
      case oneOf = "one-of"
      /// The repro passes at the commit before the fix.
      case passesBefore = "passes-before"
      /// At the commit before the fix the repro neither passes nor shows the symptom.
      case otherBefore = "other-before"
      /// The repro passes nowhere before the fix, and fails with it as it did before.
      case failsAfter = "fails-after"
      /// The budget was spent before it was decided.
      case undecided
      /// The user interrupted before it was decided.
      case interrupted
    }

    /// What a trial says of a commit in the answer.
    public enum Role: String, Sendable, Codable {
      /// It is the commit before the fix.
      case beforeFix = "before-fix"
      /// The bug shows from it on.
      case origin
      /// The origin stands on it, and it has no bug.
      case parent
      /// It last touched the lines that the fix removes.
      case owner
    }

    /// The runs at one commit.
    public struct Trial: Sendable, Codable, Equatable {
      /// The commit.
      public var commit: CommitFacts
      /// What it is in the answer.
      public var roles: [Role]
      /// Runs that showed the symptom.
      public var failures: Int
      /// Runs that passed.
      public var passes: Int
      /// Runs that were neither.
      public var others: Int
      /// How the files of the fix were carried onto it: absent where the whole files were, or where it makes no difference.
      public var carrying: Carriage.Manner?
      /// Why the repro cannot be run there; nil where it can.
      public var obstacle: String?
      /// What a failure looked like, or what was in the way.
      public var excerpt: [String]
    }

    /// The fix's test, carried to the commit that was found and to its parents and run there: whether it would have caught
    /// the bug.
    public struct FixTest: Sendable, Codable, Equatable {
      /// What ran it: the repro, or a command of its own.
      public var command: String
      /// What came of it, in one sentence.
      public var sentence: String
      /// The runs at each commit; failures are those that are recognisably no other failure.
      public var trials: [Trial]
    }

    /// What can be said.
    public var outcome: Outcome
    /// The same as a sentence.
    public var sentence: String
    /// The commit since which the repro fails, where there is one.
    public var commit: CommitFacts?
    /// The commits one of which it is, where they cannot be told apart: at most twenty, the oldest first.
    public var oneOf: [CommitFacts]
    /// How many these are.
    public var oneOfCount: Int
    /// How likely the answer is, given all runs.
    public var probability: Double
    /// How often the repro fails with the bug, as far as the runs tell.
    public var rateWithBug: Double
    /// How often it fails without it.
    public var rateWithoutBug: Double
    /// The commit that wrote the lines which the fix removes, where the repro passes at it: they did no harm until the
    /// commit that was found.
    public var latentSince: CommitFacts?
    /// The command.
    public var repro: String
    /// The command that sets a tree up.
    public var setup: String?
    /// What was pinned as the symptom.
    public var symptom: String?
    /// Files of the fix that were carried onto each commit.
    public var carried: [String]
    /// How many commits were searched.
    public var searched: Int
    /// All runs: of this call, of earlier calls, and of the proof of the same fix before it.
    public var runs: Int
    /// The runs of this call.
    public var newRuns: Int
    /// How many runs were made at once; absent where it was one after the other.
    public var parallel: Int?
    /// The trees that this call set up.
    public var trees: Int
    /// The commits at which it was tried, the newest first.
    public var trials: [Trial]
    /// What the fix's test says at the commit that was found; nil where it was not run there.
    public var fixTest: FixTest?
    /// Where the runs and their logs are.
    public var evidence: String

    /// Whether a commit is called found.
    public var isFound: Bool { outcome == .found || outcome == .sinceAdded }
  }
}
