import Testing

@testable import Origin

@Suite struct TimelineTests {
  private static func commit(_ digit: Character, _ date: String) -> OriginReport.CommitFacts {
    .init(commit: String(repeating: digit, count: 40), subject: "Subject \(digit)", author: "Ada", date: date)
  }

  /// A report of a fix of the tenth of May whose origin is of the second of March.
  static func report(
    verdict: OriginReport.Verdict = .mostLikely, releases: [String: String] = [:], firstFixed: String? = nil,
    attempts: [OriginReport.Attempt] = []
  ) -> OriginReport {
    let origin = commit("a", "2026-03-02")
    var report = OriginReport(
      verdict: verdict, sentence: "It is so.",
      fix: .init(
        after: commit("f", "2026-05-10"), before: String(repeating: "b", count: 40), files: 1, addedLines: 1,
        deletedLines: 1, searched: []),
      named: [.init(commit: origin, kind: "trailer", line: "Fixes: aaaaaaa")],
      candidates: [
        .init(commit: origin, probability: 0.754, daysBeforeFix: 69, reasons: [], features: [:])
      ], reach: nil, considered: 1, outside: 0.1, isCut: false, unread: [], notes: [])
    report.attempts = attempts
    guard verdict != .notDetermined else { return report }
    report.reach = .init(
      releases: releases.keys.filter { $0 != firstFixed }.sorted(), firstFixed: firstFixed,
      releaseDays: releases,
      branches: [], backports: [], daysLatent: 69, isComplete: true)
    return report
  }

  private func lines(_ report: OriginReport) -> [String] {
    Timeline(report).events.map { "\($0.day ?? "-") \($0.title): \($0.detail)" }
  }

  @Test func `what happened stands in the order of its days`() {
    let attempt = OriginReport.Attempt(
      commit: Self.commit("c", "2026-04-01"), kinds: [.sameTicket], reasons: ["names RILL-1"])
    let report = Self.report(
      releases: ["v1.0": "2026-03-20", "v1.1": "2026-04-20", "v1.2": "2026-05-10"], firstFixed: "v1.2",
      attempts: [attempt])
    #expect(
      lines(report) == [
        "2026-03-02 introduced, most likely (75 %): aaaaaaaaaa Subject a",
        "2026-03-20 released with the bug: v1.0", "2026-04-01 an earlier try, perhaps: cccccccccc Subject c",
        "2026-04-20 released with the bug: v1.1", "2026-05-10 fixed: ffffffffff Subject f",
        "2026-05-10 first release with the fix: v1.2",
      ])
  }

  @Test func `of many releases the first and the last are shown, and how many are not`() {
    let days = (10..<30).map { ("v1.\($0)", "2026-03-\($0)") }
    let lines = lines(Self.report(releases: Dictionary(uniqueKeysWithValues: days)))
    #expect(lines.count == 10)
    #expect(lines[4] == "2026-03-13 released with the bug: v1.13")
    #expect(lines[5] == "2026-03-14 released with the bug: 13 more releases")
    #expect(lines[6] == "2026-03-27 released with the bug: v1.27")
  }

  @Test func `as many as are shown are all shown`() {
    let days = (10..<18).map { ("v1.\($0)", "2026-03-\($0)") }
    #expect(lines(Self.report(releases: Dictionary(uniqueKeysWithValues: days))).count == 10)
  }

  @Test func `where the message names the origin that is said`() {
    #expect(lines(Self.report(verdict: .named)).first?.contains("introduced, says the fix's message") == true)
  }

  @Test func `without an origin the fix stands alone`() {
    #expect(lines(Self.report(verdict: .notDetermined)) == ["2026-05-10 fixed: ffffffffff Subject f"])
  }

  @Test func `all of a report but how it is written is in its document`() {
    let fields = Mirror(reflecting: Self.report()).children.compactMap(\.label)
    #expect(Set(fields).subtracting(["format"]) == Set(OriginReport.CodingKeys.allCases.map(\.rawValue)))
  }
}
