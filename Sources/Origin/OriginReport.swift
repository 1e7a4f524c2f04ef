public import Casework
public import Masking
import Repository

/// Where a bug began, as far as history tells: one document, the same for people and for programs.
public struct OriginReport: Sendable, Codable, Equatable {
  /// What can be said.
  public enum Verdict: String, Sendable, Codable {
    /// The fix's message names the commit.
    case named
    /// One commit is more likely than the others, with a probability.
    case mostLikely = "most-likely"
    /// Running the repro found the commit.
    case found
    /// None is likely enough.
    case notDetermined = "not-determined"
  }

  /// A commit.
  public struct CommitFacts: Sendable, Codable, Equatable {
    /// All its digits.
    public var commit: String
    /// The first line of its message.
    public var subject: String
    /// Who wrote it.
    public var author: String
    /// The day on which it was written.
    public var date: String
  }

  /// The fix.
  public struct Fix: Sendable, Codable, Equatable {
    /// The commit with the fix.
    public var after: CommitFacts
    /// The commit without it.
    public var before: String
    /// How many files it changes.
    public var files: Int
    /// Lines that come.
    public var addedLines: Int
    /// Lines that go.
    public var deletedLines: Int
    /// Files in which the origin was looked for.
    public var searched: [String]
  }

  /// A commit that may be the origin.
  public struct Candidate: Sendable, Codable, Equatable {
    /// The commit.
    public var commit: CommitFacts
    /// How likely it is, judged from history alone.
    public var probability: Double
    /// How many days it was committed before the fix.
    public var daysBeforeFix: Int
    /// Why, the strongest reason first.
    public var reasons: [String]
    /// What was weighed.
    public var features: [String: Double]
  }

  /// A commit that the fix's message names.
  public struct Statement: Sendable, Codable, Equatable {
    /// The commit.
    public var commit: CommitFacts
    /// How it is named: trailer, revert or sentence.
    public var kind: String
    /// The line that names it.
    public var line: String
  }

  /// A commit elsewhere that mends the same.
  public struct Backport: Sendable, Codable, Equatable {
    /// How it is known.
    public enum Way: String, Sendable, Codable {
      /// It does to the files what the fix does.
      case sameChange = "same-change"
      /// Its message says that it was picked from the fix.
      case pickedFrom = "picked-from"
    }

    /// The commit.
    public var commit: CommitFacts
    /// How it is known.
    public var how: Way
  }

  /// A commit before the fix that may have been a try at the same bug.
  public struct Attempt: Sendable, Codable, Equatable {
    /// What speaks for it.
    public enum Kind: String, Sendable, Codable {
      /// Its message names the ticket of the fix.
      case sameTicket = "same-ticket"
      /// It was reverted before the fix, and changes the same lines or functions.
      case reverted
      /// Its subject says that it repairs something, and the fix removes lines that it last touched.
      case mendedAgain = "mended-again"
    }

    /// The commit.
    public var commit: CommitFacts
    /// What speaks for it.
    public var kinds: [Kind]
    /// The same in words, in the same order.
    public var reasons: [String]
  }

  /// A fact about how the bug got past everybody, if it began where the verdict says: about a gap, never a person.
  public struct Circumstance: Sendable, Codable, Equatable {
    /// What it is about.
    public enum Kind: String, Sendable, Codable {
      /// How much the commit changes.
      case size
      /// Whether it changes tests.
      case testsChanged = "tests-changed"
      /// Whether tests named what the fix mends when it was made.
      case testsThen = "tests-then"
      /// Whether the lines that the fix removes are older than it.
      case olderLines = "older-lines"
      /// What the fix's test says where it is carried to the commit and run.
      case fixTest = "fix-test"
      /// What services for continuous integration were told then.
      case pipeline
      /// Whether the fix changes what they are told.
      case pipelineMended = "pipeline-mended"
      /// Whether it was itself to repair something, or others were.
      case earlierFix = "earlier-fix"
    }

    /// What it is about.
    public var kind: Kind
    /// The fact, in one sentence.
    public var sentence: String
    /// The commit in which it was read.
    public var commit: String
    /// The files that show it, at most ten.
    public var paths: [String]
    /// The kind of gap that it speaks for; a person decides.
    public var suggests: Case.Slipped.Category?
  }

  /// How far a bug went from one commit on.
  public struct Reach: Sendable, Codable, Equatable {
    /// Releases that hold the origin, and neither the fix nor a backport; the oldest version first.
    public var releases: [String]
    /// The first release that holds the fix, by version.
    public var firstFixed: String?
    /// The days on which these releases were tagged.
    public var releaseDays: [String: String] = [:]
    /// Branches that hold the origin, and neither the fix nor a backport.
    public var branches: [String]
    /// Commits elsewhere that mend the same.
    public var backports: [Backport]
    /// Days from the origin to the fix.
    public var daysLatent: Int
    /// Whether all of this was read to its end.
    public var isComplete: Bool
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/origin/1"
  /// What can be said.
  public var verdict: Verdict
  /// The same in a sentence.
  public var sentence: String
  /// The fix.
  public var fix: Fix
  /// What the fix's message names, in its order.
  public var named: [Statement]
  /// The most likely candidates, the best first: at most ten.
  public var candidates: [Candidate]
  /// What running the repro says; nil where it was not run.
  public var running: Running?
  /// How far the bug went, if it began where the verdict says; nil where that is not determined.
  public var reach: Reach?
  /// Commits that may have been earlier attempts, the newest first: each for a person to confirm.
  public var attempts: [Attempt] = []
  /// How the bug may have slipped through, if it began where the verdict says.
  public var slipped: [Circumstance] = []
  /// How many commits were weighed.
  public var considered: Int
  /// The probability that it is none of those that were weighed.
  public var outside: Double
  /// Whether lines that were looked up are older than the history of this clone.
  public var isCut: Bool
  /// What was not read to its end, because the time was over or there is so much of it.
  public var unread: [OriginGap]
  /// What a reader should know, in whole sentences.
  public var notes: [String]
  /// The secrets that are masked; absent where there are none.
  public var masked: [MaskedPlace]?
  /// The address from which the repository was cloned, without a user; absent where there is none.
  public var repository: String?

  /// How it is written; no part of the document.
  public var format = OriginFormat.text

  enum CodingKeys: String, CodingKey, CaseIterable {
    case schema, verdict, sentence, fix, named, candidates, reach, attempts, slipped, running, considered,
      outside,
      isCut, unread
    case notes, masked, repository
  }

  /// The commit that the verdict names; nil where there is none.
  public var origin: CommitFacts? {
    switch verdict {
    case .found: running?.commit
    case .named: named.first?.commit
    case .mostLikely: candidates.first?.commit
    case .notDetermined: nil
    }
  }
}

extension OriginReport.CommitFacts {
  init(_ head: CommitHead) {
    self.init(commit: head.id.digits, subject: head.subject, author: head.authorName, date: head.day)
  }
}

/// How the report of an origin is written.
public enum OriginFormat: String, Sendable, CaseIterable {
  /// For people.
  case text

  /// The document that `--json` prints.
  case json

  /// The affected versions, in the form of OSV.
  case osv

  /// The timeline, as a picture.
  case svg

  /// The timeline, as text that Mermaid draws.
  case mermaid
}
