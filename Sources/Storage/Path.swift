/// Paths as text: what `realpath` and the like would do, without asking the disk.
///
/// By bytes: a name may begin with an accent, which makes one character with the slash before it.
public enum Path {
  private static let slash = UInt8(ascii: "/")

  /// `path` taken from `directory`, unless it is absolute; `.` and `..` are resolved by name.
  public static func absolute(_ path: String, from directory: String) -> String {
    var parts: [Substring.UTF8View] = []
    let whole = path.utf8.first == slash ? path : "\(directory)/\(path)"
    for part in whole.utf8.split(separator: slash) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) {
        if !parts.isEmpty { parts.removeLast() }
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// What follows `directory` in `path`, or nil where `path` is elsewhere; empty for the directory itself.
  public static func relative(_ path: String, to directory: String) -> String? {
    if path.utf8.elementsEqual(directory.utf8) { return "" }
    let prefix = directory.utf8.last == slash ? directory : "\(directory)/"
    guard path.utf8.starts(with: prefix.utf8) else { return nil }
    return String(Substring(path.utf8.dropFirst(prefix.utf8.count)))
  }

  /// The directory that holds `path`.
  public static func parent(_ path: String) -> String {
    guard let end = path.utf8.lastIndex(of: slash) else { return "." }
    return end == path.startIndex ? "/" : String(Substring(path.utf8[..<end]))
  }

  /// The last part of `path`.
  public static func name(_ path: String) -> String {
    path.utf8.split(separator: slash).last.map { String(Substring($0)) } ?? path
  }

  /// Whether a path leads to a place below the directory that it is taken from, and not into git's own.
  public static func isWithin(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && ![".", "..", ".git"].contains { part.elementsEqual($0.utf8) }
    }
  }
}
