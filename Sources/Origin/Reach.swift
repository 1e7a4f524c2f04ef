import Repository
import Subprocess

/// How far a bug went: from the commit that introduced it to the fix and its backports.
struct Reach {
  /// What the report says of it.
  let report: OriginReport.Reach

  /// What was not read to its end.
  let unread: Unread

  /// - Parameters:
  ///   - origin: the commit that is taken for the origin.
  ///   - spread: how far the fix went, which is found out meanwhile.
  init(
    from origin: Commit, to spread: Meanwhile<FixSpread>, of reading: FixReading,
    in repository: Repository, within budget: OriginBudget
  ) throws {
    let fix = reading.head.id
    @Sendable func branches(without others: [ObjectID]) throws -> NameList {
      try repository.branches(holding: origin.id, without: others, timeLimit: budget.left(for: .reach))
    }
    func releases(without others: [ObjectID]) throws -> NameList {
      try repository.releases(holding: origin.id, without: others, timeLimit: budget.left(for: .reach))
    }
    let withoutFix = try Meanwhile { try branches(without: [fix]) }
    var held = try releases(without: [])
    let began = try repository.head(of: origin)
    var holding = try withoutFix.value()
    let spread = try spread.value()
    // Git walks the whole history to say again which of them hold the fix or a backport. That is known, if it was read
    // to the end.
    if !spread.isComplete {
      let mended = [fix] + spread.backports.map { ObjectID($0.commit.commit) }
      holding = try branches(without: mended)
      held = try releases(without: mended)
    }
    let mended = Set(spread.releases.names + spread.backported.releases.names)
    held.names.removeAll(where: mended.contains)
    let mendedBranches = Set(spread.backported.branches.names)
    holding.names.removeAll(where: mendedBranches.contains)
    let first = spread.releases.names.first
    var unread = spread.unread
    for list in [held, holding] { unread.note(.reach, list.end) }
    self.unread = unread
    report = OriginReport.Reach(
      releases: held.names, firstFixed: first,
      releaseDays: try repository.days(ofTags: held.names + (first.map { [$0] } ?? [])),
      branches: holding.names, backports: spread.backports,
      daysLatent: max(0, (reading.head.authorTime - began.authorTime) / 86_400),
      isComplete: unread.gaps.isEmpty)
  }
}
