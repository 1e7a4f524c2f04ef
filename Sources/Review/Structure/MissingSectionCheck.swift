import Record

/// The four sections that every record has.
enum MissingSectionCheck: StructureCheck {
  static let rule = ReviewRule(
    "missing-section", .structure, .error, "a mandatory section that is not there",
    reason: """
      Summary, root cause, fix and validation are what a reader comes for. A record without one of them tells of a \
      hypothesis, or of a fix that nobody has seen working.
      """,
    bad: [
      .init(
        record:
          "# A-1: It hangs\n\n## Summary\n\nIt hangs.\n\n## Root cause\n\n`f` waits.\n\n## Fix\n\nIt does not.\n"
      )
    ],
    good: [
      .init(
        record: """
          # A-1: It hangs

          ## Summary

          It hangs.

          ## Root cause

          `f` waits.

          ## Fix

          It does not.

          ## Validation

          `make check` ends.

          """)
    ])

  static func findings(in reading: RecordReading) -> [Finding] {
    reading.record.missingSections.map { kind in
      Finding(
        rule, reading.place,
        "There is no section “\(kind.heading)”, which every record has: write it, or let `postmortem draft` write it "
          + "from the facts of the case.")
    }
  }
}
