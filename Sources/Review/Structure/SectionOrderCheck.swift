import Markdown
import Record

/// The order of the sections.
enum SectionOrderCheck: StructureCheck {
  static let rule = ReviewRule(
    "section-order", .structure, .error, "a section that stands behind one that comes later",
    reason: """
      Who knows one record knows where to look in all of them: what broke, what was seen, why, what mended it, how it \
      was found, why it slipped through, what shows that it holds, what is left to do.
      """,
    bad: [
      .init(
        record:
          "# A-1: It hangs\n\n## Summary\n\nIt hangs.\n\n## Fix\n\nIt is gone.\n\n## Root cause\n\n`f` waits.\n"
      )
    ],
    good: [
      .init(
        record:
          "# A-1: It hangs\n\n## Summary\n\nIt hangs.\n\n## Root cause\n\n`f` waits.\n\n## Fix\n\nIt is gone.\n"
      )
    ])

  static func findings(in reading: RecordReading) -> [Finding] {
    let known = reading.record.sections.compactMap { section in section.kind.map { (section, kind: $0) } }
    let kept = Self.kept(known.map(\.kind))
    var isKept = known.map { _ in false }
    for index in kept { isKept[index] = true }
    var upcoming = 0
    return known.indices.filter { !isKept[$0] }.enumerated().map { place, index in
      let (section, kind) = known[index]
      // Those that are kept are in order: of the ones before, the last is the latest, of the others the first the earliest.
      while upcoming < kept.count, kept[upcoming] < index { upcoming += 1 }
      let before = kept[..<upcoming].last.flatMap { known[$0].kind > kind ? $0 : nil }
      let after = kept[upcoming...].first.flatMap { known[$0].kind < kind ? $0 : nil }
      let words =
        before.map { "stands behind “\(known[$0].kind.heading)”: it belongs before it" }
        ?? after.map { "stands before “\(known[$0].kind.heading)”: it belongs behind it" }
        ?? "stands in the wrong place"
      return Finding(
        rule, reading.heading(of: section), "“\(kind.heading)” \(words).",
        // One mend puts all of them in order.
        mend: place == 0 ? mend(of: reading.record) : nil,
        related: (before ?? after).map {
          RelatedPlace(
            range: reading.heading(of: known[$0].0), message: "It belongs on the other side of this.")
        })
    }
  }

  /// The places of a longest sequence that is in order: all others would have to leave.
  private static func kept(_ kinds: [SectionKind]) -> [Int] {
    var chains: [(length: Int, previous: Int?)] = []
    // For each kind the first end of the longest sequences that end with it.
    var ends: [SectionKind: Int] = [:]
    for (place, kind) in kinds.enumerated() {
      var previous: Int?
      for (_, end) in ends where kinds[end] <= kind {
        guard let best = previous else {
          previous = end
          continue
        }
        let (length, bestLength) = (chains[end].length, chains[best].length)
        if length > bestLength || length == bestLength && end < best { previous = end }
      }
      let length = (previous.map { chains[$0].length } ?? 0) + 1
      chains.append((length, previous))
      if ends[kind].map({ chains[$0].length < length }) ?? true { ends[kind] = place }
    }
    var kept: [Int] = []
    var next = chains.indices.max { chains[$0].length < chains[$1].length }
    while let place = next {
      kept.append(place)
      next = chains[place].previous
    }
    return kept.reversed()
  }

  /// All sections in order, each with what the author put behind it; nil where one of them would merge with another.
  private static func mend(of record: RecordDocument) -> Mend? {
    var groups: [(kind: SectionKind, range: Range<Int>)] = []
    guard let first = record.sections.first, first.kind != nil else { return nil }
    for section in record.sections {
      if let kind = section.kind {
        groups.append((kind, section.range))
      } else {
        groups[groups.count - 1].range = groups[groups.count - 1].range.lowerBound..<section.range.upperBound
      }
    }
    let ordered = groups.enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }
    var bytes: [UInt8] = []
    for (_, group) in ordered {
      // What ended the text now stands before another section, which a blank line keeps apart.
      while !bytes.isEmpty, !bytes.suffix(2).allSatisfy({ $0 == 0x0A }) { bytes.append(0x0A) }
      bytes += record.text[group.range]
    }
    while bytes.suffix(2).allSatisfy({ $0 == 0x0A }), bytes.count > 2 { bytes.removeLast() }
    let range = first.range.lowerBound..<record.text.count
    if staysApart(record) { return Mend(range: range, bytes: bytes) }
    var text = record.text
    text.replaceSubrange(range, with: bytes)
    let kinds = RecordDocument(text).sections.compactMap(\.kind)
    return kinds == ordered.map(\.element.kind) ? Mend(range: range, bytes: bytes) : nil
  }

  /// Whether sections plainly begin wherever they stand, so that the text need not be read again to see it.
  ///
  /// A heading of one line at the margin ends all that is open but code and HTML of the first level. Of these there is
  /// none before a heading that was one; behind the last section there may be.
  private static func staysApart(_ record: RecordDocument) -> Bool {
    let isPlain = { (section: RecordSection) in
      let rest = record.text[section.headingRange].drop { $0 == UInt8(ascii: "#") }
      let signs = rest.startIndex - section.headingRange.lowerBound
      return signs == section.level && rest.first.map { $0 == 0x20 || (0x09...0x0D).contains($0) } != false
    }
    guard record.sections.allSatisfy(isPlain) else { return false }
    guard let last = record.sections.last?.nodes.last(where: { !$0.isFootnote }) else { return true }
    switch last.kind {
    case .codeBlock, .htmlBlock: return false
    default: return true
    }
  }
}
