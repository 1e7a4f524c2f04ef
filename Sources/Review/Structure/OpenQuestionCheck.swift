import Markdown
import Record
import Tone

/// A question where the record is to state something.
enum OpenQuestionCheck: StructureCheck {
  static let rule = ReviewRule(
    "open-question", .structure, .warning, "a question that is left open about cause, fix or validation",
    reason: """
      A record states, or says that something is unknown. A question mark leaves the reader to find out which of both it is. \
      Found are question marks in parentheses, and a question with which a section ends, unless it says what nobody knows or \
      has tested.
      """,
    bad: [
      .init(.rootCause, "`copy_file` unlinks the name twice (?) when `link_count > 1`."),
      .init(.rootCause, "`copy_file` unlinks the name when `link_count > 1`. Is the lock held there?"),
    ],
    good: [
      .init(
        .rootCause, "Why twice? `copy_file` unlinks the name, and so does its caller when `link_count > 1`."),
      .init(
        .rootCause,
        "`copy_file` unlinks the name when `link_count > 1`. Whether the lock is held there is unknown."),
    ])

  private static let sections: Set<SectionKind?> = [
    .summary, .rootCause, .whyItProducedTheSymptom, .fix, .validation,
  ]

  /// Words of a sentence that says what nobody knows or has tried.
  private static let limits = WordList([
    "not", "untested", "unknown", "unclear", "open", "nobody", "never", "unverified", "remains", "rejected",
    "asked", "isn't", "wasn't", "weren't", "aren't", "didn't", "don't", "doesn't", "hasn't", "haven't",
    "couldn't",
    "cannot",
  ])

  static func findings(in reading: RecordReading) -> [Finding] {
    // Looking through all prose costs time, and hardly any record has one.
    let text = reading.record.text
    guard
      reading.record.sections.contains(where: { section in
        sections.contains(section.kind) && text[section.range].place(of: "?".utf8) != nil
      })
    else { return [] }
    let blocks = ProseBlock.all(in: reading.record) { sections.contains($0) }
    // A log or a quotation behind a question may answer it.
    let ends = RangeCover(reading.record.sections.compactMap { $0.content.last?.enclosingRange })
    return blocks.enumerated().flatMap { place, block -> [Finding] in
      if case .heading = block.shape { return [] }
      let isLast = place + 1 == blocks.count || blocks[place + 1].section != block.section
      let open =
        isLast ? openEnd(of: block).filter { ends.overlaps($0.range) } : []
      return marks(in: block) + open
    }
  }

  /// Question marks in parentheses behind what is not known for sure.
  private static func marks(in block: ProseBlock) -> [Finding] {
    let bytes = block.bytes
    let ranges = bytes.indices.filter { bytes[$0] == UInt8(ascii: "(") }.compactMap { start -> Range<Int>? in
      let end = bytes[(start + 1)...].firstIndex { $0 != UInt8(ascii: "?") } ?? bytes.count
      return end > start + 1 && end < bytes.count && bytes[end] == UInt8(ascii: ")") ? start..<end + 1 : nil
    }
    return block.sources(of: ranges).map {
      Finding(rule, $0, "This leaves open whether it is so: state it, or say that it is unknown.")
    }
  }

  /// The question with which a section ends.
  private static func openEnd(of block: ProseBlock) -> [Finding] {
    guard let range = block.sentences.last,
      block.bytes[range].last(where: { !" )*_".utf8.contains($0) }) == UInt8(ascii: "?"),
      !block.bytes[range].suffix(3).elementsEqual("(?)".utf8),
      limits.first(in: Array(block.bytes[range])) == nil
    else { return [] }
    return block.sources(of: [range]).map {
      Finding(rule, $0, "The section ends with a question: answer it, or say that the answer is unknown.")
    }
  }
}
