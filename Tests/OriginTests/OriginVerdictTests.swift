import Repository
import Testing

@testable import Origin

@Suite struct OriginVerdictTests {
  private let threshold = 0.3

  private static let commit = OriginReport.CommitFacts(
    commit: String(repeating: "a", count: 40), subject: "Skip events", author: "Ada", date: "2026-03-01")

  /// A report whose best candidate has a probability.
  private func report(_ probability: Double?, outside: Double, searched: [String] = ["a.c"]) -> OriginReport {
    OriginReport(
      verdict: .mostLikely, sentence: "",
      fix: .init(
        after: Self.commit, before: "b", files: 1, addedLines: 1, deletedLines: 1, searched: searched),
      named: [],
      candidates: probability.map {
        [.init(commit: Self.commit, probability: $0, daysBeforeFix: 1, reasons: [], features: [:])]
      } ?? [], reach: nil, considered: 3, outside: outside, isCut: false, unread: [], notes: [])
  }

  private func unread(_ gap: OriginGap, _ end: StreamEnd) -> Unread {
    var unread = Unread()
    unread.note(gap, end)
    return unread
  }

  @Test(arguments: [
    (0.3, 0.2, true), (0.29, 0.1, false), (0.35, 0.35, false), (0.4, 0.45, false), (0.51, 0.49, true),
  ])
  func `most likely is what reaches the threshold and is likelier than none of them`(
    _ probability: Double, _ outside: Double, _ isLikely: Bool
  ) {
    var report = report(probability, outside: outside)
    report.judge(above: threshold, Unread())
    #expect(report.verdict == (isLikely ? .mostLikely : .notDetermined))
    #expect(report.origin == (isLikely ? Self.commit : nil))
  }

  @Test func `where none of them is likelier, the sentence has both probabilities`() {
    var report = report(0.4, outside: 0.45)
    report.judge(above: threshold, Unread())
    #expect(
      report.sentence
        == "Not determined: the best of 3 candidates has a probability of 40 %, and that it is none of them one of 45 %."
    )
  }

  @Test(arguments: [
    (OriginGap.fix, StreamEnd.stopped, "the fix changes more than is ever read."),
    (
      .fix, .timeLimit,
      "the lines that the fix changes, or who touched them, could not be read in the time given."
    ),
    (
      .blame, .timeLimit,
      "the lines that the fix changes, or who touched them, could not be read in the time given."
    ),
  ])
  func `without the fix and the owners of its lines nothing is likely, and the reason is told`(
    _ gap: OriginGap, _ end: StreamEnd, _ reason: String
  ) {
    var report = report(0.9, outside: 0.1)
    report.judge(above: threshold, unread(gap, end))
    #expect(report.sentence == "Not determined: \(reason)")
    #expect(report.verdict == .notDetermined)
  }

  @Test func `a fix without lines is told from one whose lines nobody touched`() {
    var first = report(nil, outside: 1, searched: [])
    first.judge(above: threshold, Unread())
    #expect(first.sentence == "Not determined: the fix changes no file whose lines could be read.")
    var second = report(nil, outside: 1)
    second.judge(above: threshold, Unread())
    #expect(second.sentence == "Not determined: no commit before the fix touched what it changes.")
  }

  @Test func `more time is offered only where time was short`() {
    #expect(unread(.reach, .complete).notes == [] && unread(.reach, .complete).gaps == [])
    let short = unread(.reach, .timeLimit)
    #expect(short.notes == ["Not all of the history was read in the time given; --max-time gives more."])
    var both = unread(.diffs, .stopped)
    #expect(
      both.notes == [
        "There is more than is ever read of what the candidates did to its files: more time changes nothing."
      ])
    both.add(short)
    #expect(both.gaps == [.diffs, .reach] && both.notes.count == 2)
  }
}
