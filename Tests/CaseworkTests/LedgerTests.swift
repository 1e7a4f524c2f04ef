import Casework
import Storage
import Testing

@Suite struct LedgerTests {
  /// Entries numbered from 1.
  private static func ledger(_ contents: LedgerEntry.Content...) -> Ledger {
    Ledger(
      contents.enumerated().map {
        LedgerEntry(number: $0 + 1, at: "2026-11-25T12:00:00Z", by: "Ada", content: $1)
      })
  }

  private static func experiment(rulesIn: [Int]? = nil, rulesOut: [Int]? = nil) -> LedgerEntry.Content {
    var experiment = Experiment(command: ["make", "test"])
    experiment.rulesIn = rulesIn
    experiment.rulesOut = rulesOut
    return .experiment(experiment)
  }

  private static func change(
    _ hypothesis: Int, _ state: HypothesisState, by experiment: Int? = nil
  ) -> LedgerEntry.Content {
    .change(HypothesisChange(hypothesis: hypothesis, state: state, reason: "r", experiment: experiment))
  }

  @Test func `what was said last of a hypothesis holds`() {
    let ledger = Self.ledger(
      .hypothesis("a"), .hypothesis("b"), .hypothesis("c"), Self.experiment(), Self.change(1, .confirmed),
      Self.change(2, .confirmed, by: 4), Self.change(1, .rejected, by: 4), Self.change(9, .confirmed))
    #expect(ledger.hypotheses.map(\.state) == [.rejected, .confirmed, .open])
    #expect(ledger.hypotheses.map(\.decidedIn) == [7, 6, nil])
    #expect(ledger.hypotheses.map(\.experiment) == [4, 4, nil])
  }

  @Test func `only a hypothesis and an experiment can be named as such`() throws {
    let ledger = Self.ledger(.hypothesis("a"), Self.experiment(), .note("n"))
    #expect(try ledger.hypothesis(1) == 1)
    #expect(try ledger.experiment(2) == 2)
    #expect(throws: LedgerReferenceError.noHypothesis(2, isEntry: true)) { try ledger.hypothesis(2) }
    #expect(throws: LedgerReferenceError.noExperiment(4, isEntry: false)) { try ledger.experiment(4) }
  }

  @Test func `a check names the experiments that were said to contradict the hypothesis, and no other`()
    throws
  {
    let ledger = Self.ledger(
      .hypothesis("the queue is full"), Self.experiment(rulesOut: [1]), Self.experiment(rulesIn: [1]),
      .note("L3 contradicts the queue is full"), Self.experiment(), Self.experiment(), Self.experiment(),
      .ruling(Ruling(experiment: 6, hypothesis: 1, rules: .ruledOut, reason: nil)),
      Self.change(1, .rejected, by: 7),
      .ruling(Ruling(experiment: 3, hypothesis: 1, rules: .ruledOut, reason: "r")),
      .hypothesis("another"), Self.experiment(rulesOut: [11]))
    let check = try HypothesisCheck(of: 1, in: ledger)
    #expect(check.contradictedBy == [2, 3, 6, 7])
    #expect(ledger.contradictions == [1: [2, 3, 6, 7], 11: [12]])
    #expect(check.observations.map(\.experiment) == [2, 3, 5, 6, 7, 12])
    #expect(
      check.observations.map(\.bearing) == [
        .contradicts, .disputed, .unsaid, .contradicts, .contradicts, .unsaid,
      ])
    #expect(check.observations.map(\.saidIn) == [[2], [3, 10], [], [8], [9], []])
  }

  @Test func `an experiment that confirmed a hypothesis supports it`() throws {
    let ledger = Self.ledger(.hypothesis("a"), Self.experiment(), Self.change(1, .confirmed, by: 2))
    let check = try HypothesisCheck(of: 1, in: ledger)
    #expect(check.observations.map(\.bearing) == [.supports])
    #expect(check.contradictedBy.isEmpty)
  }

  static let lines: [(content: LedgerEntry.Content, json: String)] = [
    (.hypothesis("a"), #""hypothesis":"a","number":1"#),
    (.note("two\nlines “ü”"), #""note":"two\nlines “ü”","number":1"#),
    (
      change(3, .rejected, by: 2),
      #""change":{"experiment":2,"hypothesis":3,"reason":"r","state":"rejected"},"number":1"#
    ),
    (
      .ruling(Ruling(experiment: 2, hypothesis: 3, rules: .ruledOut, reason: nil)),
      #""number":1,"ruling":{"experiment":2,"hypothesis":3,"rules":"out"}"#
    ),
    (experiment(rulesOut: [1]), #""experiment":{"command":["make","test"],"rulesOut":[1]},"number":1"#),
  ]

  @Test(arguments: lines)
  func `an entry is one flat object, and comes back as it was`(content: LedgerEntry.Content, json: String)
    throws
  {
    let entry = LedgerEntry(number: 1, at: "2026-11-25T12:00:00Z", by: "Ada", content: content)
    let bytes = try JSONText.encode(entry)
    let text = String(decoding: bytes, as: UTF8.self)
    for part in json.split(separator: ",\"number\"").map(String.init) { #expect(text.contains(part)) }
    #expect(text.hasPrefix(#"{"at":"2026-11-25T12:00:00Z","by":"Ada","#))
    #expect(try JSONText.decode(LedgerEntry.self, from: bytes) == entry)
  }

  @Test(arguments: [
    #"{"number":1,"at":"","by":""}"#, #"{"number":1,"at":"","by":"","dream":"x"}"#,
    #"{"number":1,"at":"","by":"","note":"a","hypothesis":"b"}"#, #"{"at":"","by":"","note":"a"}"#, "[]", "",
    #"{"number":1,"at":"","by":"","note":"#,
  ])
  func `a line that is no entry is none`(line: String) {
    #expect(throws: (any Error).self) { try JSONText.decode(LedgerEntry.self, from: Array(line.utf8)) }
  }
}
