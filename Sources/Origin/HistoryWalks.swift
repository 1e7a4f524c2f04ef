import Repository

/// Looks for the last commits of files.
struct HistoryWalks: Sendable {
  typealias Commits = (commits: [ObjectID], end: StreamEnd)

  private let before: Commit
  private let repository: Repository
  private let budget: OriginBudget

  /// So many of the last commits of the files of a fix are looked at.
  private static let historyLimit = 120

  /// And so many of the directory of the first.
  private static let directoryLimit = 40

  /// Looks in the history that ends at `before`.
  init(upTo before: Commit, in repository: Repository, _ budget: OriginBudget) {
    self.before = before
    self.repository = repository
    self.budget = budget
  }

  /// The last commits of files, the newest first.
  func history(of paths: [TreePath]) throws -> Commits {
    try commits(touching: paths, Self.historyLimit, within: budget.left(for: .history))
  }

  /// The last commits of a directory, the newest first.
  func directory(_ path: TreePath?) throws -> Commits {
    try commits(touching: path.map { [$0] } ?? [], Self.directoryLimit, within: budget.left(for: .directory))
  }

  private func commits(touching paths: [TreePath], _ limit: Int, within time: Duration) throws -> Commits {
    guard !paths.isEmpty else { return ([], .complete) }
    guard time > .zero else { return ([], .timeLimit) }
    return try repository.recentCommits(upTo: before, touching: paths, limit: limit, timeLimit: time)
  }
}
