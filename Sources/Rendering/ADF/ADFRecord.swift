import Record

/// A record as a text to be rendered: what it has beside any Markdown.
///
/// Its front matter and its evidence are folded away, and so is long code; standings are lozenges; what rests on
/// somebody's word alone says so in a panel. All its text stays in order.
struct ADFRecord {
  /// Code of more lines than these is folded away.
  static let longestCode = 20

  /// What its evidence is folded away behind.
  static let evidenceTitle = "Evidence"

  private let record: RecordDocument
  private let frontMatter: FrontMatter

  /// Where its Markdown begins.
  var start: Int { frontMatter.range.upperBound }

  /// The record in `text`; nil where there is no front matter, or a section is missing that every record has.
  init?(_ text: [UInt8]) {
    guard let frontMatter = FrontMatter(of: text) else { return nil }
    record = RecordDocument(text)
    guard record.missingSections.isEmpty else { return nil }
    self.frontMatter = frontMatter
  }

  /// What is folded away, and what stands apart.
  var changes: [ADFChange] {
    var changes = [ADFChange(rule: .frontMatter, offset: frontMatter.range.lowerBound)]
    for section in record.sections where section.kind == .evidence && !section.nodes.isEmpty {
      changes.append(ADFChange(rule: .evidence, offset: section.headingRange.lowerBound))
    }
    return changes
  }

  /// The document with what only a record has.
  func dressed(_ document: ADFDocument, _ options: RenderingOptions) -> ADFDocument {
    let references = ADFReferences(key: key, options)
    var blocks: [ADFBlock] = []
    var evidence: [ADFBlock] = []
    var section: SectionKind?
    func fold() {
      if !evidence.isEmpty { blocks.append(.expand(title: Self.evidenceTitle, evidence)) }
      evidence = []
    }
    for block in document.blocks.map(references.linked) {
      if case .heading(let level, let words) = block, level <= 2 {
        fold()
        section = SectionKind(heading: words.map(\.text).joined())
        blocks.append(block)
      } else if section == .evidence {
        evidence.append(ADFStandings.evidence(block))
      } else {
        blocks += Self.dressed(block, in: section)
      }
    }
    fold()
    return ADFDocument(blocks: [folded] + blocks)
  }

  private static func dressed(_ block: ADFBlock, in section: SectionKind?) -> [ADFBlock] {
    switch (block, section) {
    case (.codeBlock(_, let code), _):
      let lines = code.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).count
      return lines > longestCode ? [.expand(title: "\(lines) lines", [block])] : [block]
    case (.bulletList, .validation?): return [ADFStandings.validation(block)]
    case (.paragraph(let words, _), .summary?): return ADFStandings.summary(words)
    default: return [block]
    }
  }

  /// The front matter.
  private var folded: ADFBlock {
    var content = record.text[frontMatter.content]
    if content.last == 0x0A { content.removeLast() }
    return .expand(
      title: "Front matter", [.codeBlock(language: "yaml", Printable.text(content, isProse: false).text)])
  }

  /// The key that the front matter names; empty where it names none.
  private var key: String {
    for line in record.text[frontMatter.content].split(separator: 0x0A) where line.starts(with: "key:".utf8) {
      return String(
        decoding: line.dropFirst(4).filter { !ASCII.isSpace($0) && !"\"'".utf8.contains($0) }, as: UTF8.self)
    }
    return ""
  }
}
