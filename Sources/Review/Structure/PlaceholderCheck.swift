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
    // Looking through every block costs time, and in hardly any of them one stands.
    let places = words.flatMap { Self.places(of: $0, in: reading.record.text) }.sorted()
    guard !places.isEmpty else { return [] }
    return reading.record.sections.flatMap { section -> [Finding] in
      // What is to be done may be to remove one.
      if section.kind == .evidence || section.kind == .actionItems { return [] }
      return section.content.flatMap { block -> [Finding] in
        let range = block.enclosingRange
        let first = places.partitioningIndex { $0 >= range.lowerBound }
        guard first < places.count, places[first] < range.upperBound else { return [] }
        return findings(of: words, in: block, of: reading.record)
      }
    }
  }

  private static func places(of word: [UInt8], in text: [UInt8]) -> [Int] {
    var places: [Int] = []
    var start = 0
    while let place = text[start...].placeOfWord(word) {
      places.append(place)
      start = place + word.count
    }
    return places
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
