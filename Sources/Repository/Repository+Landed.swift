import Storage

/// A commit that came, with what it says and whose it is.
public struct LandedCommit: Sendable {
  /// Its identifier.
  public var id: ObjectID

  /// Who wrote it.
  public var authorName: String

  /// The address of who wrote it.
  public var authorAddress: String

  /// Its message.
  public var message: CommitMessage

  /// A commit from its parts.
  public init(id: ObjectID, authorName: String, authorAddress: String, message: CommitMessage) {
    self.id = id
    self.authorName = authorName
    self.authorAddress = authorAddress
    self.message = message
  }
}

extension Repository {
  /// The commits of `HEAD` that are not in the history of a revision, the newest first; no merges.
  ///
  /// - Parameter limit: how many are looked at.
  /// - Throws: `RepositoryError`, also where the revision names none.
  public func landed(since revision: String, limit: Int) throws -> [LandedCommit] {
    let before = try commit(revision)
    let text = try line([
      "log", "-n", "\(limit)", "--no-merges", "--no-show-signature", "--no-notes", "--encoding=UTF-8",
      "--format=%x1e%H%x00%an%x00%ae%x00%B", "\(before.id)..HEAD",
    ])
    return text.split(separator: "\u{1E}").compactMap { record in
      let fields = record.split(separator: "\0", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4 else { return nil }
      return LandedCommit(
        id: ObjectID(fields[0]), authorName: String(fields[1]), authorAddress: String(fields[2]),
        message: CommitMessage(String(fields[3])))
    }
  }

  /// What a commit brought to the line of its first parents: a merge also what it merged.
  ///
  /// - Parameter limit: how many are looked at.
  public func brought(by commit: Commit, limit: Int) throws -> [ObjectID] {
    guard commit.parents.count > 1, let first = commit.parents.first else { return [commit.id] }
    let text = try line(["rev-list", "-n", "\(limit)", "\(first.digits)..\(commit.id.digits)"])
    return text.split(separator: "\n").map { ObjectID($0) }
  }

  /// The address of the user, from git's settings.
  public var userAddress: String? {
    guard let address = try? line(["config", "--get", "user.email"]), !address.isEmpty else { return nil }
    return address
  }

  /// The address of who committed a commit.
  public func committerAddress(of commit: Commit) throws -> String {
    try line(["log", "-1", "--no-show-signature", "--format=%ce", commit.id.digits])
  }

  /// The directory that git takes the hooks of this repository from; `core.hooksPath` moves it.
  public func hooksDirectory() throws -> String {
    Path.absolute(try line(["rev-parse", "--git-path", "hooks"]), from: directory)
  }
}
