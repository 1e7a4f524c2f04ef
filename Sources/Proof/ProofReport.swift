public import Masking
import Statistics

/// The whole result of a proof, as one document: what `--json` prints and what a case keeps.
public struct ProofReport: Sendable, Codable, Equatable {
  /// The name and version of this document's format.
  public var schema = "postmortem/proof/1"

  /// The verdict, in its word.
  public var verdict: Verdict

  /// The verdict in one plain sentence.
  public var sentence: String

  /// What to do next, in whole sentences; empty where there is nothing to do.
  public var advice: [String]

  /// What a reader should know besides, in whole sentences.
  public var notes: [String]

  /// The fix.
  public var fix: Fix

  /// The runs before the fix.
  public var before: SideReport

  /// The runs after it.
  public var after: SideReport

  /// The symptom.
  public var symptom: SymptomReport

  /// How chance was ruled out.
  public var statistics: StatisticsReport

  /// The commands.
  public var repro: ReproReport

  /// Commands by which a reader runs the same by hand.
  public var byHand: [String]

  /// Where it was made.
  public var environment: EnvironmentRecord

  /// Where the runs and their logs are kept.
  public var evidenceDirectory: String

  /// When it was started: ISO 8601, UTC.
  public var startedAt: String

  /// The secrets that are masked in this document.
  public var masked: [MaskedPlace]?

  /// How long the runs took together, in seconds, those of earlier calls included.
  public var seconds: Double

  /// What was proved to be a fix.
  public struct Fix: Sendable, Codable, Equatable {
    /// One of its commits.
    public struct CommitReport: Sendable, Codable, Equatable {
      /// Its whole identifier.
      public var id: String

      /// The first line of its message.
      public var subject: String

      /// Who wrote it.
      public var author: String

      /// When it was written: ISO 8601, with the author's offset.
      public var date: String
    }

    /// How the user named it.
    public var name: String

    /// Its commits, the oldest first; empty for an uncommitted fix.
    public var commits: [CommitReport]

    /// Whether it is the working tree, not committed yet.
    public var isUncommitted: Bool

    /// Files that it changes.
    public var files: Int

    /// Lines that it adds, binary files aside.
    public var addedLines: Int

    /// Lines that it deletes, binary files aside.
    public var deletedLines: Int
  }

  /// The runs of one side.
  public struct SideReport: Sendable, Codable, Equatable {
    /// A file of the fix that was carried onto the tree before it.
    public struct CarriedFile: Sendable, Codable, Equatable {
      /// Where it stands in the tree.
      public var path: String

      /// What the fix did to it: "added", "modified", "deleted".
      public var change: String

      /// Why it was carried.
      public var reason: String
    }

    /// Runs that were neither pass nor symptom, with one reason.
    public struct OtherRuns: Sendable, Codable, Equatable {
      /// The reason.
      public var reason: OtherReason

      /// How many runs had it.
      public var runs: Int
    }

    /// The user's commit that the tree is made from.
    public var commit: String

    /// Its subject.
    public var subject: String

    /// The tree that was run in, carried files included.
    public var tree: String

    /// Files that were carried onto it.
    public var carried: [CarriedFile]

    /// Test files of the fix that were not.
    public var leftOut: [String]

    /// All runs.
    public var runs: Int

    /// Runs that showed the symptom.
    public var failures: Int

    /// Runs that passed.
    public var passes: Int

    /// Runs that were neither.
    public var others: [OtherRuns]

    /// Failures among those runs that passed or showed the symptom; absent without such runs.
    public var rate: Double?

    /// The 95 % Wilson interval of the failure rate.
    public var wilson: [Double]

    /// The 95 % Clopper-Pearson interval of the failure rate.
    public var exact: [Double]

    /// The largest failure rate that the runs do not exclude, one-sided, 95 %.
    public var upperBound: Double

    /// The median time of a run, in seconds.
    public var medianSeconds: Double?

    /// What the set-up of this tree said, where it failed.
    public var setupFailure: String?
  }

  /// What the failures looked like.
  public struct SymptomReport: Sendable, Codable, Equatable {
    /// Failures that look alike.
    public struct Appearance: Sendable, Codable, Equatable {
      /// The fingerprint they share.
      public var signature: String

      /// How many there were before the fix.
      public var runs: Int

      /// Whether they differ in their numbers.
      public var hasOtherNumbers: Bool

      /// How the first of them ended: "exit status 1", "signal 11", "does not end".
      public var ending: String

      /// The lines that say what failed, from the first of them; empty where it printed nothing.
      public var excerpt: [String]

      /// The name of a log that shows it whole.
      public var log: String
    }

    /// What the user pinned: a regular expression or "hang".
    public var pinned: String?

    /// The failures before the fix, the most frequent first.
    public var appearances: [Appearance]

    /// Whether they all looked alike.
    public var isSame: Bool
  }

  /// How chance was ruled out, or not.
  public struct StatisticsReport: Sendable, Codable, Equatable {
    /// The name of the test.
    public var test = "sequential sign test over pairs in random order"

    /// The largest probability of "proved" where the fix does nothing.
    public var errorBound: Double

    /// Pairs of runs.
    public var pairs: Int

    /// Pairs in which only the run before the fix showed the symptom.
    public var failuresOnlyBefore: Int

    /// How many of those are needed for "proved".
    public var failuresNeeded: Int

    /// The bound on the probability of such runs where the fix does nothing.
    public var chanceIfNoEffect: Double

    /// The seed of the coin that ordered the pairs, in hexadecimal.
    public var seed: String

    /// Runs a side that would probably decide, where these did not.
    public var runsToDecide: Int?
  }

  /// What was run.
  public struct ReproReport: Sendable, Codable, Equatable {
    /// What the user wrote.
    public var command: String

    /// The script it runs, where it names one.
    public var script: String?

    /// The SHA-256 of a script that stands outside the trees.
    public var scriptDigest: String?

    /// The directory it ran in, relative to the root of each tree.
    public var directory: String

    /// The set-up command.
    public var setup: String?

    /// The time limit of a run, in seconds.
    public var timeLimitSeconds: Double

    /// Whether it ran without a network.
    public var isOffline: Bool

    /// What took the commands to other machines; absent where they ran on this one.
    public var launcher: String?

    /// Whether each run had a clean tree.
    public var isFresh: Bool
  }
}
