public import Markdown

/// A heading of a record and all that follows up to the next one.
public struct RecordSection: Sendable {
  /// Which of the known sections it is, or nil where its heading is another.
  public let kind: SectionKind?

  /// What its heading says, without markup.
  public let heading: String

  /// The level of its heading: 2, or 1 where the author chose so.
  public let level: Int

  /// The lines of the heading, line ending included.
  public internal(set) var headingRange: Range<Int>

  /// All lines from the heading to the next section or the end of the text.
  public internal(set) var bodyRange: Range<Int>

  /// The blocks of the body, footnotes that are written in it last.
  public internal(set) var nodes: [MarkdownNode]

  /// Heading and body.
  public var range: Range<Int> {
    headingRange.lowerBound..<bodyRange.upperBound
  }
}
