/// The lines that a change adds and removes, file by file.
public struct Patch: Sendable, Equatable {
  /// What happens to one file.
  public struct File: Sendable, Equatable {
    /// Where it is.
    public var path: TreePath

    /// Lines that are taken away, in order, without their newlines.
    public var removed: [String] = []

    /// Lines that come, in order, without their newlines.
    public var added: [String] = []

    /// Whether git shows no lines of it.
    public var isBinary = false
  }

  /// The files, in the order of git.
  public var files: [File]

  /// A patch from text with no lines of context, as `git diff-tree -p -U0` prints it.
  public init(_ text: [UInt8]) {
    files = []
    // Inside a hunk its header says how many lines follow: a line of a file may look like anything.
    var removedLeft = 0
    var addedLeft = 0
    for bytes in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let last = files.count - 1
      if removedLeft > 0, bytes.first == UInt8(ascii: "-") {
        files[last].removed.append(String(decoding: bytes.dropFirst(), as: UTF8.self))
        removedLeft -= 1
      } else if addedLeft > 0, bytes.first == UInt8(ascii: "+") {
        files[last].added.append(String(decoding: bytes.dropFirst(), as: UTF8.self))
        addedLeft -= 1
      } else if bytes.starts(with: "diff --git ".utf8) {
        files.append(File(path: Self.path(ofHeader: bytes)))
      } else if last >= 0, bytes.starts(with: "+++ ".utf8) {
        if let path = Self.path(behind: bytes.dropFirst("+++ ".utf8.count)) { files[last].path = path }
      } else if last >= 0, bytes.starts(with: "Binary files ".utf8) {
        files[last].isBinary = true
      } else if last >= 0, bytes.starts(with: "@@ ".utf8) {
        (removedLeft, addedLeft) = Self.counts(ofHunk: String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// The numbers of lines in "@@ -12,3 +14 @@": three removed, one added.
  private static func counts(ofHunk header: String) -> (Int, Int) {
    let spans = header.split(separator: " ").dropFirst().prefix(2).map { span -> Int in
      let parts = span.split(separator: ",")
      return parts.count == 2 ? Int(parts[1]) ?? 0 : 1
    }
    return spans.count == 2 ? (spans[0], spans[1]) : (0, 0)
  }

  /// The path in "diff --git a/PATH b/PATH", where both are the same.
  ///
  /// By bytes: a name may begin with an accent, which makes one character with the slash before it.
  private static func path(ofHeader line: ArraySlice<UInt8>) -> TreePath {
    let both = line.dropFirst("diff --git ".utf8.count)
    if let quoted = QuotedPath.read(both) { return TreePath(bytes: quoted.name.dropFirst("a/".utf8.count)) }
    let rest = both.dropFirst("a/".utf8.count)
    let half = (rest.count - " b/".utf8.count) / 2
    return TreePath(bytes: rest.prefix(max(0, half)))
  }

  /// The path in "b/PATH", quoted or not; nil for "/dev/null".
  private static func path(behind text: ArraySlice<UInt8>) -> TreePath? {
    // git puts a tab behind a path with a blank in it; one with a tab in it is quoted.
    let name = QuotedPath.read(text)?.name[...] ?? text.prefix { $0 != UInt8(ascii: "\t") }
    return name.starts(with: "b/".utf8) ? TreePath(bytes: name.dropFirst("b/".utf8.count)) : nil
  }
}

extension Repository {
  /// The lines that lead from one commit to another, without renames.
  public func patch(from before: Commit, to after: Commit) throws -> Patch {
    Patch(
      try output([
        "-c", "core.quotePath=false", "diff-tree", "-p", "-U0", "--no-renames", "--no-ext-diff",
        "--no-textconv", "--no-color",
        before.id.digits,
        after.id.digits,
      ]))
  }
}
