import Markdown

/// Why something of a source has another form at its destination: the rules of one target.
public protocol RenderingRule: RawRepresentable<String>, Sendable, Equatable {
  /// What became of it, in one sentence.
  var sentence: String { get }
}

/// A place of a source whose form had to change.
public struct RuleUse<Rule: RenderingRule>: Sendable {
  /// The rule that says so.
  public var rule: Rule

  private let place: Place

  // To find where a node stands takes longer than to render it, and few ask.
  private enum Place {
    case offset(Int)
    case node(MarkdownNode)
  }

  /// The use of a rule on what begins with that byte of the source.
  init(rule: Rule, offset: Int) {
    self.rule = rule
    place = .offset(offset)
  }

  /// The use of a rule on a node.
  init(rule: Rule, node: MarkdownNode) {
    self.rule = rule
    place = .node(node)
  }

  /// The byte of the source that it begins with.
  public var offset: Int {
    switch place {
    case .offset(let offset): offset
    case .node(let node): node.enclosingRange.lowerBound
    }
  }
}
