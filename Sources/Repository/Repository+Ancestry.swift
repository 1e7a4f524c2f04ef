/// A commit and its parents by their names.
public struct CommitLine: Sendable, Equatable {
  /// The commit.
  public var id: ObjectID

  /// Its parents, the first one first.
  public var parents: [ObjectID]
}

extension Repository {
  /// The history of a commit, itself included, each commit after its parents.
  ///
  /// - Parameter limit: where there are more commits, the newest so many are given, and the end is `stopped`.
  public func history(upTo commit: Commit, limit: Int) throws -> (commits: [CommitLine], end: StreamEnd) {
    var commits: [CommitLine] = []
    let end = try stream(
      ["rev-list", "--topo-order", "--parents", "-n", "\(limit + 1)", commit.id.digits], timeLimit: nil
    ) { line in
      let names = line.split(separator: UInt8(ascii: " ")).map {
        ObjectID(String(decoding: $0, as: UTF8.self))
      }
      guard let id = names.first else { return }
      commits.append(CommitLine(id: id, parents: Array(names.dropFirst())))
    }
    let isCut = commits.count > limit
    return (commits.prefix(limit).reversed(), isCut ? .stopped : end)
  }

  /// The commits that tags of releases name: tags with a version in their name.
  public func releaseCommits() throws -> Set<ObjectID> {
    var commits: Set<ObjectID> = []
    _ = try stream(
      ["for-each-ref", "--format=%(objectname) %(*objectname) %(refname:strip=2)", "refs/tags"],
      timeLimit: nil
    ) { line in
      let parts = String(decoding: line, as: UTF8.self)
        .split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, Self.isVersion(String(parts[2])) else { return }
      commits.insert(ObjectID(parts[1].isEmpty ? parts[0] : parts[1]))
    }
    return commits
  }
}
