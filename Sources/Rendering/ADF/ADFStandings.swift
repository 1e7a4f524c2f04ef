/// The words by which a record says how a fact is known, made to be seen at once.
enum ADFStandings {
  private static let colors: [(word: String, color: ADFStatusColor)] = [
    ("measured", .green), ("found", .blue), ("attested", .yellow),
  ]

  /// The list of a Validation: "Measured (E10): …".
  static func validation(_ list: ADFBlock) -> ADFBlock {
    mapping(list) { text in
      let word = text.prefix { $0 != " " }
      guard let color = colors.first(where: { $0.word == word.lowercased() })?.color,
        text.dropFirst(word.count).hasPrefix(" (")
      else { return nil }
      return [.status(String(word), color), .text(String(text.dropFirst(word.count)))]
    }
  }

  /// The list of an Evidence: "E1–E3, E5, found in git log: …".
  static func evidence(_ list: ADFBlock) -> ADFBlock {
    mapping(list) { text in
      let labels = text.prefix { "ELP0123456789–, ".contains($0) }
      let word = text.dropFirst(labels.count).prefix { $0 != " " }
      guard labels.hasSuffix(", "), let color = colors.first(where: { $0.word == word })?.color else {
        return nil
      }
      return [
        .text(String(labels)), .status(String(word), color),
        .text(String(text.dropFirst(labels.count + word.count))),
      ].filter { $0 != .text("") }
    }
  }

  /// A paragraph of a Summary: the sentence that says that something is attested and not measured stands in a panel.
  static func summary(_ words: [ADFInline]) -> [ADFBlock] {
    for (place, inline) in words.enumerated() {
      guard case .text(let text, let marks) = inline, marks == ADFMarks(),
        let note = attestedNote(in: text)
      else { continue }
      let before = words[..<place] + pieces(text[..<note.lowerBound])
      let after = pieces(text[note.upperBound...]) + words[(place + 1)...]
      return paragraph(before) + [.panel(.warning, [.paragraph([.text(String(text[note]))])])]
        + paragraph(after)
    }
    return [.paragraph(words)]
  }

  /// As the templates of the record write it.
  private static func attestedNote(in text: String) -> Range<String.Index>? {
    for begin in ["Repro and validation are attested", "The repro is attested", "The validation is attested"]
    {
      guard let start = text.firstRange(of: begin)?.lowerBound,
        let end = text[start...].firstRange(of: ", not measured.")?.upperBound
      else { continue }
      return start..<end
    }
    return nil
  }

  private static func pieces(_ text: Substring) -> [ADFInline] {
    text.allSatisfy { $0 == " " } ? [] : [.text(String(text))]
  }

  private static func paragraph(_ words: some Collection<ADFInline>) -> [ADFBlock] {
    words.isEmpty ? [] : [.paragraph(Array(words))]
  }

  /// The list, the first plain text of each of its items changed where `change` gives something for it.
  private static func mapping(_ list: ADFBlock, _ change: (String) -> [ADFInline]?) -> ADFBlock {
    guard case .bulletList(var items) = list else { return list }
    for place in items.indices {
      guard case .paragraph(let words, _)? = items[place].blocks.first,
        case .text(let text, let marks)? = words.first, marks == ADFMarks(), let changed = change(text)
      else { continue }
      items[place].blocks[0] = .paragraph(changed + words.dropFirst())
    }
    return .bulletList(items)
  }
}
