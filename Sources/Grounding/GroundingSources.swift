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

  /// Directories that nothing is found in, from the root: records would vouch for themselves.
  public var excluded: [String]

  /// What was printed by what the tool ran.
  public var measured: [Text]

  /// What somebody named has stated.
  public var attested: [Text]

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
