/// How a scalar is written.
public enum YAMLScalarStyle: Sendable, Hashable {
  /// Without quotes.
  case plain

  /// Between `'`.
  case singleQuoted

  /// Between `"`, with escapes.
  case doubleQuoted

  /// A block after `|`: its lines stay as they are.
  case literal

  /// A block after `>`: its lines are joined.
  case folded

  /// Whether it is a block of lines under a header.
  var isBlock: Bool { self == .literal || self == .folded }
}

/// How a list or mapping is written.
public enum YAMLCollectionStyle: Sendable, Hashable {
  /// By indentation.
  case block

  /// Between brackets.
  case flow
}

/// What a value is, as a person would call it.
public enum YAMLKind: Sendable, Hashable {
  /// Left empty.
  case nothing

  /// One text.
  case text

  /// A list.
  case list

  /// Keys with values.
  case mapping
}
