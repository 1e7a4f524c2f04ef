@testable import Casework
import Record
import Testing

@Suite struct OriginEvidenceTests {
  /// The facts of a fix whose origin history has something to say of.
  private func facts(
    _ verdict: String, _ sentence: String, commit: String?, reasons: [String],
    slipped: [OriginSummary.Circumstance] = []
  ) -> RecordFacts {
    var facts = RecordDraftTests.facts
    facts.facts.cause.introducedBy = ""
    let summary = OriginSummary(
      verdict: verdict, sentence: sentence, fix: RecordDraftTests.fix, commit: commit, subject: "Skip events",
      probability: 0.75, reasons: reasons, slipped: slipped,
      digest: String(repeating: "cd", count: 32))
    facts.evidence.append(Evidence(number: 2, at: "2026-07-10T09:00:00Z", fact: .origin(summary)))
    return facts
  }

  private static let commit = "0108ac5982d9cde77a4ef1c8eb45e84abd3933d9"
  private static let sentence =
    "Most likely 0108ac5982, with a probability of 75 %, judged from history alone."

  @Test func `what is likely is brought up for a person to confirm, with the commit as the value`() throws {
    let facts = facts("most-likely", Self.sentence, commit: Self.commit, reasons: ["last touched the line"])
    let wish = try #require(facts.wishes.first { $0.field == "cause.introduced_by" })
    #expect(wish.suggestion == Self.commit)
    #expect(wish.question.hasSuffix(Self.sentence))
    let remark = try #require(facts.remarks.first)
    #expect(remark.message.hasSuffix(Self.sentence))
    #expect(remark.remedy.hasSuffix("postmortem set RILL-142 cause.introduced_by=0108ac5982"))
  }

  @Test func `the record does not say that the bug began there, and lists the entry as a judgement`() throws {
    let facts = facts("most-likely", Self.sentence, commit: Self.commit, reasons: ["last touched the line"])
    let writer = try RecordWriter(facts, templates: SectionTemplates(), over: nil, memory: .init())
    let text = String(decoding: writer.text, as: UTF8.self)
    #expect(!text.contains("It began with"))
    #expect(
      text.contains(
        "E2, judged from the history before the fix, 2026-07-10T09:00:00Z: \(Self.sentence) It last touched the line."
      ))
    #expect(text.contains("1 measured, 1 found, 0 attested"))
  }

  @Test func `what the fix's message names is not called a judgement`() throws {
    let facts = facts("named", "It is named.", commit: Self.commit, reasons: [])
    let writer = try RecordWriter(facts, templates: SectionTemplates(), over: nil, memory: .init())
    let text = String(decoding: writer.text, as: UTF8.self)
    #expect(text.contains("E2, named in the fix's message, 2026-07-10T09:00:00Z: It is named."))
  }

  @Test func `what is not determined, and what a person has said already, brings nothing up`() throws {
    let open = facts("not-determined", "Not determined.", commit: nil, reasons: [])
    #expect(open.remarks.isEmpty)
    #expect(open.wishes.first { $0.field == "cause.introduced_by" }?.suggestion == nil)
    var said = facts("most-likely", Self.sentence, commit: Self.commit, reasons: [])
    said.facts.cause.introducedBy = "2f4c399"
    #expect(said.remarks.isEmpty)
    #expect(!said.wishes.map(\.field).contains("cause.introduced_by"))
  }

  @Test(arguments: [
    ([Case.Slipped.Category](), String?.none), ([.latentCode], "latent-code"), ([.ciGap, .ciGap], "ci-gap"),
    ([.ciGap, .latentCode], nil),
  ])
  func `the one kind of gap that the facts speak for is suggested, and the facts are told`(
    kinds: [Case.Slipped.Category], suggestion: String?
  ) throws {
    let said =
      kinds.map { OriginSummary.Circumstance(sentence: "It is so.", suggests: $0) }
      + [.init(sentence: "It changes no test.", suggests: nil)]
    var facts = facts("most-likely", Self.sentence, commit: Self.commit, reasons: [], slipped: said)
    facts.facts.slipped.category = nil
    let wish = try #require(facts.wishes.first { $0.field == "slipped.category" })
    #expect(wish.suggestion == suggestion)
    for kind in kinds { #expect(wish.question.contains("It is so. (\(kind.rawValue))")) }
    #expect(wish.question.hasSuffix(" It changes no test."))
    facts.facts.slipped.category = .noGoodReason
    #expect(!facts.wishes.map(\.field).contains("slipped.category"))
  }
}
