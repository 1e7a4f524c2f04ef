/// What a case keeps of a search for the origin in history: the whole report stands in the case's `logs/`.
///
/// It counts as found, never as measured: nothing was run.
public struct OriginSummary: Sendable, Codable, Equatable {
  /// The verdict, in its word.
  public var verdict: String

  /// The verdict in one sentence.
  public var sentence: String

  /// The commit with the fix.
  public var fix: String

  /// The commit that is most likely, or that the fix's message names; nil where there is none.
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

  /// Whether the fix's message names the commit: that is read, and not judged.
  public var isNamed: Bool { verdict == "named" }

  /// The name of the file in the case's logs that holds the report.
  public var reportName: String { "origin-\(digest.prefix(12)).json" }

  /// A summary from its parts.
  public init(
    verdict: String, sentence: String, fix: String, commit: String?, subject: String?, probability: Double?,
    reasons: [String], slipped: [Circumstance], digest: String
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
  }
}

extension Array where Element == Evidence {
  /// What history said last of the origin of a fix.
  ///
  /// - Parameter fix: its last commit.
  public func origin(of fix: String) -> (evidence: Evidence, summary: OriginSummary)? {
    for entry in reversed() {
      if case .origin(let summary) = entry.fact, CommitName.isSame(fix, summary.fix) {
        return (entry, summary)
      }
    }
    return nil
  }
}
