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
      byHand: ["git worktree add --detach ../before 1c993eb6f6"], digest: String(repeating: "ab", count: 32))
    return RecordFacts(
      facts: bug, evidence: [Evidence(number: 1, at: "2026-07-10T08:00:00Z", fact: .proof(proof))],
      commits: [
        fix: .init(
          id: fix, subject: "Record the event of every task (#67)", author: "Mei-Lin Hart", date: "2026-07-09"
        ),
        "0108ac5": .init(
          id: "0108ac5982c1", subject: "Skip events when there is one stream", author: "Somebody Else",
          date: "2026-03-12"),
      ],
      files: [
        .init(path: "src/scheduler.c", isTest: false), .init(path: "tests/test_small.c", isTest: true),
      ],
      today: "2026-07-10")
  }

  func draft(_ facts: RecordFacts, over existing: String? = nil, memory: RecordWriter.Memory = .init()) throws
    -> (text: String, writer: RecordWriter)
  {
    let writer = try RecordWriter(facts, over: existing.map { Array($0.utf8) }, memory: memory)
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
      introduced_by: 0108ac5
      fixed: 2026-07-09
      drafted: 2026-07-10
      validation: proved (E1)
      ---

      # RILL-142: Evaluating a graph in small steps hangs

      ## Summary

      Evaluating a graph in small steps hangs. Every task is recorded. (RILL-142, pull request #67; owner: Mei-Lin Hart.)

      ## Symptom

      The repro prints, before the fix (E1):

      ````
      a fence: ```
      ````

      ## Root cause

      `scheduler_submit` records no event when `stream_count == 1`.

      It began with `0108ac5982` “Skip events when there is one stream” (2026-03-12).

      ## Fix

      `e3dcc8a011` “Record the event of every task (#67)” (Mei-Lin Hart, 2026-07-09) changes `src/scheduler.c`; the \
      tests are in `tests/test_small.c`.

      The event is recorded by the task itself.

      ## Validation

      - Measured (E1): `./repro.sh` failed in 10 of 10 runs before the fix (95 % interval 72–100 %) and in 0 of 10 after \
      it (0–28 %).

      Not tested: macOS.

      ## Action items

      None. The fix removes the only fast path.

      ## Evidence

      - E1, measured 2026-07-10T08:00:00Z: e3dcc8a011 fixes what the repro shows. Report `sha256:abababababab`.

      To see E1 by hand:

      ```
      git worktree add --detach ../before 1c993eb6f6
      ```

      Of these, 1 is measured, 0 found, 0 attested.

      """
    #expect(try draft(Self.facts).text == expected)
  }

  @Test func `who wrote the commit where it began is not told`() throws {
    #expect(try !draft(Self.facts).text.contains("Somebody Else"))
  }

  @Test func `what was attested and not measured is told on the first page`() throws {
    var facts = Self.facts
    facts.evidence = []
    var run = Case.Validation()
    run.what = "A week of soak without a hang"
    run.attested.by = "Priya N."
    run.attested.on = "2026-07-20"
    run.attested.see = "https://ci.example.com/soak/7"
    facts.facts.validation = [run]
    let text = try draft(facts).text
    #expect(text.contains("The validation is attested, not measured: see Validation."))
    #expect(
      text.contains(
        "- Attested (Priya N., 2026-07-20, https://ci.example.com/soak/7): A week of soak without a hang"))
    #expect(!text.contains("## Symptom"))
  }

  @Test func `drafting again with the same facts changes nothing`() throws {
    let first = try draft(Self.facts)
    let second = try draft(Self.facts, over: first.text, memory: first.writer.memory)
    #expect(second.text == first.text)
    #expect(second.writer.memory.revisions == 0)
    #expect(second.writer.changes.allSatisfy { $0.kind == .unchanged })
  }

  @Test func `an edited section is kept, an untouched one is renewed`() throws {
    let first = try draft(Self.facts)
    let edited = first.text.replacing("Every task is recorded.", with: "Tasks are recorded, always.")
    var facts = Self.facts
    facts.facts.fix.summary = "Something else"
    facts.facts.notCovered = ["Windows"]
    let second = try draft(facts, over: edited, memory: first.writer.memory)
    #expect(second.text.contains("Tasks are recorded, always."))
    #expect(second.text.contains("Not tested: Windows."))
    #expect(second.writer.changes.first?.kind == .kept)
    #expect(second.writer.memory.revisions == 1)
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

  @Test func `what only a person can say is asked for`() {
    var facts = Self.facts
    facts.facts.owner = ""
    facts.facts.noActions = ""
    #expect(facts.needs.map(\.field) == ["owner", "no_actions"])
  }
}
