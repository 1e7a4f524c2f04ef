internal import Markdown

/// Finds a record's title and sections in its Markdown.
struct RecordOutline {
  private(set) var title: RecordTitle?
  private(set) var sections: [RecordSection] = []

  init(of markdown: MarkdownDocument) {
    let text = markdown.text
    let blocks = markdown.root.children
    let headings = blocks.compactMap { Heading($0, in: text) }
    for (index, heading) in headings.enumerated() {
      let kind = SectionKind(heading: heading.words)
      if heading.level == 1, kind == nil, title == nil, sections.isEmpty {
        title = RecordTitle(text: heading.words, range: heading.range)
        continue
      }
      let end = index + 1 < headings.count ? headings[index + 1].range.lowerBound : text.count
      let bodyStart = min(heading.range.upperBound, end)
      let section = RecordSection(
        kind: kind, heading: heading.words, level: heading.level,
        headingRange: heading.range.lowerBound..<bodyStart, bodyRange: bodyStart..<end, nodes: [])
      sections.append(section)
    }
    for block in blocks { place(block) }
  }

  /// Gives a block to the section it is written in; one above the first section belongs to none.
  private mutating func place(_ block: MarkdownNode) {
    let start = block.enclosingRange.lowerBound
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].headingRange.lowerBound <= start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0, start >= sections[low - 1].bodyRange.lowerBound else { return }
    sections[low - 1].nodes.append(block)
  }

  /// A heading that may begin a section.
  private struct Heading {
    let level: Int
    let words: String
    let range: Range<Int>

    init?(_ block: MarkdownNode, in text: [UInt8]) {
      guard let level = block.headingLevel, level <= 2, let place = block.range else { return nil }
      self.level = level
      words = block.plainText
      // Up to three spaces may stand before a heading, and anything blank behind it.
      var start = place.lowerBound
      while start > 0, text[start - 1] == 0x20 { start -= 1 }
      let last = max(start, place.upperBound - 1)
      range = start..<(SourceLine(at: last, in: text)?.end ?? last)
    }
  }
}
