#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds programs as a shell would.
public enum ProgramSearch {
  /// The absolute path of `name`, or nil: a path is taken as it is, a bare name is looked up in `path`.
  ///
  /// - Parameter path: directories separated by colons, as in the variable `PATH`.
  public static func find(_ name: String, path: String?) -> String? {
    if name.utf8.contains(UInt8(ascii: "/")) { return isExecutableFile(name) ? name : nil }
    if name.isEmpty { return nil }
    let directories = (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    for directory in directories where directory.hasPrefix("/") {
      let candidate = "\(directory)/\(name)"
      if isExecutableFile(candidate) { return candidate }
    }
    return nil
  }

  private static func isExecutableFile(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path, X_OK) == 0
  }
}
