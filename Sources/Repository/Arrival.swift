/// How a commit came onto the branch that work is delivered from.
public struct Arrival: Sendable, Equatable {
  /// A merge with its message.
  public struct Merge: Sendable, Equatable {
    /// The merge.
    public var commit: Commit

    /// What it says.
    public var message: CommitMessage
  }

  /// A branch, and where its name is from.
  public struct Branch: Sendable, Equatable {
    /// Its name, without the name of a remote.
    public var name: String

    /// The commit whose message names it; nil where a branch of this repository ends at the commit.
    public var namedBy: Commit?
  }

  /// The commit's own message.
  public var message: CommitMessage

  /// The first merge that took the commit in: where it went over several branches, that into the first of them.
  public var firstMerge: Merge?

  /// The merge that brought it onto the main branch; nil where it stands there by itself, or is not there.
  public var mainMerge: Commit?

  /// The branch that it was made on.
  public var branch: Branch?
}

extension Repository {
  /// How a commit came onto the main branch, or, where the remote's is behind it, onto the local one of its name.
  ///
  /// The branch that it was made on is what the subject of the first merge says; else the one branch that ends at the
  /// commit. One that ends there together with the main branch says nothing: it may just have been begun. Neither does
  /// one that holds a commit which names its request: it may gather what was made on others.
  ///
  /// - Throws: `RepositoryError`.
  public func arrival(of commit: Commit) throws -> Arrival {
    var arrival = Arrival(message: try message(of: commit))
    guard let main = try mainBranch() else { return arrival }
    let mainName = Self.branchName(main)
    var merges: [Commit] = []
    let local = "refs/heads/\(mainName)"
    for tip in main == local ? [main] : [main, local] where merges.isEmpty {
      merges = try self.merges(bringing: commit, to: tip)
    }
    if merges.isEmpty, commit.parents.count > 1,
      try succeeds(["merge-base", "--is-ancestor", commit.id.digits, main])
    {
      merges = [commit]
    }
    arrival.mainMerge = merges.first
    if let first = merges.last { arrival.firstMerge = .init(commit: first, message: try message(of: first)) }
    arrival.branch = try branch(of: commit, arrival, besides: mainName)
    return arrival
  }

  /// The branch of a name like "refs/remotes/origin/fix/x" or "refs/heads/fix/x", without the remote.
  public static func branchName(_ reference: String) -> String {
    var line = LineReader(reference)
    if line.skip("refs/heads/") { return line.remainder }
    return line.skip("refs/remotes/") && line.take(upTo: "/") != nil ? line.remainder : reference
  }

  /// The merges that brought a commit to a tip, from the one on the tip's own line down to the first one.
  private func merges(bringing commit: Commit, to tip: String) throws -> [Commit] {
    var merges: [Commit] = []
    var tip = tip
    while let merge = try merge(bringing: commit, to: tip) {
      merges.append(merge)
      // What it brought may have been merged before, on the branch that it took in.
      guard let side = try merge.parents.dropFirst().first(where: { try isOrComesBefore(commit.id, $0) }),
        side != commit.id
      else { break }
      tip = side.digits
    }
    return merges
  }

  /// The merge on the line of first parents of a tip by which a commit came there; nil where there is none.
  private func merge(bringing commit: Commit, to tip: String) throws -> Commit? {
    let span = "\(commit.id)..\(tip)"
    // git cannot follow both at once: with --first-parent it loses the way to a commit on a merged branch.
    guard let line = try outputIfAny(["rev-list", "--first-parent", span]),
      let between = try outputIfAny(["rev-list", "--ancestry-path", span])
    else { return nil }
    let after = Set(Self.lines(between))
    guard let oldest = Self.lines(line).last(where: after.contains) else { return nil }
    let merge = try self.commit(ObjectID(oldest))
    // Where the commit stands on that line itself, the next one there is its child.
    return merge.parents.count > 1 && merge.parents.first != commit.id ? merge : nil
  }

  private func isOrComesBefore(_ commit: ObjectID, _ other: ObjectID) throws -> Bool {
    try commit == other || succeeds(["merge-base", "--is-ancestor", commit.digits, other.digits])
  }

  private func branch(of commit: Commit, _ arrival: Arrival, besides main: String) throws -> Arrival.Branch? {
    if let name = arrival.message.merge?.branch, name != main { return .init(name: name, namedBy: commit) }
    // A commit that is itself what became of a request was not made on the branch where it ended up.
    guard arrival.message.pullRequest == nil else { return nil }
    if let merge = arrival.firstMerge, let name = merge.message.merge?.branch, name != main {
      return .init(name: name, namedBy: merge.commit)
    }
    let references = try line([
      "for-each-ref", "--points-at=\(commit.id)", "--format=%(refname)", "refs/heads", "refs/remotes",
    ])
    let names = Set(Self.lines(Array(references.utf8)).map(Self.branchName)).subtracting(["HEAD"])
    guard names.count == 1, let name = names.first, name != main else { return nil }
    return .init(name: name, namedBy: nil)
  }

  private static func lines(_ output: [UInt8]) -> [String] {
    output.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
