public import Markdown

/// A record as it is written: front matter, title and sections, each with the bytes it stands in.
///
/// `text` is never altered: front matter, `preamble` and sections cover it from the first byte to the last.
/// A section is a heading of level 2, or a further one of level 1, that stands in no list, quotation, code or HTML.
public struct RecordDocument: Sendable {
  /// The bytes it was read from, unchanged.
  public let text: [UInt8]

  /// Where its front matter is, or nil where it has none.
  public let frontMatter: FrontMatter?

  /// All that follows the front matter.
  public let markdown: MarkdownDocument

  /// Its title, or nil where a section comes first.
  public let title: RecordTitle?

  /// What stands between front matter and first section: the title, and what the author put below it.
  public let preamble: Range<Int>

  /// Its sections as they follow each other, unknown and repeated ones included.
  public let sections: [RecordSection]

  let frontMatterReading = FrontMatterReading()

  /// Reads any bytes; what is no record is one without sections.
  public init(_ text: [UInt8]) {
    self.text = text
    frontMatter = FrontMatter(of: text)
    let start = frontMatter?.range.upperBound ?? 0
    markdown = MarkdownDocument(text: text, from: start)
    let outline = RecordOutline(of: markdown)
    title = outline.title
    sections = outline.sections
    preamble = start..<(sections.first?.headingRange.lowerBound ?? text.count)
  }

  /// The first section of that kind.
  public func section(_ kind: SectionKind) -> RecordSection? {
    sections.first { $0.kind == kind }
  }

  /// The mandatory sections it does not have.
  public var missingSections: [SectionKind] {
    let present = Set(sections.compactMap(\.kind))
    return SectionKind.allCases.filter { $0.isMandatory && !present.contains($0) }
  }
}
