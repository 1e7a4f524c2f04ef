@testable import Casework
import Testing

/// A case with all four inputs, and what refuses it all the same.
@Suite struct GateRefusalTests {
  private func report(_ facts: Case, _ evidence: [Evidence] = [], _ look: Gate.Look = Gate.Look())
    -> GateReport
  {
    Gate(facts, evidence: evidence, look: look).report
  }

  private func refusals(_ facts: Case, _ evidence: [Evidence] = [], _ look: Gate.Look = Gate.Look())
    -> [GateReport.Refusal.Name]
  {
    report(facts, evidence, look).refusals.map(\.name)
  }

  @Test func `an outage that customers saw wants somebody's confirmation`() throws {
    var facts = Case.sample()
    facts.outage.isCustomerVisible = true
    let refused = report(facts)
    #expect(!refused.isOpen)
    #expect(refused.inputs.allSatisfy { $0.standing != nil })
    let refusal = try #require(refused.refusals.first)
    #expect(refusal.name == .outage)
    #expect(refusal.message.contains("incident report"))
    #expect(refusal.remedy.contains("postmortem set RILL-142 outage.confirmed_by='NAME'"))

    facts.outage.confirmedBy = "Mei-Lin Hart"
    #expect(report(facts).isOpen)
  }

  @Test func `a confirmation without an outage does nothing`() {
    var facts = Case.sample()
    facts.outage.confirmedBy = "Mei-Lin Hart"
    #expect(report(facts).isOpen)
  }

  @Test func `a trivial fix is refused with what is trivial in it, until there is a reason`() throws {
    var facts = Case.sample()
    var look = Gate.Look()
    look.triviality = "it changes comments only"
    let refused = report(facts, [], look)
    #expect(!refused.isOpen)
    let refusal = try #require(refused.refusals.first)
    #expect(refusal.name == .trivialFix)
    #expect(refusal.message.contains("(it changes comments only)"))
    #expect(refusal.remedy.contains("postmortem set RILL-142 not_trivial='REASON'"))

    facts.notTrivial = "The comment is a directive of the linter that gates the release."
    #expect(report(facts, [], look).isOpen)
  }

  @Test(arguments: ["still-fails", "fails-less", "fails-only-after", "other-failure-after"])
  func `an attested pass against a measured failure is refused, and both are shown`(verdict: String) throws {
    let refused = report(.sample(), Evidence.numbered(.proof(.sample(verdict, after: 4))))
    #expect(!refused.isOpen)
    let refusal = try #require(refused.refusals.first)
    #expect(refusal.name == .contradiction)
    #expect(refusal.message.contains("The proof (E1) says: The verdict is \(verdict)."))
    #expect(
      refusal.message.contains(
        "Mei-Lin Hart says that it passes: The soak ran for a week: 0 of 12,000 streams hung."))
    // Nor is it shown as if it stood.
    let validation = refused.inputs[3]
    #expect(validation.standing == nil)
    #expect(
      validation.missing
        == "Contradicted by E1: The soak ran for a week: 0 of 12,000 streams hung. (Mei-Lin Hart, attested)")
    #expect(validation.remedy == "postmortem prove --case RILL-142")
  }

  @Test func `an attestation that is incomplete contradicts as well`() {
    var facts = Case.sample()
    facts.validation = [.sample("It passes.", Attestation(see: "log"))]
    let refused = report(facts, Evidence.numbered(.proof(.sample("still-fails", after: 10))))
    #expect(refused.refusals.map(\.name) == [.contradiction])
    #expect(
      refused.refusals.first?.message.contains("The validation says that it passes: It passes.") == true)
  }

  @Test(arguments: ["proved", "interrupted", "rate-too-low", "passes-before"])
  func `a proof that does not fail after the fix contradicts nobody`(verdict: String) {
    #expect(refusals(.sample(), Evidence.numbered(.proof(.sample(verdict)))) == [])
  }

  @Test(arguments: ["setup-failed", "no-test-ran"])
  func `a proof that measured nothing contradicts nobody`(verdict: String) {
    #expect(refusals(.sample(), Evidence.numbered(.proof(.sample(verdict, before: 0)))) == [])
  }

  @Test func `an attested failure is refused, even against a measured pass`() throws {
    var facts = Case.sample()
    facts.validation = [.sample("The customer still sees it.\nOn rig 4.", passes: false)]
    let refused = report(facts, Evidence.numbered(.proof(.sample())))
    #expect(!refused.isOpen)
    #expect(refused.refusals.map(\.name) == [.failingValidation])
    #expect(
      refused.refusals.first?.message == "Mei-Lin Hart says that it fails: The customer still sees it. …")
  }

  @Test func `an attested failure beside an attested pass is refused as well`() {
    var facts = Case.sample()
    facts.validation.append(.sample("The customer still sees it.", passes: false))
    #expect(refusals(facts) == [.failingValidation])
  }

  @Test func `a failing proof of another fix contradicts nobody`() {
    let proof = ProofSummary.sample("still-fails", of: "ffdcc8a0c2b14f6d", after: 10)
    #expect(refusals(.sample(), Evidence.numbered(.proof(proof))) == [])
  }

  @Test func `all refusals are told at once, beside what is missing`() {
    var facts = Case.sample([.fix, .validation])
    facts.outage.isCustomerVisible = true
    var look = Gate.Look()
    look.triviality = "it changes documents only"
    let refused = report(facts, Evidence.numbered(.proof(.sample("still-fails", before: 0, after: 10))), look)
    #expect(refused.refusals.map(\.name) == [.outage, .trivialFix, .contradiction])
    #expect(refused.inputs.filter { $0.standing == nil }.map(\.name) == [.repro, .cause, .validation])
  }
}
