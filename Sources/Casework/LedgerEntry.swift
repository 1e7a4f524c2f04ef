/// A breadcrumb of a debugging session: numbered, and never changed.
///
/// One line of `ledger.jsonl`: `number`, `at`, `by`, and one key more that tells what it is.
public struct LedgerEntry: Sendable, Equatable {
  /// Its number in the case, from 1; records cite it as "L1".
  public var number: Int

  /// When it was made: ISO 8601, UTC.
  public var at: String

  /// Who made it.
  public var by: String

  /// The file that it was imported from; nil for an entry that was made here.
  public var imported: String?

  /// What it is.
  public var content: Content

  /// An entry from its parts.
  public init(number: Int, at: String, by: String, imported: String? = nil, content: Content) {
    self.number = number
    self.at = at
    self.by = by
    self.imported = imported
    self.content = content
  }

  /// What an entry can be.
  public enum Content: Sendable, Equatable {
    /// A command was run.
    case experiment(Experiment)

    /// Something may be the cause.
    case hypothesis(String)

    /// A hypothesis was rejected or confirmed.
    case change(HypothesisChange)

    /// An experiment was said to rule a hypothesis in or out.
    case ruling(Ruling)

    /// Anything else worth keeping.
    case note(String)
  }

  /// Its number as records cite it.
  public var label: String { Self.label(number) }

  /// A number as records cite it.
  public static func label(_ number: Int) -> String { "L\(number)" }
}

/// A hypothesis got another state.
public struct HypothesisChange: Sendable, Codable, Equatable {
  /// The number of the hypothesis.
  public var hypothesis: Int

  /// What it is from now on.
  public var state: HypothesisState

  /// Why, in one line.
  public var reason: String?

  /// The number of the experiment that decided.
  public var experiment: Int?

  /// A change from its parts.
  public init(hypothesis: Int, state: HypothesisState, reason: String?, experiment: Int?) {
    self.hypothesis = hypothesis
    self.state = state
    self.reason = reason
    self.experiment = experiment
  }
}

/// What somebody says of an experiment that was made before, and of a hypothesis.
public struct Ruling: Sendable, Codable, Equatable {
  /// The two directions.
  public enum Direction: String, Sendable, Codable {
    case ruledIn = "in"
    case ruledOut = "out"
  }

  /// The number of the experiment.
  public var experiment: Int

  /// The number of the hypothesis.
  public var hypothesis: Int

  /// What the experiment does with it.
  public var rules: Direction

  /// Why.
  public var reason: String?

  /// A ruling from its parts.
  public init(experiment: Int, hypothesis: Int, rules: Direction, reason: String?) {
    self.experiment = experiment
    self.hypothesis = hypothesis
    self.rules = rules
    self.reason = reason
  }
}
