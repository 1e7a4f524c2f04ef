/// What the reading for tone says of one place in a text.
public struct ToneFinding: Sendable, Equatable {
  /// The rule that speaks.
  public var rule: ToneRule

  /// The bytes of the document's text it speaks of.
  public var range: Range<Int>

  /// The cue, and what to do instead: one sentence or two.
  public var message: String

  /// What can stand in place of the range without a change of meaning, where there is such a thing.
  public var mend: String?
}
