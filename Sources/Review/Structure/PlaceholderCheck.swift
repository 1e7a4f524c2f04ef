import Markdown
import Record

/// Words that say that something is still to be written.
enum PlaceholderCheck: StructureCheck {
  static let rule = ReviewRule(
    "placeholder", .structure, .error, "a word that holds the place of a text",
    reason: "A record is finished when it is signed. What is not known is left out, or said to be unknown.",
    bad: [
      .init(.rootCause, "`copy_file` closes the descriptor twice. TODO: which commit?"),
      .init(.validation, "`make check` passes. Other platforms: TBD."),
    ],
    good: [
      .init(
        .rootCause, "The line `// TODO: close` in `copy_file` had been there since 2019, so nobody closed it."
      ),
      .init(.actionItems, "- Remove the TODO from `copy_file`. (Ann Bell; A-2)"),
    ])

  private static let words = ["TODO", "TBD", "FIXME", "XXX", "TKTK"].map { Array($0.utf8) }

  static func findings(in reading: RecordReading) -> [Finding] {
    // Looking through every text costs time, and hardly any record has one.
    let words = words.filter { reading.record.text.place(of: $0) != nil }
    guard !words.isEmpty else { return [] }
    return reading.record.sections.flatMap { section in
      // What is to be done may be to remove one.
      section.kind == .evidence || section.kind == .actionItems
        ? [] : section.content.flatMap { findings(of: words, in: $0, of: reading.record) }
    }
  }

  /// What is found in the texts of a block that are prose.
  private static func findings(
    of words: [[UInt8]], in block: MarkdownNode, of record: RecordDocument
  ) -> [Finding] {
    var found: [Finding] = []
    var index = block.index
    while index < block.end {
      let node = record.markdown.node(at: index)
      switch node.kind {
      case .blockQuote, .codeBlock, .htmlBlock: index = node.end
      case .text:
        if let finding = finding(of: words, in: node, of: record.text) { found.append(finding) }
        index += 1
      default: index += 1
      }
    }
    return found
  }

  private static func finding(of words: [[UInt8]], in node: MarkdownNode, of text: [UInt8]) -> Finding? {
    let literal = node.literalBytes
    guard let word = words.first(where: { literal.placeOfWord($0) != nil }),
      let range = node.range, let place = text[range].placeOfWord(word)
    else { return nil }
    return Finding(
      rule, place..<place + word.count,
      "“\(String(decoding: word, as: UTF8.self))” is in the place of a text: write it, or leave it out.")
  }
}
