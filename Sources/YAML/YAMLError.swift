/// Why a text is no document for us, or why an edit or a reading is refused: what, and where.
public struct YAMLError: Error, Sendable, Equatable {
  /// What is wrong.
  public var problem: YAMLProblem

  /// The file's name, as it was given.
  public var name: String

  /// Where it is wrong.
  public var position: YAMLPosition

  /// The line there, fit for a terminal: a long one is cut, control characters are replaced.
  public var excerpt: String

  /// How many characters of `excerpt` stand before the place.
  public var excerptColumn: Int
}
