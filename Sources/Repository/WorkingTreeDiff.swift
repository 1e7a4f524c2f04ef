import Storage

/// How the user's working tree differs from its commit, untracked files included, ignored ones not.
public struct WorkingTreeDiff: Sendable, Equatable {
  /// The commit that the working tree stands on; nil before the first one.
  public var commit: Commit?

  /// The diff, as `git apply` reads it; of binary files it holds only the names of their contents.
  public var text: [UInt8]

  /// How many files differ.
  public var files: Int

  /// How many lines came.
  public var added: Int

  /// How many lines went.
  public var removed: Int

  /// Untracked files that are too large, or too many, to be in the diff.
  public var leftOut: [TreePath]
}

extension Repository {
  /// The largest untracked file that a diff of the working tree takes in, in bytes.
  static var largestUntracked: Int { 1 << 20 }

  /// How much of untracked files a diff of the working tree takes in at most, in bytes.
  static var mostUntracked: Int { 8 << 20 }

  /// The diff of the working tree, which leaves the user's index, objects and files as they are.
  ///
  /// - Parameters:
  ///   - excluded: a file or directory at the root that does not count.
  ///   - scratch: a directory that does not exist yet, for what git has to write; it is gone afterwards.
  /// - Throws: `RepositoryError`, `FileError`.
  public func workingTreeDiff(excluding excluded: String, scratch: String) throws -> WorkingTreeDiff {
    guard let workTree else { throw RepositoryError.noWorkingTree }
    defer { try? FileTree.remove(scratch) }
    try FileTree.makeDirectory("\(scratch)/objects")
    let index = "\(scratch)/index"
    if FileTree.isFile("\(gitDirectory)/index") {
      // By its time git knows which files may have changed since without looking so (git's "racy git").
      try FileTree.copy("\(gitDirectory)/index", to: index)
    }
    let asking = PrivateAsking(
      workTree: workTree,
      options: [
        "-c", "core.splitIndex=false", "-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false",
        "-c", "core.safecrlf=false", "-c", "core.quotePath=false", "-c", "lfs.storage=\(scratch)/lfs",
      ]
        + (git.hasProgram("git-lfs")
          ? [] : BorrowingRepository.withoutLFS.flatMap { ["-c", "\($0.0)=\($0.1)"] }),
      variables: [
        "GIT_DIR": gitDirectory, "GIT_WORK_TREE": workTree, "GIT_INDEX_FILE": index,
        "GIT_OBJECT_DIRECTORY": "\(scratch)/objects",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": BorrowingRepository.quotedForAlternates(
          "\(commonDirectory)/objects"),
        "GIT_LITERAL_PATHSPECS": "0",
      ], excluded: excluded)
    let leftOut = try takeInUntracked(asking)
    let commit = try isUnborn() ? nil : commit("HEAD")
    let base = try commit?.id.digits ?? line(["hash-object", "-t", "tree", "/dev/null"])
    let text = try output(
      [
        "diff", "--full-index", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color", "-U3",
        "--submodule=short", "--src-prefix=a/", "--dst-prefix=b/", base,
      ], asking)
    var diff = WorkingTreeDiff(
      commit: commit, text: text, files: 0, added: 0, removed: 0, leftOut: leftOut)
    let counts = try output(["diff", "--numstat", "-z", "--no-renames", "--no-ext-diff", base], asking)
    for record in counts.split(separator: 0) {
      let columns = record.split(separator: UInt8(ascii: "\t"), maxSplits: 2)
      diff.files += 1
      // Binary files have "-" in both columns.
      diff.added += columns.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
      diff.removed += columns.dropFirst().first.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    }
    return diff
  }

  /// How git is asked of the working tree with an index of our own.
  private struct PrivateAsking {
    var workTree: String
    var options: [String]
    var variables: [String: String]
    var excluded: String

    /// Everything but what is excluded.
    var paths: [String] { ["--", ".", ":(top,exclude,literal)\(excluded)"] }
  }

  private func output(_ arguments: [String], _ asking: PrivateAsking) throws -> [UInt8] {
    try git.output(
      asking.options + arguments + asking.paths, in: asking.workTree, adding: asking.variables)
  }

  /// Tells the private index of the untracked files, so that a diff shows them; gives those that it did not take.
  private func takeInUntracked(_ asking: PrivateAsking) throws -> [TreePath] {
    let names = try output(["ls-files", "-z", "--others", "--exclude-standard"], asking).split(separator: 0)
    var room = Self.mostUntracked
    var taken: [UInt8] = []
    var leftOut: [TreePath] = []
    for name in names {
      let path = TreePath(bytes: name)
      let size = FileTree.size("\(asking.workTree)/\(path)")
      // A repository inside of this one is named with a slash at its end.
      guard let size, name.last != UInt8(ascii: "/"), size <= min(room, Self.largestUntracked) else {
        leftOut.append(path)
        continue
      }
      room -= size
      taken += name + [0]
    }
    guard !taken.isEmpty else { return leftOut }
    _ = try git.output(
      asking.options + [
        "--literal-pathspecs", "add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul",
      ], in: asking.workTree, input: taken,
      adding: asking.variables.filter { $0.key != "GIT_LITERAL_PATHSPECS" })
    return leftOut
  }
}
