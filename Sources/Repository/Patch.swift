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
    var reader = DiffReader()
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      reader.read(line)
    }
    files = reader.files.map(File.init)
  }
}

extension Patch.File {
  init(_ file: FileDiff) {
    self.init(path: file.path, isBinary: file.isBinary)
    for line in file.hunks.lazy.flatMap(\.lines) {
      switch line.kind {
      case .removed: removed.append(String(decoding: line.text, as: UTF8.self))
      case .added: added.append(String(decoding: line.text, as: UTF8.self))
      case .context: break
      }
    }
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
