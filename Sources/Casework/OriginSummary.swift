/// What a case keeps of a search for the origin: the whole report stands in the case's `logs/`.
///
/// What history says counts as found, never as measured; what running the repro found is measured.
public struct OriginSummary: Sendable, Codable, Equatable {
  /// The verdict, in its word.
  public var verdict: String

  /// The verdict in one sentence.
  public var sentence: String

  /// The commit with the fix.
  public var fix: String

  /// The commit that was found, that the fix's message names, or that is most likely; nil where there is none.
  public var commit: String?

  /// The first line of its message.
  public var subject: String?

  /// How likely it is, judged from history alone; nil where it is not among the candidates.
  public var probability: Double?

  /// Why.
  public var reasons: [String]

  /// How the bug may have slipped through, if it began there; nil in what was kept before this was looked for.
  public var slipped: [Circumstance]?

  /// The SHA-256 of the report.
  public var digest: String

  /// A fact about how the bug got past everybody.
  public struct Circumstance: Sendable, Codable, Equatable {
    /// The fact, in one sentence.
    public var sentence: String

    /// The kind of gap that it speaks for.
    public var suggests: Case.Slipped.Category?

    /// A fact from its parts.
    public init(sentence: String, suggests: Case.Slipped.Category?) {
      self.sentence = sentence
      self.suggests = suggests
    }
  }

  /// What running the repro said; nil where it was not run.
  public var running: Running?

  /// What running the repro said.
  public struct Running: Sendable, Codable, Equatable {
    /// The outcome, in its word.
    public var outcome: String

    /// The outcome in one sentence.
    public var sentence: String

    /// The command.
    public var repro: String

    /// All runs.
    public var runs: Int

    /// The commit that wrote the lines which the fix removes, where the repro passes at it.
    public var latentSince: String?

    /// The first line of its message.
    public var latentSubject: String?

    /// What was said, from its parts.
    public init(
      outcome: String, sentence: String, repro: String, runs: Int, latentSince: String?,
      latentSubject: String?
    ) {
      self.outcome = outcome
      self.sentence = sentence
      self.repro = repro
      self.runs = runs
      self.latentSince = latentSince
      self.latentSubject = latentSubject
    }
  }

  /// Whether the commit was found by running the repro.
  public var isMeasured: Bool { verdict == "found" }

  /// How it is known.
  public var standing: Standing { isMeasured ? .measured : .found }

  /// Whether the fix's message names the commit: that is read, and not judged.
  public var isNamed: Bool { verdict == "named" }

  /// The name of the file in the case's logs that holds the report.
  public var reportName: String { "origin-\(digest.prefix(12)).json" }

  /// A summary from its parts.
  public init(
    verdict: String, sentence: String, fix: String, commit: String?, subject: String?, probability: Double?,
    reasons: [String], slipped: [Circumstance] = [], digest: String, running: Running? = nil
  ) {
    self.verdict = verdict
    self.sentence = sentence
    self.fix = fix
    self.commit = commit
    self.subject = subject
    self.probability = probability
    self.reasons = reasons
    self.slipped = slipped
    self.digest = digest
    self.running = running
  }
}

extension Array where Element == Evidence {
  /// What was said last of the origin of a fix: what was measured, else what history says.
  ///
  /// - Parameter fix: its last commit.
  public func origin(of fix: String) -> (evidence: Evidence, summary: OriginSummary)? {
    let said = reversed().compactMap { entry -> (evidence: Evidence, summary: OriginSummary)? in
      guard case .origin(let summary) = entry.fact, CommitName.isSame(fix, summary.fix) else { return nil }
      return (entry, summary)
    }
    return said.first(where: \.summary.isMeasured) ?? said.first
  }
}

extension Case {
  /// The case with what running its own repro found of its origin, where nobody says anything of it.
  public func telling(_ evidence: [Evidence]) -> Case {
    guard cause.introducedBy.isEmpty, cause.exposedBy.isEmpty,
      let summary = fix.commits.last.flatMap({ evidence.origin(of: $0)?.summary }), summary.isMeasured,
      let found = summary.commit, repro.command.isEmpty || summary.running?.repro == repro.command
    else { return self }
    var told = self
    if let latent = summary.running?.latentSince {
      told.cause.introducedBy = latent
      told.cause.exposedBy = found
    } else {
      told.cause.introducedBy = found
    }
    return told
  }
}
