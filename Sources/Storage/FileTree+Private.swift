#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileTree {
  /// Whether a regular file stands at `path`, no symbolic link, that is the user's own and that nobody else may read or
  /// write.
  public static func isPrivateFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && isPrivate(status)
  }

  /// Whether a directory stands at `path`, no symbolic link, that is the user's own and that nobody else may look into.
  public static func isPrivateDirectory(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && isPrivate(status)
  }

  /// Whether what stands at `path`, through symbolic links, is the user's own and nobody else may write it.
  public static func isWrittenByOwnerAlone(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  private static func isPrivate(_ status: stat) -> Bool {
    status.st_uid == geteuid() && status.st_mode & 0o077 == 0
  }

  /// The path of what stands at `path`, without symbolic links; nil where nothing does.
  public static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Looks whether what stands at `path` is below `root`, wherever links lead.
  ///
  /// - Throws: `LeadsElsewhere` where it is not.
  public static func checkWithin(_ root: String, _ path: String) throws(LeadsElsewhere) {
    guard let real = realPath(path), let home = realPath(root), Path.relative(real, to: home) != nil else {
      throw LeadsElsewhere(path: path)
    }
  }

  /// Looks whether what stands at `path`, or would be made there, is below `root`, wherever links lead.
  ///
  /// - Throws: `LeadsElsewhere` where it is not.
  public static func checkPlace(_ path: String, within root: String) throws(LeadsElsewhere) {
    var standing = path
    while size(standing) == nil, standing != Path.parent(standing) { standing = Path.parent(standing) }
    try checkWithin(root, standing)
  }

  /// Looks whether the links below a directory lead to places below `root`; a directory that is none holds none.
  ///
  /// - Parameter depth: how many levels of directories below it are looked into.
  /// - Throws: `LeadsElsewhere` where one does not; `FileError`.
  public static func checkLinks(in directory: String, within root: String, depth: Int) throws {
    guard isDirectory(directory) else { return }
    for name in try list(directory) {
      let path = "\(directory)/\(name)"
      if isLink(path) {
        try checkWithin(root, path)
      } else if depth > 0 {
        try checkLinks(in: path, within: root, depth: depth - 1)
      }
    }
  }
}

/// A path of a repository leads out of it, or nowhere.
public struct LeadsElsewhere: Error, Sendable, Equatable {
  /// The path.
  public var path: String
}
