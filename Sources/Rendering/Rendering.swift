public import Markdown

/// A text as its destination takes it.
public struct Rendering: Sendable {
  /// Something that could not keep its form.
  public struct Change: Sendable, Equatable {
    /// The rule's name, as the docs of the target have it.
    public var rule: String

    /// Where it begins in the source.
    public var position: MarkdownPosition

    /// What became of it.
    public var sentence: String
  }

  /// What is sent.
  public let bytes: [UInt8]

  /// What had to change its form, as it follows in the source.
  public let changes: [Change]

  /// How it goes beyond what its destination takes, in sentences; empty where it does not.
  public let excesses: [String]
}

extension Rendering {
  /// The uses of rules with their places in the source, in words.
  static func changes(_ uses: [RuleUse<some RenderingRule>], of source: [UInt8]) -> [Change] {
    let lines = LineIndex(source)
    return uses.map { use in
      Change(
        rule: use.rule.rawValue, position: lines.position(of: use.offset), sentence: use.rule.sentence)
    }
  }
}
