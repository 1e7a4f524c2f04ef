import Record
import Review
import Testing

/// Sections: there, in order, once, and not empty.
struct SectionTests {
  @Test(arguments: SectionKind.allCases.filter(\.isMandatory))
  func `a mandatory section that is missing is an error`(kind: SectionKind) {
    let findings = RecordReview().findings(in: GoodRecord.document(replacing: [kind: nil]))
    #expect(findings.map(\.rule) == ["missing-section"])
    #expect(findings.first?.message.contains("“\(kind.heading)”") == true)
  }

  @Test(arguments: SectionKind.allCases.filter { !$0.isMandatory })
  func `the others may be left out`(kind: SectionKind) {
    #expect(RecordReview().findings(in: GoodRecord.document(replacing: [kind: nil])) == [])
  }

  @Test(arguments: [
    ("Symptom, Summary", 1), ("Summary, Fix, Symptom, Root cause", 1),
    ("Root cause, Fix, Validation, Summary", 1),
    ("Summary, Symptom, Fix", 0), ("Validation, Fix, Root cause", 2), ("Summary, Fix, Fix", 0),
  ])
  func `as few sections as possible are said to be in the wrong place`(order: String, count: Int) {
    let text =
      "---\nkey: A-1\n---\n# A-1: It\n\n"
      + order.split(separator: ", ").map { "## \($0)\n\nText.\n" }.joined(separator: "\n")
    let findings = RecordReview().findings(in: RecordDocument(Array(text.utf8))).filter {
      $0.rule == "section-order"
    }
    #expect(findings.count == count)
    #expect(findings.compactMap(\.mend).count == min(count, 1))
  }

  @Test func `putting sections in order keeps every word of each`() throws {
    let text = "# A-1\n\n## Fix\n\nIt is gone.\n\n## Notes\n\nBelong to the fix.\n\n## Summary\n\nIt hangs.\n"
    let record = RecordDocument(Array(text.utf8))
    let findings = RecordReview().findings(in: record)
    let mend = try #require(findings.first { $0.rule == "section-order" }?.mend)
    var bytes = record.text
    bytes.replaceSubrange(mend.range, with: mend.bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "# A-1\n\n## Summary\n\nIt hangs.\n\n## Fix\n\nIt is gone.\n\n## Notes\n\nBelong to the fix.\n")
  }
}
