import Record

/// Sections that are there twice.
enum RepeatedSectionCheck: StructureCheck {
  static let rule = ReviewRule(
    "repeated-section", .structure, .error, "a section that is there twice",
    reason: "Readers and programs take the first one; what the second one says is lost to them.",
    bad: [
      .init(record: "# A-1: It hangs\n\n## Fix\n\nIt is gone.\n\n## Validation\n\nYes.\n\n## Fix\n\nAgain.\n")
    ],
    good: [
      .init(
        record: "# A-1: It hangs\n\n## Fix\n\nIt is gone.\n\n### Again\n\nIt is.\n\n## Validation\n\nYes.\n")
    ])

  static func findings(in reading: RecordReading) -> [Finding] {
    var seen: [SectionKind: RecordSection] = [:]
    return reading.record.sections.compactMap { section in
      guard let kind = section.kind else { return nil }
      guard let first = seen[kind] else {
        seen[kind] = section
        return nil
      }
      return Finding(
        rule, reading.heading(of: section),
        "There is a section “\(kind.heading)” already: make one of both, or name this one differently.",
        related: RelatedPlace(range: reading.heading(of: first), message: "The first one."))
    }
  }
}
