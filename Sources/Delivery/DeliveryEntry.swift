/// A line of the journal of deliveries: what was meant to be done, or what came of it.
public struct DeliveryEntry: Sendable, Codable, Equatable {
  /// How far a delivery is.
  public enum Step: String, Sendable, Codable {
    /// It is about to be sent: from here on it may have arrived.
    case intent

    /// The tracker has said that it stores it.
    case sent

    /// It was seen to stand there.
    case confirmed

    /// The tracker has said that it does not store it, or it never got there.
    case refused
  }

  /// The lines are counted from 1.
  public var number: Int

  /// The number of the intent that it belongs to; its own where it is one.
  public var delivery: Int

  /// How far.
  public var step: Step

  /// When: ISO 8601, UTC.
  public var at: String

  /// What was signed; of an intent.
  public var terms: SignedTerms?

  /// Who signed it, and when; of an intent.
  public var approval: Signature?

  /// What was said to be wrong with earlier revisions; of an intent from the third revision on.
  public var wrong: String?

  /// The comment's number.
  public var comment: String?

  /// Where people read it.
  public var link: String?

  /// Whether it was found there, where no answer had said so.
  public var found: Bool?

  /// How what stands there differs from what was signed; absent where it does not.
  public var differences: [String]?

  /// Why it was refused.
  public var reason: String?

  /// Who signed a delivery, and when.
  public struct Signature: Sendable, Codable, Equatable {
    /// The approval that was used.
    public var id: String

    /// Who.
    public var by: String

    /// When: ISO 8601, UTC.
    public var at: String

    /// A signature from its parts.
    public init(id: String, by: String, at: String) {
      self.id = id
      self.by = by
      self.at = at
    }
  }

  init(_ step: Step, of delivery: Int = 0, at: String) {
    number = 0
    self.delivery = delivery
    self.step = step
    self.at = at
  }
}
