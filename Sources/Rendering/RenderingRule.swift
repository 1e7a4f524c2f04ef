/// Why something of a source has another form at its destination: the rules of one target.
public protocol RenderingRule: RawRepresentable<String>, Sendable, Equatable {
  /// What became of it, in one sentence.
  var sentence: String { get }
}

/// A place of a source whose form had to change.
public struct RuleUse<Rule: RenderingRule>: Sendable, Equatable {
  /// The rule that says so.
  public var rule: Rule

  /// The byte of the source that it begins with.
  public var offset: Int
}
