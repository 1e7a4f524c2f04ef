import Record

/// Headings without anything below them.
enum EmptySectionCheck: StructureCheck {
  static let rule = ReviewRule(
    "empty-section", .structure, .error, "a heading with nothing below it",
    reason: "An empty heading promises an answer. A section that has no facts is left out.",
    bad: [.init(.symptom, ""), .init(.fix, "<!-- later -->")],
    good: [.init(.symptom, "    wait for event 3")])

  static func findings(in reading: RecordReading) -> [Finding] {
    reading.record.sections.filter { $0.content.isEmpty }.map { section in
      let isMandatory = section.kind?.isMandatory == true
      // Only where nothing is lost, comments included.
      let canGo = !isMandatory && section.nodes.isEmpty && section.kind != nil
      return Finding(
        rule, reading.heading(of: section),
        "The section “\(section.heading)” is empty: "
          + (isMandatory ? "write it." : "write it, or take it out."),
        mend: canGo ? Mend(range: section.range, bytes: []) : nil)
    }
  }
}
