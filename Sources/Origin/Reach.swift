import Repository

/// How far a bug went: from the commit that introduced it to the fix and its backports.
struct Reach {
  /// What the report says of it.
  let report: OriginReport.Reach

  /// What was not read to its end.
  let unread: Unread

  /// How far back before the fix was written a backport may stand: clocks differ.
  private static let slack = 86_400

  /// Of so many commits elsewhere it is looked whether they do the same.
  private static let limit = 2000

  /// - Parameters:
  ///   - origin: the commit that is taken for the origin.
  ///   - isOneCommit: whether the fix is one commit and no merge: only of such a one there are backports.
  init(
    from origin: Commit, to weighing: OriginWeighing, fix: Commit, isOneCommit: Bool,
    in repository: Repository, within budget: OriginBudget
  ) throws {
    let searched = weighing.files.chosen.map(\.path)
    let began = try repository.head(of: origin)
    // What is quick and tells most comes first; a backport that is found then takes its releases away.
    var fixes = [fix.id]
    var releases = try repository.releases(
      holding: origin.id, without: fixes, timeLimit: budget.left(for: .reach))
    let fixed = try repository.releases(holding: fix.id, without: [], timeLimit: budget.left(for: .reach))
    var branches = try repository.branches(
      holding: origin.id, without: fixes, timeLimit: budget.left(for: .reach))
    var unread = Unread()
    let backports =
      isOneCommit
      ? try Self.backports(
        of: fix, weighing.head, searched, in: repository, within: budget, &unread) : []
    if !backports.isEmpty {
      fixes += backports.map { ObjectID($0.commit.commit) }
      releases = try repository.releases(
        holding: origin.id, without: fixes, timeLimit: budget.left(for: .reach))
      branches = try repository.branches(
        holding: origin.id, without: fixes, timeLimit: budget.left(for: .reach))
    }
    for list in [releases, fixed, branches] { unread.note(.reach, list.end) }
    self.unread = unread
    report = OriginReport.Reach(
      releases: releases.names, firstFixed: fixed.names.first,
      releaseDays: try repository.days(ofTags: releases.names + fixed.names.prefix(1)),
      branches: branches.names, backports: backports,
      daysLatent: max(0, (weighing.head.committerTime - began.committerTime) / 86_400),
      isComplete: unread.gaps.isEmpty)
  }

  /// Commits on other branches that do to the searched files what the fix does, or say that they were picked from it.
  private static func backports(
    of fix: Commit, _ head: CommitHead, _ searched: [TreePath], in repository: Repository,
    within budget: OriginBudget, _ unread: inout Unread
  ) throws -> [OriginReport.Backport] {
    guard !searched.isEmpty else { return [] }
    let since = head.authorTime - slack
    let elsewhere = try repository.commits(
      outside: fix, since: since, touching: searched, limit: limit, timeLimit: budget.left(for: .reach))
    let picked = try repository.commits(
      among: elsewhere.commits, saying: "cherry picked from commit \(fix.id)",
      timeLimit: budget.left(for: .reach))
    let read = try repository.diffs(
      of: [fix.id] + elsewhere.commits, in: searched, byteLimit: 16 << 20,
      timeLimit: budget.left(for: .reach))
    for end in [elsewhere.end, picked.end, read.end] { unread.note(.reach, end) }
    var backports: [OriginReport.Backport] = []
    // A fix of which nothing was read, or that changes white space only, is like no other.
    if let own = read.diffs.first(where: { $0.commit.id == fix.id }),
      own.files.contains(where: { !$0.hunks.isEmpty })
    {
      let ownDigest = digest(of: own)
      for diff in read.diffs where diff.commit.id != fix.id && digest(of: diff) == ownDigest {
        backports.append(.init(commit: .init(diff.commit), how: .sameChange))
      }
    }
    for id in picked.commits where !backports.contains(where: { $0.commit.commit == id.digits }) {
      backports.append(
        .init(commit: .init(try repository.head(of: repository.commit(id.digits))), how: .pickedFrom))
    }
    return backports
  }

  /// A number that is the same for two commits that do the same to the same files, wherever the lines stand.
  private static func digest(of diff: CommitDiff) -> UInt64 {
    var bytes: [UInt8] = []
    for file in diff.files {
      bytes += file.path.bytes + [0]
      for line in file.hunks.lazy.flatMap(\.lines) where line.kind != .context {
        bytes.append(line.kind == .added ? 1 : 2)
        bytes += line.text.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      }
    }
    return Identifiers.digest(bytes[...])
  }
}
