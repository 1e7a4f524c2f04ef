import Scratch
import Statistics
import Testing

@testable import Proof
@testable import Repository

@Suite struct ProofWordingTests {
  private let plan: ProofPlan

  init() throws {
    plan = try .sample()
  }

  private func wording(
    _ before: String, _ after: String, symptom: Symptom = .anyFailure, verdict: Verdict? = nil
  ) -> ProofWording {
    let tally = ProofTally(before: before, after: after)
    var plan = plan
    plan.request.symptom = symptom
    return ProofWording(
      plan: plan, tally: tally, verdict: verdict ?? StoppingRule.verdict(tally), setupFailures: [])
  }

  @Test func `each verdict has its sentence and its advice`() {
    let wordings = [
      wording("x" * 10, "." * 10), wording("x" * 10, "." * 10, symptom: .hang), wording("...", "..."),
      wording("xxx", "xxx"), wording("xx", "hh"), wording("x" * 20, "x" + "." * 19), wording("...", "xxx"),
      wording("..", "hh"), wording("ccc", "ccc"), wording("www", "..."), wording("xxx", "bbb"),
      wording("nnn", "..."),
      wording("xxx", "sss"), wording("xxx", "..."), wording("xx.", "..."), wording("hh", "hh"),
      wording("hh", ".."),
      wording("", "", verdict: .setupFailed), wording("x", ".", verdict: .interrupted),
    ]
    let text = wordings.map { wording in
      ([wording.verdict.rawValue, wording.sentence] + wording.advice).map { "\($0)\n" }.joined()
    }
    expectEqualText(text.joined(separator: "\n"), Self.golden)
  }

  @Test func `a change that is not committed, and a fix of several commits, are named as such`() {
    var plan = plan
    plan.span.named = [.sample(2), .sample(3)]
    let tally = ProofTally(before: "x" * 10, after: "." * 10)
    let several = ProofWording(plan: plan, tally: tally, verdict: .proved, setupFailures: [])
    #expect(several.sentence.hasPrefix("The fix (2 commits) fixes what the repro shows: "))
    plan.span.isUncommitted = true
    let uncommitted = ProofWording(plan: plan, tally: tally, verdict: .proved, setupFailures: [])
    #expect(uncommitted.sentence.hasPrefix("The uncommitted change fixes what the repro shows: "))
  }

  @Test
  func `a sentence of another failure does not deny the runs that passed`() {
    let sentence = wording("x" * 20, "." * 19 + "b").sentence
    #expect(!sentence.contains("neither passes"))
    #expect(sentence.contains("1 of 20"))
  }

  @Test(
    arguments: [
      (1, of: 1, 10, 10), (1, of: 2, 14, 39), (3, of: 10, 14, 68), (1, of: 100, 14, 2145),
      (0, of: 10, 14, nil),
      (0, of: 0, 14, nil),
    ] as [(Int, of: Int, Int, Int?)])
  func `the runs that would do follow from the rate`(failures: Int, runs: Int, needed: Int, expected: Int?) {
    #expect(ProofWording.runsToDecide(rate: .init(failures, of: runs), failures: needed) == expected)
  }

  @Test func `what a reader should beware of is said`() {
    let added = Change(
      path: TreePath("data/new.txt"), kind: .added, mode: "100644", blob: ObjectID("0"), addedLines: 1,
      deletedLines: 0)
    let tally = ProofTally(before: "x" * 10 + "b", after: "." * 11)
    var plan = plan
    plan.changes = [added]
    let wording = ProofWording(
      plan: plan, tally: tally, verdict: .proved, setupFailures: [])
    let symptom = ProofReport.SymptomReport(
      pinned: nil,
      appearances: [
        .init(
          signature: "a", runs: 7, hasOtherNumbers: false, ending: "signal 11", excerpt: ["lost"],
          log: "1.log"),
        .init(signature: "b", runs: 3, hasOtherNumbers: false, ending: "signal 6", excerpt: [], log: "2.log"),
      ], isSame: false)
    let runs = [
      RunRecord.sample(excerpt: ["cannot open new.txt"], strays: 2), .sample(.after, .pass, strays: 1),
    ]
    expectEqualText(
      wording.cautions(symptom: symptom, runs: runs).map { "\($0)\n" }.joined(),
      """
      The failures before the fix do not look alike (7 × lost; 3 × b): --symptom REGEX pins the one that is meant.
      A failure before the fix names data/new.txt, a file that the fix adds: is it the symptom, or the lack of the file?
      3 processes that the repro had left behind were ended.
      1 of 11 runs before the fix neither passed nor showed the symptom and count for nothing: a build error (error: no such type).

      """)
  }

