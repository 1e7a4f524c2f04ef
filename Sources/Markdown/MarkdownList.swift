/// How the items of a list are marked and set.
public struct MarkdownList: Sendable, Equatable {
  /// The number of the first item, or nil where items have bullets.
  public var start: Int?

  /// What follows each number.
  public var delimiter: ListDelimiter?

  /// Whether items follow each other without blank lines.
  public var isTight: Bool

  /// Whether items are numbered.
  public var isOrdered: Bool { start != nil }

  /// Describes a list: of bullets where `start` is nil.
  public init(start: Int? = nil, delimiter: ListDelimiter? = nil, isTight: Bool) {
    self.start = start
    self.delimiter = delimiter
    self.isTight = isTight
  }
}

/// What stands between an item's number and its text.
public enum ListDelimiter: Sendable, Equatable {
  /// As in `1.`
  case period

  /// As in `1)`
  case parenthesis
}
