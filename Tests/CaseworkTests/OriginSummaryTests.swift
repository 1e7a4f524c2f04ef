import Testing

@testable import Casework

@Suite struct OriginSummaryTests {
  private static let fix = String(repeating: "a", count: 40)

  private static func origin(_ verdict: String, _ commit: String?, latent: String? = nil) -> Evidence.Fact {
    .origin(
      OriginSummary(
        verdict: verdict, sentence: "", fix: fix, commit: commit, subject: nil, probability: nil, reasons: [],
        digest: "",
        running: verdict == "found"
          ? OriginSummary.Running(
            outcome: "found", sentence: "", repro: "make check", runs: 9, latentSince: latent,
            latentSubject: nil)
          : nil))
  }

  private static var fixed: Case {
    var facts = Case(key: "RILL-142")
    facts.fix.commits = [fix]
    return facts
  }

  @Test func `what was measured stands above a later judgement of history`() {
    let evidence = Evidence.numbered(Self.origin("found", "1111"), Self.origin("most-likely", "2222"))
    #expect(evidence.origin(of: Self.fix)?.summary.commit == "1111")
  }

  @Test func `a case that says nothing of its origin tells what running found`() {
    let told = Self.fixed.telling(Evidence.numbered(Self.origin("found", "1111")))
    #expect(told.cause.introducedBy == "1111")
    #expect(told.cause.exposedBy.isEmpty)
  }

  @Test func `of latent code the owner of the lines introduced the bug, and what was found exposed it`() {
    let told = Self.fixed.telling(Evidence.numbered(Self.origin("found", "1111", latent: "2222")))
    #expect(told.cause.introducedBy == "2222")
    #expect(told.cause.exposedBy == "1111")
  }

  @Test func `what somebody says stays, and what history says fills nothing`() {
    var said = Self.fixed
    said.cause.introducedBy = "3333"
    #expect(said.telling(Evidence.numbered(Self.origin("found", "1111"))) == said)
    #expect(Self.fixed.telling(Evidence.numbered(Self.origin("most-likely", "1111"))) == Self.fixed)
  }
}
