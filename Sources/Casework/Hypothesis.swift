/// What a hypothesis is held to be.
public enum HypothesisState: String, Sendable, Codable, CaseIterable {
  case open, rejected, confirmed
}

/// A hypothesis as the ledger leaves it: what was said last holds.
public struct Hypothesis: Sendable, Codable, Equatable {
  /// Its number.
  public var number: Int

  /// What it says.
  public var text: String

  /// What it is held to be.
  public var state = HypothesisState.open

  /// Why, in one line.
  public var reason: String?

  /// The number of the experiment that decided.
  public var experiment: Int?

  /// The number of the entry that gave it its state; nil while it is open.
  public var decidedIn: Int?

  init(number: Int, text: String) {
    self.number = number
    self.text = text
  }
}
