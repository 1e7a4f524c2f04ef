@testable import Casework
import Record
import Testing

@Suite struct RecordDraftTests {
  static let fix = "e3dcc8a011b4a78cc1034b95b3f74a950b293cd6"

  /// The facts of a small bug, of which one thing is measured.
  static var facts: RecordFacts {
    var bug = Case(key: "RILL-142")
    bug.title = "Evaluating a graph in small steps hangs"
    bug.owner = "Mei-Lin Hart"
    bug.cause.mechanism = "`scheduler_submit` records no event when `stream_count == 1`."
    bug.cause.introducedBy = "0108ac5"
    bug.fix.commits = [fix]
    bug.fix.pullRequest = "#67"
    bug.fix.summary = "Every task is recorded"
    bug.fix.reason = "The event is recorded by the task itself."
    bug.noActions = "The fix removes the only fast path"
    bug.notCovered = ["macOS"]
    let proof = ProofSummary(
      verdict: "proved", sentence: "e3dcc8a011 fixes what the repro shows.", fix: fix, isUncommitted: false,
      repro: "./repro.sh", setup: nil, symptom: nil,
      before: .init(failures: 10, runs: 10, low: 0.72, high: 1),
      after: .init(failures: 0, runs: 10, low: 0, high: 0.28), excerpt: ["a fence: ```"],
      byHand: ["git worktree add --detach ../before 1c993eb6f6"], digest: String(repeating: "ab", count: 32),
      carried: ["tests/test_small.c"], machine: "Debian GNU/Linux 12, Linux 6.1 x86_64, 2 processors")
    return RecordFacts(
      facts: bug, evidence: [Evidence(number: 1, at: "2026-07-10T08:00:00Z", fact: .proof(proof))],
      ledger: Ledger([]),
      commits: [
        fix: .init(
          id: fix, subject: "Record the event of every task (#67)", author: "Mei-Lin Hart", date: "2026-07-09"
        ),
        "2f4c399": .init(
          id: "2f4c399cafe0", subject: "Run a __small__ step on one stream", author: "Somebody Else",
          date: "2026-05-13"),
        "0108ac5": .init(
          id: "0108ac5982c1", subject: "Skip events when there is one stream", author: "Somebody Else",
          date: "2026-03-12"),
      ],
      files: [
        .init(path: "src/scheduler.c", isTest: false, isAdded: false),
        .init(path: "tests/test_small.c", isTest: true, isAdded: true),
      ],
      affected: ["v0.3.0"], directory: ".postmortem/cases/RILL-142",
      today: "2026-07-10")
  }

  func draft(_ facts: RecordFacts, over existing: String? = nil, memory: DraftMemory = .init()) throws
    -> (text: String, writer: RecordWriter)
  {
    let writer = try RecordWriter(
      facts, templates: SectionTemplates(), over: existing.map { Array($0.utf8) }, memory: memory)
    return (String(decoding: writer.text, as: UTF8.self), writer)
  }

  @Test func `a record holds what the case holds, section by section`() throws {
    let expected = """
      ---
      key: RILL-142
      title: Evaluating a graph in small steps hangs
      owner: Mei-Lin Hart
      fix:
        - e3dcc8a011b4a78cc1034b95b3f74a950b293cd6
      pull_request: "#67"
      introduced_by: 0108ac5982c1
      introduced: 2026-03-12
      fixed: 2026-07-09
      drafted: 2026-07-10
      affected:
        - v0.3.0
      validation: proved (E1)
      evidence:
        measured: E1
      standings:
        measured: 1
        found: 0
        attested: 0
      ---

      # RILL-142: Evaluating a graph in small steps hangs

      ## Summary

      Evaluating a graph in small steps hangs. Every task is recorded. (RILL-142, pull request #67; owner: Mei-Lin Hart.)

      ## Symptom

      Before the fix the repro fails with this (E1):

      ````
      a fence: ```
      ````

      ## Root cause

      `scheduler_submit` records no event when `stream_count == 1`.

      It began with `0108ac5982` “Skip events when there is one stream” (2026-03-12).

      ## Fix

      `e3dcc8a011` “Record the event of every task (#67)” (Mei-Lin Hart, 2026-07-09) changes `src/scheduler.c` and adds \
      the test `tests/test_small.c`.

      The event is recorded by the task itself.

      ## Validation

      - Measured (E1): `./repro.sh` failed in 10 of 10 runs before the fix (with `tests/test_small.c` carried onto it), \
      95 % interval 72–100 %, and in 0 of 10 after it, 0–28 %.

      Not tested: macOS. The runs were made on one machine (Debian GNU/Linux 12, Linux 6.1 x86_64, 2 processors) and \
      say nothing of others.

      ## Action items

      None. The fix removes the only fast path.

      ## Evidence

      - E1, measured 2026-07-10T08:00:00Z: e3dcc8a011 fixes what the repro shows. Report sha256:abababababababab

      To run E1 by hand:

      ```
      git worktree add --detach ../before 1c993eb6f6
      ```

      Facts behind this record: 1 measured, 0 found, 0 attested.

      """
    #expect(try draft(Self.facts).text == expected)
  }

