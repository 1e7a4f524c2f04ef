import Subprocess

extension Repository {
  /// Files of a commit, among some, that name one of some words; words as `words(_:foundIn:)` takes them.
  ///
  /// - Parameters:
  ///   - places: files and directories; where there are too many for a command line, all files are looked into and the
  ///     others left out.
  /// - Throws: `RepositoryError`.
  public func files(
    naming words: [String], in commit: ObjectID, within places: [TreePath], timeLimit: Duration
  ) throws -> (files: [TreePath], end: StreamEnd) {
    let asked = words.filter { !$0.isEmpty && !$0.utf8.contains(0x0A) }
    let named = places.filter(\.isText)
    guard !asked.isEmpty, !named.isEmpty else { return ([], .complete) }
    let isShort = named.count <= Self.placeLimit
    let known = Set(named)
    var files: [TreePath] = []
    let end = try git.stream(
      ["-c", "core.quotePath=false", "grep", "-l", "-I", "-w", "-F", "--no-color", "--no-recurse-submodules"]
        + ["-f", "-", commit.digits, "--"] + (isShort ? named.map { ":(top,literal)\($0)" } : [":(top)"]),
      in: directory, input: Array(asked.map { "\($0)\n" }.joined().utf8),
      adding: naming.merging(["GIT_ALLOW_PROTOCOL": "none"]) { $1 }, timeLimit: timeLimit,
      mayFindNothing: true
    ) { line in
      // A name stands behind that of the commit and a colon.
      let name = line.dropFirst(commit.digits.utf8.count + 1)
      let path = TreePath(bytes: QuotedPath.read(name)?.name[...] ?? name)
      if isShort || known.contains(where: path.isWithin) { files.append(path) }
    }
    return (files, end)
  }

  private static let placeLimit = 500
}

extension TreePath {
  /// Whether it is `other`, or stands below it.
  fileprivate func isWithin(_ other: TreePath) -> Bool {
    bytes.starts(with: other.bytes)
      && (bytes.count == other.bytes.count || bytes[other.bytes.count] == UInt8(ascii: "/"))
  }
}