  @Test func `where there is nothing to beware of, nothing is said`() {
    let symptom = ProofReport.SymptomReport(pinned: nil, appearances: [], isSame: true)
    #expect(wording("x" * 10, "." * 10).cautions(symptom: symptom, runs: [.sample()]) == [])
  }

  private static let golden = """
    proved
    2222222222 fixes what the repro shows: 10 of 10 runs failed before it, 0 of 10 after it.

    proved
    2222222222 fixes what the repro shows: 10 of 10 runs did not end before it, 0 of 10 after it.

    passes-before
    The repro passes before the fix as well: 0 of 3 runs failed there, so it does not show what the fix \
    mends.
    A failure rate below 63 % is not excluded. To see a failure once with 95 % probability, a rate of 30 % \
    wants 9 runs, 10 % wants 29, 5 % wants 59, 1 % wants 299: --runs N.
    If the bug needs a test that the fix brings in a file that was not carried: --carry PATH.

    still-fails
    The symptom still shows after the fix: 3 of 3 runs failed there, 3 of 3 before it.
    The logs of the failures after the fix are in the evidence directory.

    still-fails
    The repro does not end after the fix (2 of 2 runs): 2 of 2 runs failed before it.
    The logs of the failures after the fix are in the evidence directory.

    fails-less
    The symptom shows more rarely after the fix, but it still shows: 1 of 20 runs failed there, 20 of 20 \
    before it.
    The logs of the failures after the fix are in the evidence directory.

    fails-only-after
    The repro fails only after the fix: 3 of 3 runs failed there, 0 of 3 before it.
    Is this the right fix, and the right parent? --before REV and --after REV choose other trees.

    fails-only-after
    The repro passes before the fix and does not end after it: 2 of 2 runs ran into the time limit there.
    Is this the right fix, and the right parent? --before REV and --after REV choose other trees.

    other-failure-before
    Before and after the fix the repro fails for another reason than the symptom: a command was not found \
    (ctest).
    A path in the repro is taken from the root of each tree, or from your directory if git does not track \
    it.

    other-failure-before
    Before the fix the repro fails for another reason than the symptom: it failed without the symptom \
    (lost connection).
    Does --symptom match what the failing run prints? The logs are in the evidence directory.

    other-failure-after
    After the fix the repro neither passes nor shows the symptom: a build error (error: no such type).
    If this failure is the symptom all the same: --symptom REGEX that matches it.

    no-test-ran
    In the tree before the fix no test ran (pytest), so a pass there says nothing.
    Does the filter of the repro name a test that exists in both trees? A test that only the fix brings is \
    carried if its file counts as a test; --carry PATH adds others.

    no-test-ran
    In the tree after the fix every test was skipped (pytest: 3), so a pass there says nothing.
    Does the filter of the repro name a test that exists in both trees? A test that only the fix brings is \
    carried if its file counts as a test; --carry PATH adds others.

    rate-too-low
    The budget ends before it is decided: 3 of 3 runs failed before the fix and 0 of 3 after it; 10 \
    failures before it are needed.
    At this rate about 10 runs a side would do: the same command with a larger --max-runs or --max-time \
    goes on from these runs.

    rate-too-low
    The symptom shows too rarely to decide within the budget: 2 of 3 runs failed before the fix and 0 of 3 \
    after it; 14 failures before it are needed.
    At this rate about 28 runs a side would do: the same command with a larger --max-runs or --max-time \
    goes on from these runs.

    hangs
    The repro hangs before the fix and after it: 2 of 2 runs did not end within 60 s.
    If the hang is the symptom: --symptom hang. If the repro only is slow: a larger --timeout than 60 s.

    hangs
    The repro hangs before the fix: 2 of 2 runs did not end within 60 s.
    If the hang is the symptom: --symptom hang. If the repro only is slow: a larger --timeout than 60 s.

    setup-failed
    The set-up command failed.

    interrupted
    Interrupted, undecided: so far 1 of 1 runs failed before the fix and 0 of 1 after it.
    The same command goes on from these runs.

    """
}
