import Record
import Review
import Testing

struct AllowanceTests {
  @Test(arguments: [
    ("in the paragraph", "Fixed in #12. <!-- postmortem: allow fix-reason the pull request tells it -->"),
    ("above the block", "<!-- postmortem: allow fix-reason the pull request tells it -->\n\nFixed in #12."),
    (
      "over several lines",
      "<!-- postmortem:\n  allow fix-reason\n  the pull request tells it -->\n\nFixed in #12."
    ),
  ])
  func `an allowance with a reason covers the block it stands in or above`(place: String, body: String) {
    let findings = RecordReview().findings(in: GoodRecord.document(replacing: [.fix: body]))
    #expect(findings.map(\.rule) == ["fix-reason"])
    #expect(findings.first?.allowance == "the pull request tells it")
  }

  @Test func `above a heading it covers the section, above the first section the whole record`() {
    let mark = "<!-- postmortem: allow placeholder it is quoted -->"
    let twice = "`f` is called once, TODO.\n\n`g` is called once, TBD."
    let before = GoodRecord.document(replacing: [.symptom: "```\nx\n```\n\n\(mark)", .rootCause: twice])
    #expect(RecordReview().findings(in: before).map(\.allowance) == ["it is quoted", "it is quoted"])
    let front = GoodRecord.document(
      replacing: [.rootCause: twice], frontMatter: "\(GoodRecord.frontMatter)\n\(mark)\n\n")
    #expect(RecordReview().findings(in: front).map(\.allowance) == ["it is quoted", "it is quoted"])
  }

  @Test func `it covers nothing further on, and no other rule`() {
    let body =
      "<!-- postmortem: allow placeholder it is quoted -->\n\n`f` is a TODO.\n\n`g` is a TBD when it runs."
    let findings = RecordReview().findings(in: GoodRecord.document(replacing: [.rootCause: body]))
    #expect(findings.map(\.allowance) == ["it is quoted", nil])
  }

  @Test(arguments: [
    ("allow fix-reason", "allowance-reason"), ("allow fix-raeson because", "allowance-rule"),
    ("allow placeholder because", "allowance-unused"),
  ])
  func `one that allows nothing is itself a finding`(comment: String, rule: String) {
    let body = "Fixed in #12. <!-- postmortem: \(comment) -->"
    let findings = RecordReview().findings(in: GoodRecord.document(replacing: [.fix: body]))
    #expect(findings.filter { $0.allowance == nil }.map(\.rule) == ["fix-reason", rule])
  }

  @Test(arguments: [
    "<!-- allow fix-reason x -->", "<!-- postmortem: note -->", "`<!-- postmortem: allow a b -->`",
  ])
  func `other comments are none`(comment: String) {
    let body = "So `f` cannot run. \(comment)"
    #expect(RecordReview().findings(in: GoodRecord.document(replacing: [.fix: body])) == [])
  }
}
