import Record

/// Sections that no other record has.
enum UnknownSectionCheck: StructureCheck {
  static let rule = ReviewRule(
    "unknown-section", .structure, .suggestion, "a section of no known kind",
    reason: """
      What stands under a heading of its own is found by nobody who knows other records. Mostly it belongs into one of \
      the nine sections, under a heading of level 3 where it is long.
      """,
    bad: [.init(record: "# A-1: It hangs\n\n## Summary\n\nIt hangs.\n\n## Musings\n\nWell.\n")],
    good: [.init(record: "# A-1: It hangs\n\n## Summary\n\nIt hangs.\n\n### Musings\n\nWell.\n")])

  static func findings(in reading: RecordReading) -> [Finding] {
    reading.record.sections.filter { $0.kind == nil }.map { section in
      Finding(
        rule, reading.heading(of: section),
        "“\(section.heading)” is none of the sections that records have: put it below one of them (`### …`).")
    }
  }
}
