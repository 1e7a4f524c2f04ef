public import Casework

/// Everything that a draft is composed from: the case, its evidence, and what git says of the commits in it.
public struct RecordFacts: Sendable {
  /// The case.
  public var facts: Case

  /// Its evidence.
  public var evidence: [Evidence]

  /// The commits that the case names, by the text by which it names them.
  public var commits: [String: CommitFacts]

  /// The files that the fix changes.
  public var files: [FileFacts]

  /// The breadcrumbs of the debugging session.
  public var ledger: Ledger

  /// The releases that have the bug, the oldest first, as far as that is known.
  public var affected: [String]

  /// How the fix arrived, as far as that is known.
  public var arrival = ArrivalFacts()

  /// What is wrong with dates that somebody attests, and with what a reader is to open.
  public var attestationFaults: [AttestationFault] = []

  /// Prose of a model, where one was asked.
  public var written: WrittenSections?

  /// Where the case is kept, from the root of the working tree.
  public var directory: String

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

  /// How the fix came to those who use it.
  public struct ArrivalFacts: Sendable, Equatable {
    /// The merge that brought it onto the main branch; empty where it came without one.
    public var mergeCommit = ""

    /// When it was merged: a date.
    public var merged = ""

    /// The first release that holds it.
    public var firstRelease = ""

    /// Nothing is known.
    public init() {}
  }

  /// A file of the fix.
  public struct FileFacts: Sendable, Equatable {
    /// Where it is.
    public var path: String

    /// Whether it is a test.
    public var isTest: Bool

    /// Whether the fix adds it.
    public var isAdded: Bool

    /// Facts from their parts.
    public init(path: String, isTest: Bool, isAdded: Bool) {
      self.path = path
      self.isTest = isTest
      self.isAdded = isAdded
    }
  }

  /// Facts from their parts.
  public init(
    facts: Case, evidence: [Evidence], ledger: Ledger, commits: [String: CommitFacts], files: [FileFacts],
    affected: [String], directory: String, today: String
  ) {
    self.facts = facts
    self.evidence = evidence
    self.ledger = ledger
    self.commits = commits
    self.files = files
    self.affected = affected
    self.directory = directory
    self.today = today
  }

  /// The day of the fix; empty where it is not known.
  public var fixed: String { facts.fix.commits.last.flatMap { commits[$0]?.date } ?? "" }

  /// The proof that the gate counts, with its label.
  var proof: (label: String, summary: ProofSummary)? {
    facts.fix.commits.last.flatMap { evidence.decidingProof(of: commits[$0]?.id ?? $0, by: facts.repro) }
      .map { ($0.evidence.label, $0.summary) }
  }
}
