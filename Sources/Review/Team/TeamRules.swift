/// The rules that a team has made, read and ready.
public struct TeamRules: Sendable {
  /// A rule of a style that is not held against records, or a part of one.
  public struct Unread: Sendable, Equatable, Encodable {
    /// The rule.
    public var rule: String

    /// The file, from the root of the working tree.
    public var file: String

    /// Why it is not read.
    public var reason: String
  }

  var rules: [TeamRule] = []

  /// What styles ask for and is not read.
  public internal(set) var unread: [Unread] = []

  /// No rules.
  public init() {}

  /// Takes in the rules of others.
  ///
  /// - Throws: `DuplicateRule` where two have the same id.
  public mutating func add(_ other: TeamRules) throws(DuplicateRule) {
    var sources = Dictionary(rules.map { ($0.page.id, $0.page.source) }) { first, _ in first }
    for rule in other.rules {
      if let known = sources.updateValue(rule.page.source, forKey: rule.page.id) {
        throw DuplicateRule(id: rule.page.id, first: known, second: rule.page.source)
      }
    }
    rules += other.rules
    unread += other.unread
  }

  /// Their pages.
  public var pages: [ReviewRule] { rules.map(\.page) }
}

/// Two rules have the same id.
public struct DuplicateRule: Error, Sendable, Equatable {
  /// The id.
  public var id: String

  /// Where it is first.
  public var first: ReviewRule.Source?

  /// Where it is again.
  public var second: ReviewRule.Source?
}
