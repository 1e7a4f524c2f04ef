import Record

/// Headings that are known though they are written differently.
enum HeadingNameCheck: StructureCheck {
  static let rule = ReviewRule(
    "heading-name", .structure, .suggestion, "a heading that is not as other records have it",
    reason: "Searching for “Root cause” over all records finds it where it is called so.",
    bad: [.init(record: "# A-1: It hangs\n\n## 3. Root-Cause:\n\n`f` waits.\n")],
    good: [.init(record: "# A-1: It hangs\n\n## Root Cause\n\n`f` waits.\n")])

  static func findings(in reading: RecordReading) -> [Finding] {
    reading.record.sections.compactMap { section in
      guard let kind = section.kind, kind.heading.lowercased() != section.heading.lowercased() else {
        return nil
      }
      let range = reading.heading(of: section)
      return Finding(
        rule, range, "“\(section.heading)” is called “\(kind.heading)” in other records.",
        mend: mend(range, level: section.level, kind, in: reading.record))
    }
  }

  /// The same heading with the usual words; nil where it is more than a line, or has markup.
  private static func mend(
    _ range: Range<Int>, level: Int, _ kind: SectionKind, in record: RecordDocument
  ) -> Mend? {
    guard !record.text[range].contains(0x0A), record.text[range.lowerBound] == UInt8(ascii: "#") else {
      return nil
    }
    return Mend(
      range: range, bytes: Array("\(String(repeating: "#", count: level)) \(kind.heading)".utf8))
  }
}
