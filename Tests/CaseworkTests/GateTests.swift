@testable import Casework
import Testing

/// Which of the four inputs a case has.
struct PresentInputs: Sendable, CustomTestStringConvertible {
  var names: Set<GateReport.Input.Name>

  var testDescription: String {
    GateReport.Input.Name.allCases.filter(names.contains).map(\.rawValue).joined(separator: " ")
  }

  /// All sixteen, from none to all.
  static let all: [PresentInputs] = (0..<16).map { bits in
    PresentInputs(
      names: Set(
        GateReport.Input.Name.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)))
  }
}

@Suite struct GateTests {
  private func report(_ facts: Case, _ evidence: [Evidence] = [], _ look: Gate.Look = Gate.Look())
    -> GateReport
  {
    Gate(facts, evidence: evidence, look: look).report
  }

  private func input(_ name: GateReport.Input.Name, in report: GateReport) throws -> GateReport.Input {
    try #require(report.inputs.first { $0.name == name })
  }

  @Test(arguments: PresentInputs.all)
  func `of sixteen combinations only the whole one opens, and each missing input has its remedy`(
    present: PresentInputs
  ) {
    let report = report(.sample(present.names))
    #expect(report.inputs.map(\.name) == [.repro, .cause, .fix, .validation])
    #expect(report.isOpen == (present.names.count == 4))
    #expect(Set(report.inputs.filter { $0.standing != nil }.map(\.name)) == present.names)
    #expect(Set(report.inputs.filter { $0.missing == nil }.map(\.name)) == present.names)
    #expect(Set(report.inputs.filter { $0.remedy == nil }.map(\.name)) == present.names)
    #expect(report.refusals.isEmpty)
    #expect(report.key == "RILL-142")
  }

