public import Casework
public import Record
public import Repository

/// What claims are held against.
public struct GroundingSources: Sendable {
  /// A text, and what people know it by.
  public struct Text: Sendable {
    /// "E12", "the ledger".
    public var label: String

    /// What it says.
    public var bytes: [UInt8]

    /// A text from its parts.
    public init(label: String, bytes: [UInt8]) {
      self.label = label
      self.bytes = bytes
    }
  }

  /// The repository that the record stands in.
  public var repository: Repository

  /// The commits of the fix, oldest first.
  public var fix: [Commit]

  /// The other commits that the record is about: where it began, what exposed it, earlier attempts.
  public var others: [Commit]

  /// The commit where the bug began, and the one that made it show, as far as they are known.
  public var origins: [Commit] = []

  /// Who is known by name, and from where: "the author of 0108ac5982".
  public var persons: [String: String] = [:]

  /// The branches that the case or the repository knows, by name: how each is known, and from where.
  public var branches: [String: (standing: Standing, source: String)] = [:]

  /// How many facts are behind the case; nil where there is none here, or not all of it can be read.
  public var counts: EvidenceCounts?

  /// The proof of the fix; nil where there is none.
  public var proof: Proof?

  /// What a proof says of the tests that it ran.
  public struct Proof: Sendable {
    /// "E12".
    public var label: String

    /// What failed before the fix printed.
    public var failure: [UInt8]

    /// Files of the fix that were carried onto the tree before it.
    public var carried: [String]

    /// What was run, and what is known of what it printed.
    public var runs: [UInt8]

    /// "in 0 of 10 runs after it".
    public var after: String

    /// A proof from its parts.
    public init(label: String, failure: [UInt8], carried: [String], runs: [UInt8], after: String) {
      self.label = label
      self.failure = failure
      self.carried = carried
      self.runs = runs
      self.after = after
    }
  }

  /// Directories that nothing is found in, from the root: records would vouch for themselves.
  public var excluded: [String]

  /// What was printed by what the tool ran.
  public var measured: [Text]

  /// What somebody named has stated.
  public var attested: [Text]

  /// What somebody could have stated, and takes long to compose: asked for where nothing else has a claim; nil for none.
  public var furtherAttested: @Sendable () throws -> Text? = { nil }

  /// What was answered before about objects of the repository.
  public var memory = GroundingMemory(at: nil)

  /// The time of the look, in seconds since 1970: what was written just before it may change unseen.
  public var now = 0

  /// Commits, files and texts that are not here, in words; empty where nothing is missing.
  public var gap: String

  /// Sources from their parts.
  public init(
    _ repository: Repository, fix: [Commit] = [], others: [Commit] = [], excluded: [String] = [],
    measured: [Text] = [], attested: [Text] = [], gap: String = ""
  ) {
    self.repository = repository
    self.fix = fix
    self.others = others
    self.excluded = excluded
    self.measured = measured
    self.attested = attested
    self.gap = gap
  }
}
