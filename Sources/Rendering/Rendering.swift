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
