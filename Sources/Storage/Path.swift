/// Paths as text: what `realpath` and the like would do, without asking the disk.
public enum Path {
  /// `path` taken from `directory`, unless it is absolute; `.` and `..` are resolved by name.
  public static func absolute(_ path: String, from directory: String) -> String {
    var parts: [Substring] = []
    let whole = path.hasPrefix("/") ? path : "\(directory)/\(path)"
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." {
        if !parts.isEmpty { parts.removeLast() }
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// What follows `directory` in `path`, or nil where `path` is elsewhere; empty for the directory itself.
  public static func relative(_ path: String, to directory: String) -> String? {
    if path == directory { return "" }
    let prefix = directory.hasSuffix("/") ? directory : "\(directory)/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  /// The directory that holds `path`.
  public static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of `path`.
  public static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
