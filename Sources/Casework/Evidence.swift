/// A fact that the tool measured or found, or that somebody attested to it: numbered, and never changed.
public struct Evidence: Sendable, Codable, Equatable {
  /// Its number in the case, from 1; records cite it as "E1".
  public var number: Int

  /// When it was taken in: ISO 8601, UTC.
  public var at: String

  /// What it is.
  public var fact: Fact

  /// What evidence can be.
  public enum Fact: Sendable, Equatable {
    /// A field of the case was filled from the repository or the tracker.
    case found(FoundValue)

    /// A person or an agent gave a field of the case.
    case attested(AttestedValue)

    /// A proof of the fix.
    case proof(ProofSummary)

    /// What history says of where the bug began.
    case origin(OriginSummary)
  }

  /// Its number as records cite it.
  public var label: String { "E\(number)" }
}

/// A value that the tool found.
public struct FoundValue: Sendable, Codable, Equatable {
  /// The field, by its path in the case: "fix.commits".
  public var field: String

  /// The value, as text.
  public var value: String

  /// Where it was found: "git log e3dcc8a", a URL.
  public var source: String

  /// A value from its parts.
  public init(field: String, value: String, source: String) {
    self.field = field
    self.value = value
    self.source = source
  }
}

/// A value that somebody gave.
public struct AttestedValue: Sendable, Codable, Equatable {
  /// The field, by its path in the case.
  public var field: String

  /// The value, as text.
  public var value: String

  /// Who gave it.
  public var by: String

  /// A value from its parts.
  public init(field: String, value: String, by: String) {
    self.field = field
    self.value = value
    self.by = by
  }
}

/// What a case keeps of a proof: the whole report stands in the case's `proofs/`, under its digest.
public struct ProofSummary: Sendable, Codable, Equatable {
  /// The verdict, in its word.
  public var verdict: String

  /// The verdict in one sentence.
  public var sentence: String

  /// The commit with the fix.
  public var fix: String

  /// Whether the fix was the working tree, not committed yet.
  public var isUncommitted: Bool

  /// The command.
  public var repro: String

  /// The command that set the trees up.
  public var setup: String?

  /// What was pinned as the symptom.
  public var symptom: String?

  /// Failures and runs before the fix.
  public var before: Count

  /// Failures and runs after it.
  public var after: Count

  /// What the first failure looked like.
  public var excerpt: [String]

  /// How to run it by hand.
  public var byHand: [String]

  /// The SHA-256 of the report.
  public var digest: String

  /// Files of the fix that were carried onto the tree before it; nil where an older version kept this.
  public var carried: [String]?

  /// The machine that it was measured on, in a few words; nil where an older version kept this.
  public var machine: String?

  /// Runs of one side.
  public struct Count: Sendable, Codable, Equatable {
    /// Runs that showed the symptom.
    public var failures: Int

    /// All runs that passed or showed it.
    public var runs: Int

    /// The bounds of the 95 % Wilson interval of the failure rate.
    public var low: Double
    /// The upper bound.
    public var high: Double

    /// Counts from their parts.
    public init(failures: Int, runs: Int, low: Double, high: Double) {
      self.failures = failures
      self.runs = runs
      self.low = low
      self.high = high
    }
  }

  /// A summary from its parts.
  public init(
    verdict: String, sentence: String, fix: String, isUncommitted: Bool, repro: String, setup: String?,
    symptom: String?, before: Count, after: Count, excerpt: [String], byHand: [String], digest: String,
    carried: [String]? = nil, machine: String? = nil
  ) {
    self.verdict = verdict
    self.sentence = sentence
    self.fix = fix
    self.isUncommitted = isUncommitted
    self.repro = repro
    self.setup = setup
    self.symptom = symptom
    self.before = before
    self.after = after
    self.excerpt = excerpt
    self.byHand = byHand
    self.digest = digest
    self.carried = carried
    self.machine = machine
  }
}

extension Evidence.Fact: Codable {
  private enum CodingKeys: String, CodingKey {
    case found, attested, proof, origin
  }

  /// Reads the one kind that is there.
  ///
  /// - Throws: `DecodingError` where there is none that this version knows.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let value = try container.decodeIfPresent(FoundValue.self, forKey: .found) {
      self = .found(value)
    } else if let value = try container.decodeIfPresent(AttestedValue.self, forKey: .attested) {
      self = .attested(value)
    } else if let summary = try container.decodeIfPresent(OriginSummary.self, forKey: .origin) {
      self = .origin(summary)
    } else {
      self = .proof(try container.decode(ProofSummary.self, forKey: .proof))
    }
  }

  /// Writes the kind as the only key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .found(let value): try container.encode(value, forKey: .found)
    case .attested(let value): try container.encode(value, forKey: .attested)
    case .proof(let value): try container.encode(value, forKey: .proof)
    case .origin(let value): try container.encode(value, forKey: .origin)
    }
  }
}
