/// What the review says of one place in a record.
public struct Finding: Sendable, Equatable {
  /// The rule's id.
  public var rule: String

  /// How much it weighs.
  public var severity: Severity

  /// The bytes it is about.
  public var range: Range<Int>

  /// What is wrong there, and what to do, in sentences.
  public var message: String

  /// What mends it without changing what the record says; nil where a person has to.
  public var mend: Mend?

  /// Another place that it has to do with; nil where there is none.
  public var related: RelatedPlace?

  /// Why the author allows it; nil where nobody does.
  public var allowance: String?

  init(
    _ rule: ReviewRule, _ range: Range<Int>, _ message: String, mend: Mend? = nil,
    related: RelatedPlace? = nil
  ) {
    self.rule = rule.id
    severity = rule.severity
    self.range = range
    self.message = message
    self.mend = mend
    self.related = related
  }
}

/// A place that a finding has to do with, beside its own.
public struct RelatedPlace: Sendable, Equatable {
  /// The bytes.
  public var range: Range<Int>

  /// What they have to do with it.
  public var message: String
}

/// A change of a record's bytes.
public struct Mend: Sendable, Equatable {
  /// What is replaced.
  public var range: Range<Int>

  /// What takes its place.
  public var bytes: [UInt8]
}
