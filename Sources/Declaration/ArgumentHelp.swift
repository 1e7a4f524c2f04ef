/// What people are told of one field.
public struct ArgumentHelp: Sendable, Equatable, ExpressibleByStringLiteral {
  /// Where a field is shown.
  public enum Visibility: Sendable, Equatable {
    /// Help, completions, manual and schema show the field.
    case `default`
    /// The field works but is shown nowhere.
    case hidden
  }

  /// One short line.
  public let abstract: String
  /// More, for the manual only.
  public let discussion: String
  /// What stands for the value in help; the field's own name when nil.
  public let valueName: String?
  /// Whether the field is shown.
  public let visibility: Visibility

  /// Makes help from a line and, where needed, more.
  public init(
    _ abstract: String, discussion: String = "", valueName: String? = nil, visibility: Visibility = .default
  ) {
    self.abstract = abstract
    self.discussion = discussion
    self.valueName = valueName
    self.visibility = visibility
  }

  /// Makes help from one line.
  public init(stringLiteral abstract: String) {
    self.init(abstract)
  }
}