  @Test
  func `a case of which nothing is known gets four remedies, each a command on this case or on its commits`()
  {
    #expect(
      report(.sample([])).inputs.map(\.remedy) == [
        "postmortem prove --case RILL-142 --repro 'CMD'", "postmortem set RILL-142 cause.mechanism='…'",
        "postmortem set RILL-142 fix.commits=COMMIT", "postmortem prove --case RILL-142 --repro 'CMD'",
      ])
  }

  // MARK: Standings

  @Test func `what is only attested says so, with who and when`() throws {
    let report = report(.sample())
    #expect(report.inputs.map(\.standing) == [.attested, .attested, .found, .attested])
    #expect(report.inputs.map(\.evidence) == [nil, nil, nil, nil])
    #expect(
      report.inputs.map(\.what) == [
        "sh run.sh", "stream_close() frees the ring while flush_later() still points into it.",
        "e3dcc8a0c2",
        "The soak ran for a week: 0 of 12,000 streams hung. (Mei-Lin Hart, 2026-07-14)",
      ])
  }

  @Test func `a proof measures the repro and the validation`() {
    let found = FoundValue(field: "fix.commits", value: Case.fixCommit, source: "git log")
    var look = Gate.Look()
    look.commits = [Case.fixCommit]
    let report = report(.sample([.cause, .fix]), Evidence.numbered(.found(found), .proof(.sample())), look)
    #expect(report.isOpen)
    #expect(report.inputs.map(\.standing) == [.measured, .attested, .found, .measured])
    #expect(report.inputs.map(\.evidence) == ["E2", nil, "E1", "E2"])
    #expect(report.inputs[0].what == "sh run.sh: 10 of 10 runs failed before the fix")
    #expect(report.inputs[3].what == "The verdict is proved.")
  }

  @Test func `what is measured outweighs what is attested`() {
    let report = report(.sample(), Evidence.numbered(.proof(.sample())))
    #expect(report.inputs.map(\.standing) == [.measured, .attested, .found, .measured])
  }

  @Test(arguments: ["still-fails", "fails-less", "rate-too-low"])
  func `a proof that fails before the fix is a repro, whatever its verdict, and no validation`(
    verdict: String
  )
    throws
  {
    let report = report(.sample([.cause, .fix]), Evidence.numbered(.proof(.sample(verdict, after: 3))))
    #expect(try input(.repro, in: report).standing == .measured)
    #expect(try input(.validation, in: report).standing == nil)
    #expect(!report.isOpen)
  }

  @Test func `a proof that never failed before the fix is no repro`() throws {
    let proof = ProofSummary.sample("passes-before", before: 0)
    #expect(
      try input(.repro, in: report(.sample([.cause, .fix]), Evidence.numbered(.proof(proof)))).standing == nil
    )
  }

  // MARK: What is asked for

  @Test func `while an input is missing the fields are named that are asked for, and they are fields`() throws
  {
    let gate = report(.sample([]))
    #expect(
      gate.inputs.map(\.fields) == [
        ["repro.command", "repro.attested.by"], ["cause.mechanism"], ["fix.commits"], ["validation.new.what"],
      ])
    #expect(gate.inputs.flatMap(\.fields).allSatisfy { CaseField.named($0) != nil })
    #expect(report(.sample()).inputs.flatMap(\.fields) == [])
  }

  @Test func `of an attestation that lacks something, that is asked for, by its number`() throws {
    var facts = Case.sample([.repro, .cause, .fix])
    var failing = Case.Validation()
    failing.passes = false
    var passing = Case.Validation()
    passing.attested.on = "2026-07-14"
    facts.validation = [failing, passing]
    let input = try input(.validation, in: report(facts))
    #expect(input.fields == ["validation.1.by", "validation.1.see"])
    #expect(input.remedy == "postmortem set RILL-142 validation.1.by='…' validation.1.see='…'")
  }

  @Test func `what a refusal asks for is named, where a field lifts it`() {
    var facts = Case.sample()
    facts.outage.isCustomerVisible = true
    var look = Gate.Look()
    look.triviality = "it changes documents only"
    #expect(report(facts, [], look).refusals.map(\.fields) == [["outage.confirmed_by"], ["not_trivial"]])
  }

  // MARK: Which proof counts

  @Test func `the last proof counts, not the best one`() throws {
    let evidence = Evidence.numbered(
      .proof(.sample()), .proof(.sample("fails-less", after: 1)))
    let report = report(.sample([.cause, .fix]), evidence)
    #expect(try input(.validation, in: report).standing == nil)
    #expect(try input(.repro, in: report).evidence == "E2")
  }

  @Test(arguments: [
    ("the proof of another commit", ProofSummary.sample(of: "ffdcc8a0c2b14f6d9a7e5b3c1d0f8e6a4b2c9d7e")),
    ("a proof of uncommitted changes", .sample(isUncommitted: true)),
    ("a proof that names its fix with six digits", .sample(of: "e3dcc8")),
    ("a proof that names no fix", .sample(of: "")),
  ])
  func `some proofs do not count`(name: String, proof: ProofSummary) throws {
    let report = report(.sample([.cause, .fix]), Evidence.numbered(.proof(proof)))
    #expect(try input(.repro, in: report).standing == nil, "\(name)")
    #expect(try input(.validation, in: report).standing == nil, "\(name)")
  }

  @Test func `a proof of something else after it does not hide the one of this fix`() throws {
    let evidence = Evidence.numbered(
      .proof(.sample()), .proof(.sample("still-fails", of: "ffdcc8a0c2b14f6d", after: 10)),
      .proof(.sample("still-fails", after: 10, isUncommitted: true)))
    #expect(report(.sample([.cause, .fix]), evidence).isOpen)
  }

  @Test(arguments: ["e3dcc8a", "e3dcc8a0c2", Case.fixCommit])
  func `a case may name its commits by seven digits and more`(name: String) {
    var facts = Case.sample([.cause])
    facts.fix.commits = [name]
    #expect(report(facts, Evidence.numbered(.proof(.sample()))).isOpen)
  }

  @Test(arguments: ["interrupted", "setup-failed", "no-test-ran", "other-failure-before"])
  func `a proof that decided nothing does not hide an earlier one that did`(verdict: String) {
    let evidence = Evidence.numbered(.proof(.sample()), .proof(.sample(verdict, before: 0)))
    #expect(report(.sample([.cause, .fix]), evidence).isOpen)
  }

  @Test func `a proof of the first of two commits is no proof of the fix`() {
    var facts = Case.sample([.cause])
    facts.fix.commits = [Case.fixCommit, "ffdcc8a0c2b14f6d9a7e5b3c1d0f8e6a4b2c9d7e"]
    #expect(!report(facts, Evidence.numbered(.proof(.sample()))).isOpen)
  }

  @Test func `the evidence of a fix that was found and then replaced is not cited for the new one`() throws {
    let found = FoundValue(
      field: "fix.commits", value: "ffdcc8a0c2b14f6d9a7e5b3c1d0f8e6a4b2c9d7e", source: "git log")
    let evidence = Evidence.numbered(.found(found))
    #expect(try input(.fix, in: report(.sample(), evidence)).evidence == nil)
  }

  @Test func `what the repository makes of a name is the fix, whatever the name`() {
    var facts = Case.sample([.cause])
    facts.fix.commits = ["HEAD"]
    var look = Gate.Look()
    look.commits = [Case.fixCommit]
    #expect(report(facts, Evidence.numbered(.proof(.sample())), look).isOpen)
  }

  // MARK: Attestations

  @Test(arguments: [
    (Attestation(on: "2026-07-14", see: "log"), "The attestation lacks who (by)."),
    (Attestation(by: "Ada", see: "log"), "The attestation lacks when (on)."),
    (Attestation(by: "Ada", on: "2026-07-14"), "The attestation lacks something to open (see)."),
    (Attestation(by: "Ada"), "The attestation lacks when (on) and something to open (see)."),
  ])
  func `an attestation that lacks who, when or something to open supplies nothing`(
    attestation: Attestation, missing: String
  ) throws {
    var facts = Case.sample()
    facts.repro.attested = attestation
    facts.validation = [.sample("It passes.", attestation)]
    let report = report(facts)
    #expect(!report.isOpen)
    #expect(try input(.repro, in: report).missing == missing)
    #expect(try input(.validation, in: report).missing == missing)
    #expect(try input(.repro, in: report).standing == nil)
    #expect(try input(.repro, in: report).remedy?.contains("repro.attested") == true)
    #expect(try input(.validation, in: report).remedy?.contains("validation") == true)
  }

  @Test func `one complete attestation among incomplete ones suffices`() throws {
    var facts = Case.sample()
    facts.validation = [.sample("Ran.", Attestation(by: "Ada")), .sample("Soaked.\nFor a week.")]
    let validation = try input(.validation, in: report(facts))
    #expect(validation.standing == .attested)
    #expect(validation.what == "Soaked. … (Mei-Lin Hart, 2026-07-14)")
  }

  @Test func `a validation that failed validates nothing`() throws {
    var facts = Case.sample()
    facts.validation = [.sample("The soak hung.", passes: false)]
    let validation = try input(.validation, in: report(facts))
    #expect(validation.standing == nil)
    #expect(validation.missing == "Nothing shows that the fix holds.")
  }

  @Test func `a command without an attestation is no repro, and its remedy runs it`() throws {
    var facts = Case.sample([.cause, .fix, .validation])
    facts.repro.command = "grep 'it' log"
    #expect(try input(.repro, in: report(facts)).remedy == "postmortem prove --case RILL-142")
  }

  // MARK: Cause and fix

  @Test(arguments: [
    "We think the ring is freed early.", "A race condition.", "Why does it hang?", "TBD", "   ",
  ])
  func `a hypothesis is no cause`(mechanism: String) throws {
    var facts = Case.sample()
    facts.cause.mechanism = mechanism
    let cause = try input(.cause, in: report(facts))
    #expect(cause.standing == nil)
    #expect(cause.missing == MechanismCheck.doubt(about: mechanism))
    #expect(cause.remedy == "postmortem set RILL-142 cause.mechanism='…'")
  }

  @Test func `a commit that is not here is fetched`() throws {
    var look = Gate.Look()
    look.unknownCommits = [Case.fixCommit]
    look.unmergedCommits = ["ffdcc8a0c2b14f6d9a7e5b3c1d0f8e6a4b2c9d7e"]
    let fix = try input(.fix, in: report(.sample(), [], look))
    #expect(fix.standing == nil)
    #expect(fix.missing == "e3dcc8a0c2 names no commit here.")
    #expect(fix.remedy == "git fetch")
  }

  @Test func `a commit that is not merged closes the gate, by the name of the branch`() throws {
    var look = Gate.Look()
    look.unmergedCommits = [Case.fixCommit]
    look.mainBranch = "origin/main"
    let report = report(.sample(), [], look)
    #expect(!report.isOpen)
    let fix = try input(.fix, in: report)
    #expect(fix.missing == "e3dcc8a0c2 is not merged into origin/main yet.")
    #expect(fix.remedy == "git merge e3dcc8a0c2")
  }

  @Test func `several commits are named in their order`() throws {
    var facts = Case.sample()
    facts.fix.commits = ["ffdcc8a0c2b14f6d", Case.fixCommit]
    #expect(try input(.fix, in: report(facts)).what == "ffdcc8a0c2, e3dcc8a0c2")
  }
}
