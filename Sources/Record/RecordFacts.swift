public import Casework

/// Everything that a draft is composed from: the case, its evidence, and what git says of the commits in it.
public struct RecordFacts: Sendable {
  /// The case.
  public var facts: Case

  /// Its evidence.
  public var evidence: [Evidence]

  /// The commits that the case names, by the text by which it names them.
  public var commits: [String: CommitFacts]

  /// The files that the fix changes, with the lines that it adds and deletes; nil for binary files.
  public var files: [FileFacts]

  /// Today, as a date.
  public var today: String

  /// What the tracker or git says of a commit.
  public struct CommitFacts: Sendable, Equatable {
    /// Its whole identifier.
    public var id: String

    /// The first line of its message.
    public var subject: String

    /// Who wrote it.
    public var author: String

    /// When: a date.
    public var date: String

    /// Facts from their parts.
    public init(id: String, subject: String, author: String, date: String) {
      self.id = id
      self.subject = subject
      self.author = author
      self.date = date
    }
  }

  /// A file of the fix.
  public struct FileFacts: Sendable, Equatable {
    /// Where it is.
    public var path: String

    /// Whether it is a test.
    public var isTest: Bool

    /// Facts from their parts.
    public init(path: String, isTest: Bool) {
      self.path = path
      self.isTest = isTest
    }
  }

  /// Facts from their parts.
  public init(
    facts: Case, evidence: [Evidence], commits: [String: CommitFacts], files: [FileFacts], today: String
  ) {
    self.facts = facts
    self.evidence = evidence
    self.commits = commits
    self.files = files
    self.today = today
  }

  /// The last proof of the fix, with its label.
  var proof: (label: String, summary: ProofSummary)? {
    for entry in evidence.reversed() {
      guard case .proof(let summary) = entry.fact, !summary.isUncommitted, let last = facts.fix.commits.last
      else { continue }
      // The gate counts a proof of the whole fix only, and so does its record.
      let fix = commits[last]?.id ?? last
      if fix.hasPrefix(summary.fix) || summary.fix.hasPrefix(fix) { return (entry.label, summary) }
    }
    return nil
  }
}
