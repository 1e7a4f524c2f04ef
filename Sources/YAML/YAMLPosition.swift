/// A place in a file, as an editor shows it.
public struct YAMLPosition: Sendable, Hashable, Comparable {
  /// The line, the first being 1.
  public var line: Int

  /// The column in characters (Unicode scalars), the first being 1.
  public var column: Int

  /// The byte in the document's text, the first being 0.
  public var offset: Int

  /// A place from its three numbers.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// Whether one place comes earlier in the text.
  public static func < (left: YAMLPosition, right: YAMLPosition) -> Bool {
    left.offset < right.offset
  }
}
