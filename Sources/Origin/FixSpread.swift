import Proof
import Repository
import Subprocess

/// How far a fix went, wherever its bug began: the releases with it, and its backports.
struct FixSpread {
  /// The releases that hold it, the oldest version first.
  let releases: NameList

  /// Commits elsewhere that do the same.
  let backports: [OriginReport.Backport]

  /// Where these are.
  let backported: Holding

  /// Whether that is all of them.
  var isComplete: Bool { releases.end == .complete && backported.isComplete }

  /// What was not read to its end.
  private(set) var unread = Unread()

  /// How far back before the fix was written a backport may stand: clocks differ.
  private static let slack = 86_400

  /// Of so many commits elsewhere it is looked whether they do the same.
  private static let limit = 2000

  init(
    of span: FixSpan, _ reading: FixReading, in repository: Repository, within budget: OriginBudget
  ) throws {
    let fix = span.after
    let releases = try Meanwhile {
      try repository.releases(holding: fix.id, without: [], timeLimit: budget.left(for: .reach))
    }
    // Only of one commit that is no merge there are backports.
    let isOneCommit = span.named.count == 1 && fix.parents == [span.before.id]
    backports =
      isOneCommit
      ? try Self.backports(
        of: fix, reading.head, reading.files.chosen.map(\.path), in: repository, within: budget, &unread)
      : []
    backported = try repository.names(
      holdingOneOf: backports.map { ObjectID($0.commit.commit) }, timeLimit: budget.left(for: .reach))
    self.releases = try releases.value()
    unread.note(.reach, self.releases.end)
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
      timeLimit: budget.left(for: .reach), processes: Machine.current().processorCount)
    for end in [elsewhere.end, picked.end, read.end] { unread.note(.reach, end) }
    var backports: [OriginReport.Backport] = []
    // A fix of which nothing was read, or that changes white space only, is like no other.
    if let own = read.diffs.first(where: { $0.commit.id == fix.id }),
      own.files.contains(where: { !$0.hunks.isEmpty })
    {
      let ownDigest = digest(of: own)
      for diff in read.diffs where diff.commit.id != fix.id && digest(of: diff) == ownDigest {
        // What stands on the fix mends something else in the same way.
        guard try !repository.isAncestor(fix, of: repository.commit(diff.commit.id.digits)) else { continue }
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
