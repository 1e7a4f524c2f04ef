/// How a column of a table is set.
public enum ColumnAlignment: Sendable, Equatable {
  /// As the reader's program likes.
  case automatic

  /// To the left.
  case left

  /// In the middle.
  case center

  /// To the right.
  case right
}
