import Casework
import Repository

/// The days of commits, releases and evidence.
extension Grounding {
  /// The days that the commits of a record have, with what happened on them.
  func days(of commits: [Commit], tags: [String]) throws -> [String: String] {
    var days: [String: String] = [:]
    for (tag, day) in try texts.repository.days(ofTags: tags).sorted(by: { $0.key < $1.key }) {
      days[day] = "the day of the tag \(tag)"
    }
    for commit in (texts.commits.map(\.commit) + commits).reversed() {
      days[Self.day(commit.committerDate)] = "the day on which \(commit.id.short) was committed"
      days[Self.day(commit.authorDate)] = "the day of \(commit.id.short)"
    }
    return days
  }

  func judge(date claim: Claim, _ days: [String: String], of commits: [String: Commit]) throws -> JudgedClaim
  {
    guard let day = DayClaim(claim.text) else {
      return JudgedClaim(claim: claim, standing: nil, source: "it is no day of the calendar")
    }
    if let name = claim.about, let commit = commits[name] {
      let own = [commit.authorDate, commit.committerDate].map(Self.day)
      // Where it was evening for one it was morning for another.
      let isNear = own.compactMap { DayClaim($0) }.contains { abs($0.number - day.number) <= 1 }
      if !isNear {
        return JudgedClaim(
          claim: claim, standing: .unsupported, source: "\(commit.id.short) is of \(own[0])",
          suggestion: claim.text == day.text ? own[0] : nil)
      }
      return JudgedClaim(claim: claim, standing: .found, source: "the day of \(commit.id.short)")
    }
    if let source = days[day.text] { return JudgedClaim(claim: claim, standing: .found, source: source) }
    return try inEvidence(claim) { $0.label(holding: day.text) ?? $0.label(holding: claim.text) }
      ?? JudgedClaim(
        claim: claim, standing: nil, source: "nothing that was found here is of that day")
  }

  private static func day(_ moment: String) -> String { String(moment.prefix(10)) }
}
