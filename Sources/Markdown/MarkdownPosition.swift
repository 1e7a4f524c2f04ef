/// A place in a text, both parts counted from 1, the column in bytes.
public struct MarkdownPosition: Sendable, Equatable, Comparable {
  /// The line.
  public var line: Int

  /// The byte in the line.
  public var column: Int

  /// Names a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether `left` comes before `right`.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
