internal import Markdown

/// Finds a record's title and sections in its Markdown.
struct RecordOutline {
  private(set) var title: RecordTitle?
  private(set) var sections: [RecordSection] = []

  init(of markdown: MarkdownDocument) {
    let text = markdown.text
    var nodes: [MarkdownNode] = []
    for block in markdown.root.children {
      if let heading = Heading(block, in: text) {
        end(before: heading.range.lowerBound, with: &nodes)
        begin(heading)
      } else if block.isFootnote {
        // Footnotes come last, wherever they are written.
        end(before: text.count, with: &nodes)
        place(block)
      } else if !sections.isEmpty {
        nodes.append(block)
      }
    }
    end(before: text.count, with: &nodes)
  }

  private mutating func begin(_ heading: Heading) {
    let kind = SectionKind(heading: heading.words)
    if heading.level == 1, kind == nil, title == nil, sections.isEmpty {
      title = RecordTitle(text: heading.words, range: heading.range)
      return
    }
    sections.append(
      RecordSection(
        kind: kind, heading: heading.words, level: heading.level, headingRange: heading.range,
        bodyRange: heading.range.upperBound..<heading.range.upperBound, nodes: []))
  }

  /// Ends the section that is open.
  private mutating func end(before end: Int, with nodes: inout [MarkdownNode]) {
    guard let last = sections.indices.last else { return }
    let start = min(sections[last].headingRange.upperBound, end)
    sections[last].headingRange = sections[last].headingRange.lowerBound..<start
    sections[last].bodyRange = start..<end
    sections[last].nodes += nodes
    nodes.removeAll(keepingCapacity: true)
  }

  /// Gives a footnote to the section it is written in; one above the first section belongs to none.
  private mutating func place(_ block: MarkdownNode) {
    let start = block.enclosingRange.lowerBound
    // As many footnotes as sections are looked for in them: not one by one.
    var (low, high) = (0, sections.count)
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].headingRange.lowerBound <= start { low = middle + 1 } else { high = middle }
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
