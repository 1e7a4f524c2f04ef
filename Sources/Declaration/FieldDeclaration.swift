/// One field of an operation as the faces see it: everything that help, schema and completions tell.
public struct FieldDeclaration: Sendable, Equatable {
  /// How the field is given on a command line.
  public enum Kind: Sendable, Equatable {
    /// By position.
    case argument
    /// By name, with a value.
    case option
    /// By name alone.
    case flag
  }

  /// What texts a field accepts.
  public enum ValueKind: Sendable, Equatable {
    /// Any text.
    case string
    /// A whole number.
    case integer
    /// A number.
    case number
    /// True or false.
    case boolean
    /// A span of time such as `90s`.
    case duration
    /// The path of a file or directory.
    case path
    /// The path of a directory.
    case directory
    /// One of these words.
    case choice([String])
  }

  /// The property's name, such as `maxRuns`.
  public let key: String
  /// The name in kebab case, such as `max-runs`; for an argument it stands only in messages.
  public let flagName: String
  /// The letter after a single dash, if there is one.
  public let shortName: Character?
  /// How the field is given.
  public let kind: Kind
  /// One line of help.
  public let help: String
  /// More, for the manual; empty where the line says all.
  public let discussion: String
  /// What stands for the value in help, such as `count`.
  public let valueName: String
  /// What texts are accepted.
  public let valueKind: ValueKind
  /// What is accepted, in words that follow "takes", such as "a whole number".
  public let expectation: String
  /// Whether an operation cannot be made without it.
  public let isRequired: Bool
  /// Whether it holds a list.
  public let isRepeated: Bool
  /// How an option that holds a list takes the words behind it.
  public let arrayParsing: ArrayParsing
  /// Which words an argument that holds a list takes.
  public let argumentParsing: ArgumentArrayParsing
  /// Whether the flag may be denied as `--no-…`.
  public let isInvertible: Bool
  /// The default as texts; nil without one, and for flags that are off.
  public let defaultStrings: [String]?
  /// The heading under which help lists it; nil outside of titled groups.
  public let section: String?
  /// Whether no face shows it.
  public let isHidden: Bool

  /// The default as people read it; nil where there is none worth telling.
  public var defaultDescription: String? {
    guard let defaultStrings, !defaultStrings.isEmpty else { return nil }
    return defaultStrings.joined(separator: " ")
  }

  /// The field as typed: `--max-runs` or `<revisions>`.
  public var spelling: String {
    kind == .argument ? "<\(valueName)>" : "--\(flagName)"
  }

  /// The words to choose from; empty for free values.
  public var choices: [String] {
    if case .choice(let words) = valueKind { words } else { [] }
  }
}
