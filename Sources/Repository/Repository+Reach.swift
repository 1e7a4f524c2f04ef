extension Repository {
  /// Commits on branches and tags that changed some files and are not in the history of `commit`, the newest first; no
  /// merges.
  ///
  /// - Parameters:
  ///   - since: seconds since 1970; what was committed before is left out.
  ///   - limit: where there are more commits, so many are given, and the end is `stopped`.
  public func commits(
    outside commit: Commit, since: Int, touching paths: [TreePath], limit: Int, timeLimit: Duration
  ) throws -> (commits: [ObjectID], end: StreamEnd) {
    let read = try list(
      [
        "rev-list", "--no-merges", "-n", "\(limit + 1)", "--since=\(since)", "--branches", "--remotes",
        "--tags",
      ]
        + ["--not", commit.id.digits, "--"], paths: paths, timeLimit: timeLimit)
    return read.commits.count > limit ? (Array(read.commits.prefix(limit)), .stopped) : read
  }

  /// The last commits up to one whose message holds one of some texts, the newest first; no merges.
  ///
  /// - Parameter limit: where there are more commits, so many are given, and the end is `stopped`.
  public func commits(
    upTo commit: Commit, saying texts: [String], limit: Int, timeLimit: Duration
  ) throws -> (commits: [ObjectID], end: StreamEnd) {
    let read = try list(
      ["rev-list", "--no-merges", "-n", "\(limit + 1)", "--fixed-strings"] + texts.map { "--grep=\($0)" }
        + [commit.id.digits, "--"], timeLimit: timeLimit)
    return read.commits.count > limit ? (Array(read.commits.prefix(limit)), .stopped) : read
  }

  /// Those of some commits whose message holds a text.
  public func commits(
    among commits: [ObjectID], saying text: String, timeLimit: Duration
  ) throws -> (commits: [ObjectID], end: StreamEnd) {
    guard !commits.isEmpty else { return ([], .complete) }
    return try list(
      ["rev-list", "--no-walk=unsorted", "--stdin", "--fixed-strings", "--grep=\(text)"],
      input: Self.lines(commits), timeLimit: timeLimit)
  }

  /// Those of some commits that are not in the history of another one.
  public func commits(of commits: [ObjectID], notIn tip: ObjectID) throws -> Set<ObjectID> {
    let asked = Set(commits)
    var found: Set<ObjectID> = []
    _ = try stream(
      ["rev-list", "--ignore-missing"] + asked.map(\.digits).sorted() + ["^\(tip)", "--"], timeLimit: nil
    ) { line in
      let id = ObjectID(String(decoding: line, as: UTF8.self))
      if asked.contains(id) { found.insert(id) }
      if found.count == asked.count { throw EnoughRead() }
    }
    return found
  }

  /// The full names of the branches, tags and other references that hold a commit, in the order of their names.
  public func references(holding commit: ObjectID) throws -> [String] {
    try line(["for-each-ref", "--contains=\(commit)", "--format=%(refname)"]).split(separator: "\n").map(
      String.init
    ).filter { !$0.hasSuffix("/HEAD") && $0 != "refs/stash" }
  }

  /// Whether somebody of that name wrote a commit up to HEAD; nil where the time was not enough to tell.
  public func hasAuthor(named name: String, timeLimit: Duration) throws -> Bool? {
    let read = try list(
      ["rev-list", "-n", "1", "--fixed-strings", "--author=\(name) <", "HEAD", "--"], timeLimit: timeLimit)
    if !read.commits.isEmpty { return true }
    return read.end == .complete ? false : nil
  }
}
