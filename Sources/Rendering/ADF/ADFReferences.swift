/// Tickets and pull requests that a record names, made links where the project's settings say where they are.
///
/// Code and links stay as they are.
struct ADFReferences {
  private let references: RecordReferences

  init(_ references: RecordReferences) {
    self.references = references
  }

  /// The block with the references in its words as links.
  func linked(_ block: ADFBlock) -> ADFBlock {
    guard !references.areNone else { return block }
    return block.mappingProse { $0.flatMap(linked) }
  }

  private func linked(_ inline: ADFInline) -> [ADFInline] {
    guard case .text(let text, let marks) = inline, marks.link == nil, !marks.styles.contains(.code) else {
      return [inline]
    }
    let bytes = Array(text.utf8)
    var result: [ADFInline] = []
    var plain = 0
    func add(_ range: Range<Int>, _ marks: ADFMarks) {
      if !range.isEmpty { result.append(.text(String(decoding: bytes[range], as: UTF8.self), marks)) }
    }
    for reference in references.found(in: bytes) {
      add(plain..<reference.range.lowerBound, marks)
      add(
        reference.range,
        ADFMarks(styles: marks.styles, link: ADFLink(href: reference.url, title: "")))
      plain = reference.range.upperBound
    }
    add(plain..<bytes.count, marks)
    return result
  }
}
