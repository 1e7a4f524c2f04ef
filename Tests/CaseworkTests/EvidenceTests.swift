@testable import Casework
import Scratch
import Storage
import Testing

/// What is written today must be read for as long as there are cases: the text is part of the contract.
struct GoldenEvidence: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var fact: Evidence.Fact
  var line: String

  static let all: [GoldenEvidence] = [
    GoldenEvidence(
      testDescription: "found",
      fact: .found(FoundValue(field: "fix.commits", value: "e3dcc8a", source: "git log")),
      line:
        #"{"at":"2026-07-14T09:30:00Z","fact":{"found":{"field":"fix.commits","source":"git log","value":"e3dcc8a"}},"number":1}"#
    ),
    GoldenEvidence(
      testDescription: "attested",
      fact: .attested(AttestedValue(field: "cause.mechanism", value: "a/b\n“c”", by: "Ada Byron")),
      line:
        #"{"at":"2026-07-14T09:30:00Z","fact":{"attested":{"by":"Ada Byron","field":"cause.mechanism","value":"a/b\n“c”"}},"number":1}"#
    ),
    GoldenEvidence(
      testDescription: "proof",
      fact: .proof(.sample("proved", of: "e3dcc8a")),
      line:
        #"{"at":"2026-07-14T09:30:00Z","fact":{"proof":{"after":{"failures":0,"high":0.5,"low":0,"runs":10},"before":{"failures":10,"high":0.75,"low":0.25,"runs":10},"byHand":["git checkout main","sh run.sh"],"digest":"feed","excerpt":["wanted 4, got 3"],"fix":"e3dcc8a","isUncommitted":false,"repro":"sh run.sh","sentence":"The verdict is proved.","verdict":"proved"}},"number":1}"#
    ),
  ]
}

@Suite struct EvidenceTests {
  @Test(arguments: GoldenEvidence.all)
  func `each kind of evidence has its line, and is read from it`(golden: GoldenEvidence) throws {
    let evidence = Evidence(number: 1, at: "2026-07-14T09:30:00Z", fact: golden.fact)
    expectEqualText(String(decoding: try JSONText.encode(evidence), as: UTF8.self), golden.line)
    #expect(try JSONText.decode(Evidence.self, from: Array(golden.line.utf8)) == evidence)
  }

  @Test func `a proof keeps its set-up and symptom where it has them`() throws {
    var proof = ProofSummary.sample()
    proof.setup = "make"
    proof.symptom = "hang"
    let evidence = Evidence(number: 7, at: "2026-07-14T09:30:00Z", fact: .proof(proof))
    #expect(try JSONText.decode(Evidence.self, from: JSONText.encode(evidence)) == evidence)
    #expect(evidence.label == "E7")
  }

  @Test(arguments: [
    #"{"number":1,"at":"x","fact":{}}"#, #"{"number":1,"at":"x","fact":{"experiment":{}}}"#,
    #"{"number":1,"at":"x"}"#, #"{"at":"x","fact":{"found":{"field":"a","value":"b","source":"c"}}}"#,
  ])
  func `a line of another version is no evidence of this one`(line: String) {
    #expect(throws: (any Error).self) { try JSONText.decode(Evidence.self, from: Array(line.utf8)) }
  }

  @Test func `keys that a later version adds are passed over`() throws {
    let line =
      #"{"number":1,"at":"x","host":"rig-4","fact":{"found":{"field":"a","value":"b","source":"c","page":3}}}"#
    let evidence = try JSONText.decode(Evidence.self, from: Array(line.utf8))
    #expect(evidence.fact == .found(FoundValue(field: "a", value: "b", source: "c")))
  }

  @Test func `the gate's report has the names that programs read`() throws {
    var facts = Case.sample([.repro, .fix])
    facts.outage.isCustomerVisible = true
    let report = Gate(facts, evidence: [], look: Gate.Look()).report
    let document = try JSONText.decode(JSONValue.self, from: JSONText.encode(report))
    #expect(document["schema"].text == "postmortem/gate/1")
    #expect(document["key"].text == "RILL-142")
    #expect(document["isOpen"] == .bool(false))
    #expect(document["inputs"].elements.map { $0["name"].text } == ["repro", "cause", "fix", "validation"])
    #expect(document["inputs"].elements.map { $0["standing"].text } == ["attested", nil, "found", nil])
    #expect(document["inputs"][1]["missing"].text?.isEmpty == false)
    #expect(document["inputs"][1]["remedy"].text?.isEmpty == false)
    #expect(document["refusals"][0]["name"].text == "outage")
    #expect(try JSONText.decode(GateReport.self, from: JSONText.encode(report)) == report)
  }
}
