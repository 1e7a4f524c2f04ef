import Record
import Testing

@Suite struct SectionKindTests {
  @Test func `sections have the order of a record`() {
    #expect(SectionKind.allCases.sorted() == SectionKind.allCases)
    #expect(
      SectionKind.allCases.map(\.heading) == [
        "Summary", "Symptom", "Root cause", "Why it produced the symptom", "Fix", "How it was found",
        "Why it slipped through", "Validation", "Action items", "Evidence",
      ])
  }

  @Test func `four sections are mandatory`() {
    #expect(SectionKind.allCases.filter(\.isMandatory) == [.summary, .rootCause, .fix, .validation])
  }

  @Test(arguments: SectionKind.allCases) func `every section knows its own heading`(_ kind: SectionKind) {
    #expect(SectionKind(heading: kind.heading) == kind)
    #expect(SectionKind(heading: kind.heading.uppercased() + " :") == kind)
  }

  @Test(
    arguments: [
      ("Root Cause", SectionKind.rootCause), ("root-cause:", .rootCause), ("3. Root cause", .rootCause),
      ("3) ROOT CAUSE", .rootCause), ("§ 3 — Root cause", .rootCause), ("🔥 Root cause", .rootCause),
      ("Root cause (the mechanism)", .rootCause), ("  Root   cause  ", .rootCause), ("Rootcause", .rootCause),
      ("Sympton", .symptom), ("Symptoms", .symptom), ("Sypmtom", .symptom), ("Sumary", .summary),
      ("Fix:", .fix), ("The fix", .fix), ("3. The Root cause", .rootCause),
      ("Action item", .actionItems), ("Action Items", .actionItems), ("Validaton", .validation),
      ("How it was fuond", .howItWasFound), ("Why it sliped trough", .whyItSlippedThrough),
      ("Why it produced the symptoms", .whyItProducedTheSymptom), ("Evidences", .evidence),
    ] as [(String, SectionKind?)])
  func `knows a heading written by hand`(_ heading: String, _ kind: SectionKind?) {
    #expect(SectionKind(heading: heading) == kind)
  }

  @Test(arguments: [
    "", "   ", "3.", "Fox", "Fixes and more", "Mix", "Notes", "Invalidation", "Summary of the fix", "Cause",
    "The", "The fox",
    "日本",
    "Actions taken", "Roots", String(repeating: "Summary", count: 10_000),
  ])
  func `takes no other heading for a section`(_ heading: String) {
    #expect(SectionKind(heading: heading) == nil)
  }
}
