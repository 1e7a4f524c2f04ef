import Subprocess

/// Names, and whether that is all of them; else the time was over.
public struct NameList: Sendable, Equatable {
  /// The names, in their order.
  public var names: [String]

  /// Whether that is all.
  public var isComplete: Bool
}

extension Repository {
  /// The tags of releases that hold a commit and none of some others, the oldest version first.
  public func releases(
    holding commit: ObjectID, without others: [ObjectID], timeLimit: Duration
  ) throws -> NameList {
    let list = try names(
      ["-c", "versionsort.suffix=-", "tag", "--sort=version:refname", "--format=%(refname:strip=2)"],
      holding: commit, without: others, timeLimit: timeLimit)
    return NameList(names: list.names.filter(Self.isVersion), isComplete: list.isComplete)
  }

  /// Branches, local ones and those of remotes, that hold a commit and none of some others.
  public func branches(
    holding commit: ObjectID, without others: [ObjectID], timeLimit: Duration
  ) throws -> NameList {
    let list = try names(
      ["branch", "--all", "--sort=refname", "--format=%(refname) %(symref)"], holding: commit,
      without: others,
      timeLimit: timeLimit)
    // A remote's HEAD is another name for one of its branches; a detached head has no name of its own.
    let whole = list.names.filter { $0.hasPrefix("refs/") && $0.hasSuffix(" ") }.map { String($0.dropLast()) }
    return NameList(names: whole, isComplete: list.isComplete)
  }

  private func names(
    _ command: [String], holding commit: ObjectID, without others: [ObjectID], timeLimit: Duration
  ) throws -> NameList {
    var names: [String] = []
    let options =
      ["--list", "--no-column", "--no-color", "--contains=\(commit)"] + others.map { "--no-contains=\($0)" }
    let end = try stream(command + options, timeLimit: timeLimit) {
      names.append(String(decoding: $0, as: UTF8.self))
    }
    return NameList(names: names, isComplete: end == .complete)
  }

  /// Commits on branches and tags that are not in the history of `commit`, the newest first; no merges.
  ///
  /// - Parameters:
  ///   - since: seconds since 1970; what was committed before is left out.
  ///   - paths: only commits that changed one of these; none for any.
  ///   - text: only commits whose message holds this.
  public func commits(
    outside commit: Commit, since: Int, touching paths: [TreePath], saying text: String?, limit: Int,
    timeLimit: Duration
  ) throws -> (commits: [ObjectID], isComplete: Bool) {
    var commits: [ObjectID] = []
    let grep = text.map { ["--fixed-strings", "--grep=\($0)"] } ?? []
    let end = try stream(
      ["rev-list", "--no-merges", "-n", "\(limit)", "--since=\(since)"] + grep
        + ["--branches", "--remotes", "--tags", "--not", commit.id.digits, "--"], paths: paths,
      timeLimit: timeLimit
    ) { commits.append(ObjectID(String(decoding: $0, as: UTF8.self))) }
    return (commits, end == .complete)
  }
}
