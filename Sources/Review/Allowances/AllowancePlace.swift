import Markdown
public import Record

/// Where a comment goes that allows a finding, and what it then covers.
///
/// The reason is left out: without one nothing is allowed, and the review asks for it where the comment stands.
public struct AllowancePlace {
  /// Where it goes: the beginning of a line.
  public let offset: Int

  /// What is put there.
  public let bytes: [UInt8]

  /// What it covers, for people.
  public let scope: String

  /// nil where nothing can allow the finding.
  public init?(for finding: Finding, _ catalogue: RuleCatalogue, in record: RecordDocument) {
    guard catalogue.rule(finding.rule)?.family != .allowance else { return nil }
    let text = record.text
    let comment = "<!-- postmortem: allow \(finding.rule) -->"
    let ending = text.contains(0x0D) ? "\r\n" : "\n"
    let blocks = record.markdown.root.children.filter { !$0.isFootnote }
    guard let first = blocks.first else { return nil }
    let place = finding.range.lowerBound
    if place < record.preamble.upperBound {
      // Above the first section it covers the whole record: below the title it stands best.
      let title = record.title?.range.upperBound ?? first.enclosingRange.lowerBound
      offset = SourceStart.ofLine(at: title, in: text)
      bytes = Array("\(ending)\(comment)\(ending)".utf8)
      scope = "the whole record"
      return
    }
    guard let block = blocks.last(where: { $0.enclosingRange.lowerBound <= place }) else {
      return nil
    }
    offset = SourceStart.ofLine(at: block.enclosingRange.lowerBound, in: text)
    bytes = Array("\(comment)\(ending)".utf8)
    guard record.sections.first?.headingRange.contains(place) != true else {
      scope = "the whole record"
      return
    }
    scope = record.sections.contains { $0.headingRange.contains(place) } ? "this section" : "this block"
  }
}

private enum SourceStart {
  /// Where the line begins that holds an offset.
  static func ofLine(at offset: Int, in text: [UInt8]) -> Int {
    text[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
  }
}
