import Storage

/// A tree of files that was checked out, and what is to be known of it.
public struct CheckedOutTree: Sendable, Equatable {
  /// Its root.
  public var path: String

  /// What was checked out.
  public var commit: ObjectID

  /// Submodules that are not checked out in the user's working tree, and so are empty here.
  public var emptySubmodules: [String] = []

  /// The trees of its submodules that were checked out.
  public var submodules: [CheckedOutTree] = []

  /// Files of Git LFS whose content is not here: they hold a pointer to it.
  public var lfsPointers: [String] = []

  /// A tree that was checked out.
  public init(path: String, commit: ObjectID) {
    self.path = path
    self.commit = commit
  }
}

extension BorrowingRepository {
  /// Checks out `commit` as a working tree at `path`, submodules included.
  ///
  /// A sparse checkout of the user's is sparse here too, but for `always`.
  ///
  /// - Throws: `RepositoryError` where an object or the commit of a submodule is missing.
  public func checkOut(_ commit: ObjectID, at path: String, always carried: [TreePath] = []) throws
    -> CheckedOutTree
  {
    var tree = CheckedOutTree(path: path, commit: commit)
    if isSparse {
      try git(["worktree", "add", "--quiet", "--detach", "--no-checkout", path, commit.digits])
      let own = try lender.git.line(["rev-parse", "--absolute-git-dir"], in: path)
      try FileTree.makeDirectory("\(own)/info")
      try FileTree.write(
        FileTree.read("\(lender.gitDirectory)/info/sparse-checkout"), to: "\(own)/info/sparse-checkout")
      _ = try lender.git.output(["read-tree", "-m", "-u", "HEAD"], in: path)
      try checkOutBeyondSparseness(carried, in: path)
    } else {
      try git(["worktree", "add", "--quiet", "--detach", path, commit.digits])
    }
    try checkOutSubmodules(in: &tree)
    tree.lfsPointers = try lfsPointers(of: commit, in: path)
    return tree
  }

  private func checkOutBeyondSparseness(_ paths: [TreePath], in path: String) throws {
    guard !paths.isEmpty else { return }
    var list: [UInt8] = []
    for path in paths { list += path.bytes + [0] }
    let arguments = [
      "checkout", "--quiet", "--ignore-skip-worktree-bits", "--pathspec-from-file=-", "--pathspec-file-nul",
    ]
    _ = try lender.git.output(arguments, in: path, input: list, adding: ["GIT_LITERAL_PATHSPECS": "1"])
  }

  private func checkOutSubmodules(in tree: inout CheckedOutTree) throws {
    guard FileTree.isFile("\(tree.path)/.gitmodules") else { return }
    for (path, id) in try submoduleCommits(in: tree.path) {
      guard let submodule = try submodule(at: path) else {
        tree.emptySubmodules.append(path)
        continue
      }
      guard try submodule.holds(id) else {
        throw RepositoryError.submoduleCommitMissing(path: path, commit: id)
      }
      let own = try BorrowingRepository(
        creating: "\(directory).modules/\(Path.name(tree.path))/\(path)", borrowingFrom: submodule)
      let inner = try own.checkOut(id, at: "\(tree.path)/\(path)")
      tree.emptySubmodules += inner.emptySubmodules.map { "\(path)/\($0)" }
      tree.lfsPointers += inner.lfsPointers.map { "\(path)/\($0)" }
      tree.submodules.append(inner)
    }
  }

  /// Where the tree at `root` wants which commit of a submodule.
  private func submoduleCommits(in root: String) throws -> [(path: String, commit: ObjectID)] {
    try lender.git.output(["ls-tree", "-r", "-z", "HEAD"], in: root).split(separator: 0).compactMap { entry in
      // "160000 commit <id>\t<path>"
      let parts = entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      guard entry.starts(with: "160000 ".utf8), parts.count == 2 else { return nil }
      let id = String(decoding: parts[0], as: UTF8.self).split(separator: " ").last ?? ""
      return (String(decoding: parts[1], as: UTF8.self), ObjectID(id))
    }
  }

  /// The repository of a submodule, where the user has checked it out.
  private func submodule(at path: String) throws -> Repository? {
    guard let workTree = lender.workTree, FileTree.isDirectory("\(workTree)/\(path)") else { return nil }
    let submodule = try? Repository(
      around: "\(workTree)/\(path)", environment: lender.git.environment, spawner: lender.git.spawner)
    // In a directory without a repository of its own git finds the one around it.
    return submodule?.workTree == "\(workTree)/\(path)" ? submodule : nil
  }

  private func lfsPointers(of commit: ObjectID, in path: String) throws -> [String] {
    let usesLFS = try lender.git.succeeds(
      ["grep", "--quiet", "-F", "filter=lfs", commit.digits, "--", ":(glob)**/.gitattributes"], in: path)
    guard usesLFS else { return [] }
    let files = try lender.git.output(["ls-files", "-z", "--", ":(attr:filter=lfs)"], in: path)
    return files.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter { file in
      guard let bytes = try? FileTree.read("\(path)/\(file)") else { return false }
      return bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8)
    }
  }

  /// Brings a tree back to what was checked out, whatever a run did with git in it: its commit, its files, and
  /// nothing else, ignored files neither.
  ///
  /// A tree that a run has spoiled so that git cannot bring it back is checked out anew.
  public func restore(_ tree: CheckedOutTree, always carried: [TreePath] = []) throws {
    do {
      _ = try lender.git.output(
        ["checkout", "--quiet", "--force", "--detach", tree.commit.digits], in: tree.path)
      _ = try lender.git.output(["reset", "--quiet", "--hard", tree.commit.digits], in: tree.path)
      _ = try lender.git.output(["clean", "-ffdxq"], in: tree.path)
      for submodule in tree.submodules { try restore(submodule) }
    } catch let error where !(error is Interrupted) {
      try FileTree.remove(tree.path)
      try git(["worktree", "prune", "--expire=now"])
      _ = try checkOut(tree.commit, at: tree.path, always: carried)
    }
  }
}

extension Repository {
  /// Whether an object is here, without asking a remote for it.
  func holds(_ id: ObjectID) throws -> Bool {
    try succeeds(["cat-file", "-e", "\(id)^{commit}"])
  }
}
