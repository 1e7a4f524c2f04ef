/// A name that templates may use, and what it stands for.
public struct TemplateName: Sendable, Equatable {
  /// What kind of thing a name stands for.
  public enum Kind: Sendable, Equatable {
    /// A text; `.sentence` behind the name ends it with a full stop where it has no end of its own.
    case text

    /// Something that holds or does not.
    case flag

    /// A list, of which each element has these names beside `first`, `last` and the names around it.
    case list([TemplateName])
  }

  /// The name: "cause.mechanism".
  public var name: String

  /// What kind of thing it stands for.
  public var kind: Kind

  /// What it stands for, in one sentence.
  public var help: String

  /// A name from its parts.
  public init(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    self.kind = kind
    self.help = help
  }

  /// What every element of a list knows besides its own names.
  static let elementNames = [
    TemplateName("first", .flag, "This is the first element."),
    TemplateName("last", .flag, "This is the last element."),
  ]

  /// Behind the name of a text: the text as a sentence.
  static let sentenceSuffix = ".sentence"
}
