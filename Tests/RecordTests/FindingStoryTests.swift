@testable import Casework
@testable import Record
import Testing

/// "How it was found" is told from the ledger.
@Suite struct FindingStoryTests {
  static func entry(_ number: Int, _ content: LedgerEntry.Content) -> LedgerEntry {
    LedgerEntry(number: number, at: "2026-07-08T10:00:00Z", by: "Ines", content: content)
  }

  static func run(_ words: [String], _ fill: (inout Experiment) -> Void = { _ in }) -> Experiment {
    var experiment = Experiment(command: words)
    experiment.seconds = 1.25
    experiment.exitStatus = 1
    fill(&experiment)
    return experiment
  }

  static let ledger = Ledger([
    entry(1, .hypothesis("the queue drops its oldest event")),
    entry(
      2,
      .experiment(
        run(["./repro.sh"]) {
          $0.changed = "unbounded queue"; $0.rulesOut = [1]
        })),
    entry(
      3,
      .change(
        HypothesisChange(hypothesis: 1, state: .rejected, reason: "it hangs all the same", experiment: 2))),
    entry(4, .hypothesis("`scheduler_submit` records no event when `stream_count == 1`")),
    entry(5, .hypothesis("a lost wake-up in event_wait")),
    entry(6, .experiment(run(["timeout", "-s", "INT", "5", "/usr/bin/gdb", "-batch", "build/rill"]))),
    entry(
      7,
      .experiment(
        run(["make", "check"]) {
          $0.changed = "the fast path is taken out"
          $0.commit = "1c993eb6f6b1dbfd7e5ea45b28e9ba4a3e2f4a0c"
          $0.exitStatus = 0
          $0.output = Experiment.Output(excerpt: ["total = 72193", "  "], digest: nil, bytes: nil, file: nil)
        })),
    entry(8, .change(HypothesisChange(hypothesis: 4, state: .confirmed, reason: nil, experiment: 7))),
  ])

  static func section(_ change: (inout RecordFacts) -> Void = { _ in }) throws -> String? {
    var facts = RecordDraftTests.facts
    facts.ledger = ledger
    change(&facts)
    return try RecordDraft(facts, templates: SectionTemplates()).sections.first { $0.kind == .howItWasFound }?
      .body
  }

  @Test func `rejected hypotheses, tools and the experiment that decided are told`() throws {
    let expected = """
      The repro became reliable by this: steps of four nodes.

      Tools: gdb (L6).

      Rejected on the way:

      - “the queue drops its oldest event” (L1, ruled out by L2): it hangs all the same.

      The experiment that decided (L7): with “the fast path is taken out”, on `1c993eb6f6`, `make check` passed and \
      printed at its end `total = 72193`. It confirmed L4: `scheduler_submit` records no event when `stream_count == 1`.
      """
    let told = try Self.section { $0.facts.repro.reliableBy = "steps of four nodes" }
    #expect(told == expected)
  }

  @Test func `tools that a person names take the place of those in the ledger`() throws {
    #expect(
      try Self.section { $0.facts.tools = ["rr", "a trace of the events"] }?.contains(
        "Tools: rr and a trace of the events.") == true)
  }

  @Test func `without a ledger there is no section`() throws {
    #expect(try Self.section { $0.ledger = Ledger([]) } == nil)
  }

  @Test func `what is still open is left out, and said to be`() throws {
    #expect(try Self.section()?.contains("wake-up") == false)
    var facts = RecordDraftTests.facts
    facts.ledger = Self.ledger
    #expect(facts.remarks.map(\.message) == ["L5 is still open, so the record leaves it out."])
  }

  @Test func `lines of the ledger that cannot be read are remarked on`() {
    var facts = RecordDraftTests.facts
    facts.ledger = Ledger([], unreadable: [UnreadableLine(3, .notJSON), UnreadableLine(7, .unknown)])
    #expect(
      facts.remarks.map(\.message) == [
        ".postmortem/cases/\(facts.facts.key)/ledger.jsonl:3 cannot be read: it is no JSON; "
          + ".postmortem/cases/\(facts.facts.key)/ledger.jsonl:7 cannot be read: it is nothing that this version knows; "
          + "the record leaves out what was said there."
      ])
  }

  @Test func `a hypothesis that stands against an experiment is remarked on`() {
    var facts = RecordDraftTests.facts
    let more = [
      Self.entry(9, .ruling(Ruling(experiment: 2, hypothesis: 4, rules: .ruledOut, reason: nil))),
      Self.entry(10, .ruling(Ruling(experiment: 6, hypothesis: 5, rules: .ruledOut, reason: nil))),
    ]
    facts.ledger = Ledger(Self.ledger.entries + more)
    #expect(
      facts.remarks.map(\.message) == [
        "L4 is confirmed, though L2 rules it out.",
        "L5 is still open, though L6 rules it out; the record leaves it out.",
      ])
  }

  static let outcomes: [(name: String, experiment: Experiment, told: String)] = [
    (
      "a signal",
      run(["x"]) {
        $0.exitStatus = nil; $0.signal = 11
      }, "`x` was ended by signal 11 after 1.3 s"
    ),
    (
      "a time limit",
      run(["x"]) {
        $0.exitStatus = nil; $0.cutoff = .timeLimit; $0.seconds = 10
      },
      "`x` did not end within its time limit of 10 s"
    ),
    (
      "expectations", run(["x"]) { $0.expected = "it passes" },
      "`x` failed with exit status 1 (expected: it passes)"
    ),
    (
      "on the fix",
      run(["x"]) {
        $0.changed = "more nodes"; $0.commit = RecordDraftTests.fix
      }, "with “more nodes”, on the fix `\(RecordDraftTests.fix.prefix(10))`, `x` failed with exit status 1"
    ),
    ("imported", Experiment(command: ["a", "`b`"]), "`` a `b` `` ran; what came out was not kept"),
  ]

  @Test(arguments: outcomes) func `an experiment is told with what came out`(
    _ example: (name: String, experiment: Experiment, told: String)
  ) {
    #expect(
      ExperimentTelling(example.experiment, fixes: [RecordDraftTests.fix]).sentence == example.told,
      "\(example.name)")
  }
}
