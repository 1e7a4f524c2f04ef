import Repository
import Storage

/// The hook of git that offers a record after a merge.
struct MergeHook {
  /// What others may put into a hook of their own.
  static let line = "postmortem offer --since ORIG_HEAD >&2 2>/dev/null || :"

  /// The whole file.
  static let text = """
    #!/bin/sh
    # Written by `postmortem hook install`; `postmortem hook remove` takes it away.
    # After a merge that brought a bug fix of yours which has no record, it offers one, once. It writes nothing and never fails.
    # Nothing came yet with a squash (1), and nobody reads it in continuous integration.
    [ "${1-0}" = 1 ] || [ -n "${CI-}" ] || \(line)
    exit 0

    """

  /// Where it stands, or would.
  let path: String

  /// - Throws: `MergeHookError.elsewhere` where git takes hooks from a directory that is not this repository's own.
  init(of repository: Repository) throws {
    let directory = try repository.hooksDirectory()
    path = "\(directory)/post-merge"
    let own = FileTree.realPath(repository.commonDirectory) ?? repository.commonDirectory
    let real = FileTree.realPath(directory) ?? directory
    isOwn = Path.relative(real, to: own) != nil
  }

  /// Whether the directory is in that of the repository itself; one that `core.hooksPath` names is shared by others.
  private let isOwn: Bool

  /// What is there.
  enum Standing {
    case nothing
    case ours
    case calling
    case foreign
  }

  /// What is there; a line that begins with `#` calls nothing.
  func standing() throws -> Standing {
    guard FileTree.size(path) != nil else { return .nothing }
    guard FileTree.isFile(path) else { return .foreign }
    let bytes = try FileTree.read(path)
    if bytes == Array(Self.text.utf8) { return FileTree.isLink(path) ? .calling : .ours }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let calls = lines.contains { $0.drop { $0 == " " }.first != "#" && $0.contains("postmortem offer") }
    return calls ? .calling : .foreign
  }

  /// Writes it where nothing is.
  func install() throws -> HookReport.Action {
    switch try standing() {
    case .ours: return .unchanged
    case .calling: return .called
    case .foreign: throw MergeHookError.foreign(path: path)
    case .nothing:
      guard isOwn else { throw MergeHookError.elsewhere(path: path) }
      try FileTree.makeDirectory(Path.parent(path), mode: 0o755)
      try FileTree.write(Array(Self.text.utf8), to: path, mode: 0o755)
      return .installed
    }
  }

  /// Removes it where it is as it was written.
  func remove() throws -> HookReport.Action {
    switch try standing() {
    case .nothing, .foreign: return .absent
    case .calling: throw MergeHookError.edited(path: path)
    case .ours:
      try FileTree.remove(path)
      return .removed
    }
  }
}

/// Why a hook is neither written nor removed.
enum MergeHookError: Error {
  /// Somebody else's hook is there.
  case foreign(path: String)

  /// git takes hooks from a directory that others share.
  case elsewhere(path: String)

  /// A hook that calls us is not as we wrote it.
  case edited(path: String)
}
