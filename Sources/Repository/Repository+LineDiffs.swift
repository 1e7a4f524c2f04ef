import Subprocess

extension Repository {
  /// What differs between a commit and another, or the tracked files of the working tree, without lines around it; renames
  /// recognised.
  ///
  /// - Parameters:
  ///   - after: nil for the working tree.
  ///   - byteLimit: after so much of the text no more is read.
  /// - Throws: `RepositoryError`.
  public func lineDiffs(
    from before: Commit, to after: Commit?, byteLimit: Int, timeLimit: Duration
  ) throws -> (files: [FileDiff], end: StreamEnd) {
    var reader = DiffReader()
    var left = byteLimit
    let end = try git.stream(
      ["diff", "-p", "-M", "-l200", "-U0", "--no-relative"] + Self.plainDiff + [before.id.digits]
        + (after.map { [$0.id.digits] } ?? []) + ["--"],
      in: workTree ?? directory, adding: naming, timeLimit: timeLimit
    ) { line in
      left -= line.count + 1
      if left < 0 { throw EnoughRead() }
      reader.read(line)
    }
    return (reader.files, end)
  }

  /// The files that commits change, of those commits that are here and are no merges, read at the price of one.
  ///
  /// - Parameter commits: whole names; what is none is left out.
  /// - Throws: `RepositoryError`.
  public func filesChanged(by commits: [String]) throws -> [String: [String]] {
    let asked = Set(commits.filter(isWholeName)).sorted()
    guard !asked.isEmpty else { return [:] }
    var files: [String: [String]] = [:]
    var commit = ""
    // A clone without all objects does not fetch them for this.
    _ = try git.stream(
      ["-c", "core.quotePath=false", "diff-tree", "--stdin", "--root", "-r", "--name-only", "--no-renames"],
      in: directory,
      input: Array(asked.map { "\($0)\n" }.joined().utf8),
      adding: naming.merging(["GIT_ALLOW_PROTOCOL": "none"]) { $1 }
    ) { line in
      let text = String(decoding: line, as: UTF8.self)
      if isWholeName(text) { commit = text } else { files[commit, default: []].append(text) }
    }
    return files
  }

  /// Files of the working tree that git does not know and is not told to ignore.
  ///
  /// - Throws: `RepositoryError`.
  public func untrackedFiles() throws -> [TreePath] {
    guard let workTree else { return [] }
    return try git.output(
      ["ls-files", "-z", "--others", "--exclude-standard"], in: workTree, adding: naming
    ).split(separator: 0).map { TreePath(bytes: $0) }
  }
}

extension FileDiff {
  /// A file that comes, whose lines are not told.
  public init(new path: TreePath) {
    self.path = path
    oldPath = nil
  }

  /// The files of a patch, as `git diff`, `git format-patch` or `diff -u` print it; none where it is no patch.
  public static func list(of patch: [UInt8]) -> [FileDiff] {
    var reader = DiffReader()
    var hasHeader = false
    var old: ArraySlice<UInt8>?
    for line in patch.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if !reader.isInHunk {
        if line.starts(with: "diff --git ".utf8) { hasHeader = true }
        // `diff -u` has no line of git's before the names.
        if line.starts(with: "--- ".utf8), !hasHeader { old = line }
        if line.starts(with: "+++ ".utf8), let from = old {
          let path = name(behind: line) ?? name(behind: from) ?? []
          reader.read(Array("diff --git a/".utf8 + path + " b/".utf8 + path)[...])
          if name(behind: from) == nil { reader.read(Array("new file mode 100644".utf8)[...]) }
          old = nil
          continue
        }
      }
      reader.read(line)
    }
    return reader.files
  }

  /// The path behind `--- ` or `+++ `, without git's `a/` and the time that `diff` adds; nil for `/dev/null`.
  private static func name(behind line: ArraySlice<UInt8>) -> [UInt8]? {
    let path = line.dropFirst(4).prefix { $0 != 0x09 }
    if path.elementsEqual("/dev/null".utf8) { return nil }
    let hasSide = path.starts(with: "a/".utf8) || path.starts(with: "b/".utf8)
    return Array(hasSide ? path.dropFirst(2) : path)
  }
}
