import Markdown
import Record

/// A record as a text to be rendered: what it has beside any Markdown.
///
/// Its front matter and its evidence are folded away, and so is long code; standings are lozenges; what rests on
/// somebody's word alone says so in a panel. All its text stays in order.
struct ADFRecord {
  /// What its evidence is folded away behind.
  static let evidenceTitle = "Evidence"

  /// What its front matter is folded away behind.
  static let frontMatterTitle = "Front matter"

  private let source: RecordSource

  /// Where its Markdown begins.
  var start: Int { source.start }

  /// Its Markdown as it was read already, where it is the same without footnotes: no call of any is written in it.
  var markdownWithoutFootnotes: MarkdownDocument? {
    source.document.markdown.mayHaveFootnotes ? nil : source.document.markdown
  }

  /// The record in `text`; nil where it is none.
  init?(_ text: [UInt8]) {
    guard let source = RecordSource(text) else { return nil }
    self.source = source
  }

  /// What is folded away, and what stands apart.
  var changes: [ADFChange] {
    [ADFChange(rule: .frontMatter, offset: source.frontMatter.range.lowerBound)]
      + source.evidence.map { ADFChange(rule: .evidence, offset: $0.headingRange.lowerBound) }
      + source.document.sections.filter { $0.kind != .evidence }.flatMap { section in
        section.nodes.filter(Self.isLongCode).map { ADFChange(rule: .longCode, node: $0) }
      }
  }

  private static func isLongCode(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .codeBlock: node.literalBytes.dropLast().count { $0 == 0x0A } >= RecordSource.longestCode
    default: false
    }
  }

  /// The document with what only a record has.
  func dressed(_ document: ADFDocument, _ options: RenderingOptions) -> ADFDocument {
    let references = ADFReferences(RecordReferences(key: source.key, options))
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
      return lines > RecordSource.longestCode ? [.expand(title: "\(lines) lines", [block])] : [block]
    case (.bulletList, .validation?): return [ADFStandings.validation(block)]
    case (.paragraph(let words, _), .summary?): return ADFStandings.summary(words)
    default: return [block]
    }
  }

  /// The front matter.
  private var folded: ADFBlock {
    var content = source.frontMatterContent
    if content.last == 0x0A { content.removeLast() }
    return .expand(
      title: Self.frontMatterTitle,
      [.codeBlock(language: "yaml", Printable.text(content, isProse: false).text)])
  }
}
