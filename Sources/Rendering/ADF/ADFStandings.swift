/// The words by which a record says how a fact is known, made to be seen at once.
enum ADFStandings {
  /// The list of a Validation: "Measured (E10): …".
  static func validation(_ list: ADFBlock) -> ADFBlock {
    mapping(list) { lozenge(Standing.inValidation($0), in: $0) }
  }

  /// The list of an Evidence: "E1–E3, E5, found in git log: …".
  static func evidence(_ list: ADFBlock) -> ADFBlock {
    mapping(list) { lozenge(Standing.inEvidence($0), in: $0) }
  }

  private static func lozenge(_ place: Standing.Place?, in text: String) -> [ADFInline]? {
    guard let place else { return nil }
    return [
      .text(String(text[..<place.range.lowerBound])),
      .status(String(text[place.range]), color(of: place.standing)),
      .text(String(text[place.range.upperBound...])),
    ].filter { $0 != .text("") }
  }

  private static func color(of standing: Standing) -> ADFStatusColor {
    switch standing {
    case .measured: .green
    case .found: .blue
    case .attested: .yellow
    }
  }

  /// A paragraph of a Summary: the sentence that says that something is attested and not measured stands in a panel.
  static func summary(_ words: [ADFInline]) -> [ADFBlock] {
    for (place, inline) in words.enumerated() {
      guard case .text(let text, let marks) = inline, marks == ADFMarks(),
        let note = Standing.attestedNote(in: text)
      else { continue }
      let before = words[..<place] + pieces(text[..<note.lowerBound])
      let after = pieces(text[note.upperBound...]) + words[(place + 1)...]
      return paragraph(before) + [.panel(.warning, [.paragraph([.text(String(text[note]))])])]
        + paragraph(after)
    }
    return [.paragraph(words)]
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
