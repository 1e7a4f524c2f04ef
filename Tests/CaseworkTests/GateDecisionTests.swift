@testable import Casework
import Testing

/// A verdict, and what the gate makes of a proof with it.
struct VerdictRow: Sendable, CustomTestStringConvertible {
  var verdict: String
  var before = 0
  var after = 0

  /// Whether it is the repro.
  var isRepro = false

  /// Whether it is the validation.
  var validates = false

  /// Whether somebody who says that the fix passes is contradicted.
  var contradicts = false

  var testDescription: String { verdict }

  static let all: [VerdictRow] = [
    VerdictRow(verdict: "proved", before: 10, isRepro: true, validates: true),
    VerdictRow(verdict: "passes-before"),
    VerdictRow(verdict: "still-fails", before: 10, after: 10, isRepro: true, contradicts: true),
    VerdictRow(verdict: "fails-less", before: 10, after: 2, isRepro: true, contradicts: true),
    VerdictRow(verdict: "fails-only-after", after: 3, contradicts: true),
    VerdictRow(verdict: "rate-too-low", before: 1, isRepro: true),
    VerdictRow(verdict: "other-failure-after", before: 10, isRepro: true, contradicts: true),
    VerdictRow(verdict: "hangs"),
    // These decided nothing, whatever their runs had shown until then.
    VerdictRow(verdict: "other-failure-before", before: 2),
    VerdictRow(verdict: "no-test-ran", before: 2), VerdictRow(verdict: "setup-failed", before: 2),
    VerdictRow(verdict: "interrupted", before: 9, after: 1),
    VerdictRow(verdict: "of a version to come", before: 10),
  ]
}

/// What people say of the fix, and what the gate makes of it where no proof says more.
struct ValidationRow: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var validation: [Case.Validation]
  var standing: Standing?

  /// Whether somebody says that it passes, be it with all that belongs to it or not.
  var isVouchedFor = false

  /// Whether somebody says that it fails.
  var isFailing = false

  static let all: [ValidationRow] = [
    ValidationRow(testDescription: "nothing", validation: []),
    ValidationRow(
      testDescription: "attested", validation: [.sample("It ran.")], standing: .attested, isVouchedFor: true),
    ValidationRow(
      testDescription: "attested in part", validation: [.sample("It ran.", Attestation(by: "Ada"))],
      isVouchedFor: true),
    ValidationRow(testDescription: "attested by nobody", validation: [.sample("It ran.", Attestation())]),
    ValidationRow(
      testDescription: "failing", validation: [.sample("It hung.", passes: false)], isFailing: true),
    ValidationRow(
      testDescription: "attested, and failing elsewhere",
      validation: [.sample("It hung.", passes: false), .sample("It ran.")], standing: .attested,
      isVouchedFor: true,
      isFailing: true),
  ]
}

@Suite struct GateDecisionTests {
  /// The gate of a case with cause, fix and this validation, whose repro only the proof can show.
  private func report(_ verdict: VerdictRow, _ validation: ValidationRow) -> GateReport {
    var facts = Case.sample([.cause, .fix])
    facts.validation = validation.validation
    let proof = ProofSummary.sample(verdict.verdict, before: verdict.before, after: verdict.after)
    return Gate(facts, evidence: Evidence.numbered(.proof(proof)), look: Gate.Look()).report
  }

  @Test(arguments: VerdictRow.all, ValidationRow.all)
  func `each verdict weighs with each validation as it should`(verdict: VerdictRow, validation: ValidationRow)
  {
    let report = report(verdict, validation)
    let isContradicted = verdict.contradicts && validation.isVouchedFor
    let validates = verdict.validates ? Standing.measured : isContradicted ? nil : validation.standing
    #expect(
      report.inputs.map(\.standing) == [verdict.isRepro ? .measured : nil, .attested, .found, validates])
    #expect(report.inputs.map { $0.missing == nil } == [verdict.isRepro, true, true, validates != nil])
    #expect(report.inputs[0].evidence == (verdict.isRepro ? "E1" : nil))
    #expect(report.inputs[3].evidence == (verdict.validates ? "E1" : nil))
    let refusals: [GateReport.Refusal.Name] =
      (validation.isFailing ? [.failingValidation] : [])
      + (isContradicted ? [.contradiction] : [])
    #expect(report.refusals.map(\.name) == refusals)
    #expect(report.isOpen == (verdict.isRepro && validates != nil && refusals.isEmpty))
  }

  @Test(arguments: VerdictRow.all)
  func `an attested repro stands where the proof saw none`(verdict: VerdictRow) {
    var facts = Case.sample([.repro, .cause, .fix])
    facts.validation = []
    let proof = ProofSummary.sample(verdict.verdict, before: verdict.before, after: verdict.after)
    let report = Gate(facts, evidence: Evidence.numbered(.proof(proof)), look: Gate.Look()).report
    #expect(report.inputs[0].standing == (verdict.isRepro ? .measured : .attested))
    #expect(report.isOpen == verdict.validates)
  }

  @Test(arguments: VerdictRow.all, VerdictRow.all)
  func `of two proofs the later one that decided counts`(first: VerdictRow, second: VerdictRow) {
    let proofs = [first, second].map { ProofSummary.sample($0.verdict, before: $0.before, after: $0.after) }
    let evidence = Evidence.numbered(.proof(proofs[0]), .proof(proofs[1]))
    let counting = proofs[1].isDeciding ? second : first
    let report = Gate(.sample([.cause, .fix]), evidence: evidence, look: Gate.Look()).report
    let label = proofs[1].isDeciding ? "E2" : "E1"
    #expect(report.inputs[0].evidence == (counting.isRepro ? label : nil))
    #expect(report.inputs[3].evidence == (counting.validates ? label : nil))
    #expect(report.isOpen == counting.validates)
  }

  @Test(arguments: [
    ("sh other.sh", "", "E1 measured another repro (sh run.sh) than the case names."),
    ("sh run.sh", "lost updates", "E1 measured another repro (sh run.sh) than the case names."),
  ])
  func `a proof by another repro than the case names counts for nothing, and is named`(
    command: String, symptom: String, missing: String
  ) {
    var facts = Case.sample([.cause, .fix])
    facts.repro.command = command
    facts.repro.symptom = symptom
    let proof = ProofSummary.sample("proved", before: 10, after: 0)
    let report = Gate(facts, evidence: Evidence.numbered(.proof(proof)), look: Gate.Look()).report
    #expect(report.inputs.map(\.missing) == [missing, nil, nil, missing])
    #expect(!report.isOpen)
  }

  @Test(arguments: ["passes-before", "rate-too-low", "still-fails"])
  func `a proof by the repro that the case names is not called one by another`(verdict: String) {
    var facts = Case.sample([.cause, .fix])
    facts.repro.command = "sh run.sh"
    let proof = ProofSummary.sample(verdict, before: 1, after: 0)
    let input = Gate(facts, evidence: Evidence.numbered(.proof(proof)), look: Gate.Look()).report.inputs[3]
    #expect(input.missing == "E1 says: \(proof.sentence)")
  }

  @Test(arguments: ["", "sh run.sh", "  sh run.sh\n"])
  func `a proof by the repro that the case names counts`(command: String) {
    var facts = Case.sample([.cause, .fix])
    facts.repro.command = command
    let proof = ProofSummary.sample("proved", before: 10, after: 0)
    #expect(Gate(facts, evidence: Evidence.numbered(.proof(proof)), look: Gate.Look()).report.isOpen)
  }
}
