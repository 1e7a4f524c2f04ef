import Storage
import Subprocess

extension BorrowingRepository {
  /// A commit whose tree is that of `base` with the given changes of another commit applied to it.
  ///
  /// The commit has `base` as its parent and a fixed author, so that equal trees give equal commits.
  public func commit(on base: Commit, applying changes: [Change], message: String) throws -> ObjectID {
    let index = ["GIT_INDEX_FILE": "\(directory)/carry.index"]
    try git(["read-tree", base.tree.digits], adding: index)
    var lines: [UInt8] = []
    for change in changes {
      let mode = change.kind == .deleted ? "0" : change.mode
      lines += Array("\(mode) \(change.blob)\t".utf8) + change.path.bytes + [0]
    }
    try git(["update-index", "-z", "--index-info"], input: lines, adding: index)
    let tree = try line(["write-tree", "--missing-ok"], adding: index)
    return try commit(tree: ObjectID(tree), on: base, message: message)
  }

  /// A commit of the user's working tree as it is now.
  ///
  /// Untracked files are in it, ignored ones are not. Neither the user's index nor any file or object of theirs is
  /// touched.
  ///
  /// - Throws: `RepositoryError.workingTreeClean` where it is what `head` holds.
  public func snapshot(on head: Commit) throws -> ObjectID {
    guard let workTree = lender.workTree else { throw RepositoryError.noWorkingTree }
    let index = "\(directory)/snapshot.index"
    // A copy of the user's index saves git from reading files that have not changed; by its time git knows which may
    // have without looking so.
    if FileTree.isFile("\(lender.gitDirectory)/index") {
      try FileTree.copy("\(lender.gitDirectory)/index", to: index)
    }
    let variables = [
      "GIT_DIR": lender.gitDirectory, "GIT_WORK_TREE": workTree, "GIT_INDEX_FILE": index,
      "GIT_OBJECT_DIRECTORY": "\(directory)/objects",
      "GIT_ALTERNATE_OBJECT_DIRECTORIES": Self.quotedForAlternates("\(lender.commonDirectory)/objects"),
    ]
    let lfs = lender.git.hasProgram("git-lfs") ? [] : Self.withoutLFS.flatMap { ["-c", "\($0.0)=\($0.1)"] }
    let quiet =
      lfs + [
        "-c", "core.splitIndex=false", "-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false", "-c",
        "lfs.storage=\(directory)/lfs", "-c", "advice.addEmbeddedRepo=false", "-c",
        "core.hooksPath=/dev/null",
      ]
    _ = try lender.git.output(quiet + ["add", "--all", "."], in: workTree, adding: variables)
    let tree = ObjectID(try lender.git.line(quiet + ["write-tree"], in: workTree, adding: variables))
    if tree == head.tree { throw RepositoryError.workingTreeClean }
    return try commit(tree: tree, on: head, message: "Uncommitted changes")
  }

  private func commit(tree: ObjectID, on parent: Commit, message: String) throws -> ObjectID {
    let identity = [
      "GIT_AUTHOR_NAME": "postmortem", "GIT_AUTHOR_EMAIL": "postmortem@localhost",
      "GIT_COMMITTER_NAME": "postmortem", "GIT_COMMITTER_EMAIL": "postmortem@localhost",
      "GIT_AUTHOR_DATE": parent.authorDate, "GIT_COMMITTER_DATE": parent.authorDate,
    ]
    return ObjectID(
      try line(["commit-tree", tree.digits, "-p", parent.id.digits, "-m", message], adding: identity))
  }

  /// What a commit, of the lender's or of this repository, holds.
  public func commit(_ id: ObjectID) throws -> Commit {
    let text = try line([
      "log", "-1", "--no-show-signature", "--no-notes", "--format=\(Repository.commitFormat)", id.digits,
    ])
    return try Repository.parseCommit(text, id: id)
  }

  /// What changed between two trees or commits, of the lender's or of this repository.
  public func changes(from before: ObjectID, to after: ObjectID) throws -> [Change] {
    try Repository.changes(from: before, to: after, in: directory, git: lender.git)
  }

  /// Whether a commit holds a file or directory at this path, or a submodule on the way to it.
  public func contains(path: String, in commit: ObjectID) throws -> Bool {
    if try lender.git.succeeds(
      ["--git-dir=\(directory)", "cat-file", "-e", "\(commit.digits):\(path)"], in: directory)
    {
      return true
    }
    guard !path.split(separator: "/").contains("..") else { return false }
    var directories: [String] = []
    for part in path.split(separator: "/").dropLast() {
      directories.append((directories.last.map { "\($0)/" } ?? "") + part)
    }
    guard !directories.isEmpty else { return false }
    let entries = try git(["--literal-pathspecs", "ls-tree", "-z", commit.digits, "--"] + directories)
    return entries.split(separator: 0).contains { $0.starts(with: "160000 ".utf8) }
  }

  /// Those of the given files of a commit that hold a text.
  public func files(_ paths: [TreePath], containing text: String, in commit: ObjectID) throws -> [TreePath] {
    guard !paths.isEmpty else { return [] }
    let names = paths.map(\.description)
    let capture = try lender.git.run(
      [
        "--git-dir=\(directory)", "--literal-pathspecs", "grep", "-z", "-l", "-F", "-e", text, commit.digits,
        "--",
      ]
        + names, in: directory)
    // "<commit>:<path>", a NUL after each.
    return capture.output.split(separator: 0).map {
      TreePath(bytes: $0.dropFirst(commit.digits.utf8.count + 1))
    }
  }

  /// Whether a line of any file of a tree matches a POSIX extended regular expression.
  public func matches(_ pattern: String, in tree: ObjectID) throws -> Bool {
    try lender.git.succeeds(
      ["--git-dir=\(directory)", "grep", "--quiet", "-I", "-E", "-e", pattern, tree.digits], in: directory)
  }

  @discardableResult
  func git(
    _ arguments: [String], input: [UInt8]? = nil, adding variables: [String: String] = [:]
  ) throws -> [UInt8] {
    try lender.git.output(
      ["--git-dir=\(directory)"] + arguments, in: directory, input: input, adding: variables)
  }

  func line(_ arguments: [String], adding variables: [String: String] = [:]) throws -> String {
    try lender.git.line(["--git-dir=\(directory)"] + arguments, in: directory, adding: variables)
  }
}
