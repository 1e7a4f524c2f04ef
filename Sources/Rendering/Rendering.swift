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

  // Both are worked out when they are asked for, which in a batch they are not.
  private let listChanges: @Sendable () -> [Change]
  private let listExcesses: @Sendable () -> [String]

  init(
    bytes: [UInt8], changes uses: [RuleUse<some RenderingRule>], of source: [UInt8],
    excesses: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.bytes = bytes
    listChanges = { Self.changes(uses, of: source) }
    listExcesses = excesses
  }

  /// A text in which nothing changed.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    listChanges = { [] }
    listExcesses = { [] }
  }

  /// What had to change its form, as it follows in the source.
  public var changes: [Change] { listChanges() }

  /// How it goes beyond what its destination takes, in sentences; empty where it does not.
  public var excesses: [String] { listExcesses() }

  private static func changes(_ uses: [RuleUse<some RenderingRule>], of source: [UInt8]) -> [Change] {
    guard !uses.isEmpty else { return [] }
    let lines = LineIndex(source)
    // Of those in one place, as they were found.
    let places = uses.enumerated().map { (offset: $1.offset, order: $0) }.sorted { $0 < $1 }
    return places.map { place in
      let rule = uses[place.order].rule
      return Change(
        rule: rule.rawValue, position: lines.position(of: place.offset), sentence: rule.sentence)
    }
  }
}
