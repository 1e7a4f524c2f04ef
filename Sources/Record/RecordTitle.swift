/// The level-1 heading a record begins with.
public struct RecordTitle: Sendable, Equatable {
  /// What it says, without markup.
  public let text: String

  /// Its lines, line ending included.
  public let range: Range<Int>
}
