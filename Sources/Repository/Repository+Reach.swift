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

  /// Commits on branches and tags that changed some files and are not in the history of `commit`, the newest first; no
  /// merges.
  ///
  /// - Parameter since: seconds since 1970; what was committed before is left out.
  public func commits(
    outside commit: Commit, since: Int, touching paths: [TreePath], limit: Int, timeLimit: Duration
  ) throws -> (commits: [ObjectID], isComplete: Bool) {
    try list(
      ["rev-list", "--no-merges", "-n", "\(limit)", "--since=\(since)", "--branches", "--remotes", "--tags"]
        + ["--not", commit.id.digits, "--"], paths: paths, timeLimit: timeLimit)
  }

  /// Those of some commits whose message holds a text.
  public func commits(
    among commits: [ObjectID], saying text: String, timeLimit: Duration
  ) throws -> (commits: [ObjectID], isComplete: Bool) {
    guard !commits.isEmpty else { return ([], true) }
    return try list(
      ["rev-list", "--no-walk=unsorted", "--stdin", "--fixed-strings", "--grep=\(text)"],
      input: Self.lines(commits), timeLimit: timeLimit)
  }

  private func list(
    _ arguments: [String], paths: [TreePath] = [], input: [UInt8]? = nil, timeLimit: Duration
  ) throws -> (commits: [ObjectID], isComplete: Bool) {
    var commits: [ObjectID] = []
    let end = try stream(arguments, paths: paths, input: input, timeLimit: timeLimit) {
      commits.append(ObjectID(String(decoding: $0, as: UTF8.self)))
    }
    return (commits, end == .complete)
  }
}
