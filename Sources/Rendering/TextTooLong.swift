/// A text is too long for its destination, and what may be shortened is.
public struct TextTooLong: Error, Sendable, Equatable {
  /// How long it is at least, in units of UTF-16.
  public var units: Int

  /// How long it may be.
  public var limit: Int

  /// What takes no more.
  public var destination = "a comment of Jira"
}
