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
    reading.record.sections.flatMap { section in
      // What is to be done may be to remove one.
      section.kind == .evidence || section.kind == .actionItems
        ? [] : section.content.flatMap { Self.findings(in: $0, of: reading.record.text) }
    }
  }

  private static func findings(in block: MarkdownNode, of text: [UInt8]) -> [Finding] {
    block.proseTexts.compactMap { node in
      guard let word = words.first(where: { node.literalBytes.placeOfWord($0) != nil }),
        let range = node.range, let place = text[range].placeOfWord(word)
      else { return nil }
      return Finding(
        rule, place..<place + word.count,
        "“\(String(decoding: word, as: UTF8.self))” is in the place of a text: write it, or leave it out.")
    }
  }
}

extension MarkdownNode {
  /// The texts below it that are prose.
  fileprivate var proseTexts: [MarkdownNode] {
    switch kind {
    case .blockQuote, .codeBlock, .htmlBlock: []
    case .text: [self]
    default: children.flatMap(\.proseTexts)
    }
  }
}