  @Test func `how the fix arrived is told as far as it is known`() throws {
    var facts = Self.facts
    facts.facts.fix.branch = "fix/small_steps"
    #expect(try draft(facts).text.contains("`tests/test_small.c`. The fix was made on `fix/small_steps`.\n"))
    facts.arrival.mergeCommit = "4fd97a2b3c4d5e6f"
    facts.arrival.merged = "2026-07-10"
    facts.arrival.firstRelease = "v0.3.1"
    let text = try draft(facts).text
    #expect(
      text.contains(
        "The fix was made on `fix/small_steps`, was merged by `4fd97a2b3c` (2026-07-10) and was first released in v0.3.1.\n"
      ))
    #expect(text.contains("\nbranch: fix/small_steps\n"))
    #expect(
      text.contains("\nmerge_commit: 4fd97a2b3c4d5e6f\nmerged: 2026-07-10\nfirst_release: v0.3.1\ndrafted: "))
  }

  @Test func `who wrote the commit where it began is not told`() throws {
    #expect(try !draft(Self.facts).text.contains("Somebody Else"))
  }

  @Test func `what was attested and not measured is told on the first page`() throws {
    var facts = Self.facts
    facts.evidence = []
    facts.facts.repro.attested.by = "Priya N."
    var run = Case.Validation()
    run.what = "A week of soak without a hang"
    run.attested.by = "Priya N."
    run.attested.on = "2026-07-20"
    run.attested.see = "https://ci.example.com/soak/7"
    facts.facts.validation = [run]
    let text = try draft(facts).text
    #expect(
      text.contains("owner: Mei-Lin Hart.) Repro and validation are attested by Priya N., not measured.\n"))
    #expect(
      text.contains(
        "- Attested (Priya N., 2026-07-20, https://ci.example.com/soak/7): A week of soak without a hang."))
    #expect(!text.contains("## Symptom"))
  }

  @Test func `latent code names both commits, as their authors wrote them`() throws {
    var facts = Self.facts
    facts.facts.cause.exposedBy = "2f4c399"
    #expect(
      try draft(facts).text.contains(
        "It began with `0108ac5982` “Skip events when there is one stream” (2026-03-12), and shows since "
          + "`2f4c399caf` “Run a \\_\\_small\\_\\_ step on one stream” (2026-05-13).\n"))
    facts.facts.cause.introducedBy = ""
    #expect(try draft(facts).text.contains("\nIt shows since `2f4c399caf`"))
  }

  @Test func `drafting again with the same facts changes nothing, on another day too`() throws {
    let first = try draft(Self.facts)
    var facts = Self.facts
    facts.today = "2026-08-01"
    let second = try draft(facts, over: first.text, memory: first.writer.memory)
    #expect(second.text == first.text)
    #expect(second.writer.memory.revisions == 0)
    #expect(second.writer.changes.allSatisfy { $0.kind == .unchanged })
  }

  @Test func `an edited section is kept, an untouched one is renewed, and the differences are shown`() throws
  {
    let first = try draft(Self.facts)
    let edited = first.text.replacing("Every task is recorded.", with: "Tasks are recorded, always.")
    var facts = Self.facts
    facts.facts.fix.summary = "Something else"
    facts.facts.notCovered = ["Windows"]
    let second = try draft(facts, over: edited, memory: first.writer.memory)
    #expect(second.text.contains("Tasks are recorded, always."))
    #expect(second.text.contains("Not tested: Windows."))
    let changes = Dictionary(uniqueKeysWithValues: second.writer.changes.map { ($0.part, $0) })
    #expect(changes["Summary"]?.kind == .kept)
    #expect(
      changes["Summary"]?.diff.last?.contains("+Evaluating a graph in small steps hangs. Something else.")
        == true)
    #expect(changes["Validation"]?.kind == .renewed)
    #expect(changes["Validation"]?.diff.filter { $0.hasPrefix("-") || $0.hasPrefix("+") }.count == 2)
    // A person's edit, and the draft that renewed the rest.
    #expect(second.writer.memory.revisions == 2)
  }

  @Test func `of an edited section only what is new in the facts is shown`() throws {
    let first = try draft(Self.facts)
    let edited = first.text.replacing("Every task is recorded.", with: "Tasks are recorded, always.")
    let second = try draft(Self.facts, over: edited, memory: first.writer.memory)
    #expect(second.text == edited)
    #expect(second.writer.changes.first { $0.part == "Summary" }?.diff == [])
    #expect(second.writer.memory.revisions == 1)
    #expect(try draft(Self.facts, over: edited, memory: second.writer.memory).writer.memory.revisions == 1)
  }

  @Test func `title and front matter are renewed, unless a person has edited them`() throws {
    let first = try draft(Self.facts)
    var facts = Self.facts
    facts.facts.title = "It hangs"
    let second = try draft(facts, over: first.text, memory: first.writer.memory)
    #expect(second.text.contains("\ntitle: It hangs\n"))
    #expect(second.text.contains("\n# RILL-142: It hangs\n"))
    let edited = first.text.replacing("owner: Mei-Lin Hart\n", with: "owner: Mei-Lin Hart\nteam: streams\n")
    let third = try draft(facts, over: edited, memory: first.writer.memory)
    #expect(third.text.contains("team: streams"))
    #expect(third.text.contains("\ntitle: Evaluating"))
    #expect(third.writer.changes.first { $0.part == "Front matter" }?.kind == .kept)
    // Blank lines and sections around it stay where they are.
    #expect(second.text.replacing("It hangs", with: "Evaluating a graph in small steps hangs") == first.text)
  }

  @Test func `a section whose facts are gone goes, unless a person has edited it`() throws {
    var facts = Self.facts
    facts.facts.slipped.text = "No test had one stream."
    let first = try draft(facts)
    #expect(first.text.contains("## Why it slipped through"))
    #expect(try !draft(Self.facts, over: first.text, memory: first.writer.memory).text.contains("slipped"))
    let edited = first.text.replacing("No test had", with: "No test at all had")
    #expect(
      try draft(Self.facts, over: edited, memory: first.writer.memory).text.contains("No test at all had"))
  }

  @Test func `what only a person can say is asked for, with what git suggests`() {
    var facts = Self.facts
    facts.facts.owner = ""
    facts.facts.noActions = ""
    #expect(facts.needs.map(\.field) == ["owner", "no_actions"])
    #expect(facts.needs.first?.suggestion == "Mei-Lin Hart")
    #expect(facts.needs.last?.instead == "actions.new.what")
    facts.facts.actions = [Case.Action()]
    #expect(facts.needs.map(\.field) == ["owner", "actions.0.owner", "actions.0.tracked"])
  }

  @Test func `what a record is better with is named in its order, each once, and none that it needs`() {
    var facts = Self.facts
    facts.facts = Case(key: "RILL-142")
    #expect(
      facts.wishes.map(\.field) == [
        "ticket", "symptom.text", "cause.introduced_by", "cause.chain", "tools", "slipped.category",
        "slipped.text", "not_covered",
      ])
    #expect((facts.needs + facts.wishes).allSatisfy { !$0.question.isEmpty })
    facts.facts.symptom.text = "wanted 4"
    facts.facts.actions = [Case.Action()]
    #expect(facts.wishes.map(\.field).contains("symptom.source"))
    #expect(facts.wishes.last?.field == "actions.new.what")
  }

  static let tearing: [(name: String, mechanism: String, error: RecordDraftError)] = [
    ("a heading", "`f` drops it.\n\n## More\n\nText", .holdsHeading(.rootCause, "More")),
    ("an open fence", "`f` drops it:\n\n```\nf()", .staysOpen(.rootCause)),
    ("open HTML", "`f` drops it.\n\n<!-- more", .staysOpen(.rootCause)),
  ]

  @Test(arguments: tearing) func `a fact that would tear the record is refused`(
    _ example: (name: String, mechanism: String, error: RecordDraftError)
  ) {
    var facts = Self.facts
    facts.facts.cause.mechanism = example.mechanism
    #expect(throws: example.error) { try draft(facts) }
  }

  @Test func `a proof that was interrupted takes nothing back`() throws {
    var facts = Self.facts
    guard case .proof(var proof) = facts.evidence[0].fact else { return }
    proof.verdict = "interrupted"
    proof.sentence = "It was interrupted."
    facts.evidence.append(Evidence(number: 2, at: "2026-07-11T08:00:00Z", fact: .proof(proof)))
    #expect(try draft(facts).text == draft(Self.facts).text)
  }

  @Test func `a comparison that would take too long is not made`() throws {
    let first = try draft(Self.facts)
    let long = String(repeating: "A line.\n\n", count: 3000)
    let edited = first.text.replacing("The event is recorded by the task itself.", with: long)
    var facts = Self.facts
    facts.facts.fix.reason = "Another reason."
    let change = try draft(facts, over: edited, memory: first.writer.memory).writer.changes.first {
      $0.part == "Fix"
    }
    #expect(change?.kind == .kept)
    #expect(change?.diff.count == 1)
  }

  @Test func `a value that was given anew counts once`() throws {
    var facts = Self.facts
    for (number, value) in ["x", "y", ""].enumerated() {
      facts.evidence.append(
        Evidence(
          number: number + 2, at: "", fact: .attested(AttestedValue(field: "owner", value: value, by: "Ines"))
        ))
    }
    facts.evidence[3].fact = .attested(AttestedValue(field: "ticket", value: "", by: "Ines"))
    let text = try draft(facts).text
    #expect(text.contains("- E3, attested by Ines: owner\n"))
    #expect(text.contains("1 measured, 0 found, 1 attested."))
  }
}
