import Repository

/// The files and directories of a commit, to be found by the ends of their paths.
struct PathIndex: Sendable {
  /// What stands at the end of a path.
  enum Entry {
    case file(TreePath)
    case directory
  }

  private var files: [String: [TreePath]] = [:]
  private var directories: [String: [TreePath]] = [:]

  /// Names of files and directories up to their first dot.
  private(set) var stems: Set<String> = []

  init(_ paths: [TreePath]) {
    var known: Set<TreePath> = []
    let slash = UInt8(ascii: "/")
    for path in paths {
      files[path.name, default: []].append(path)
      var end = path.bytes.lastIndex(of: slash)
      // Most files stand beside another one: what is above them is known.
      while let place = end {
        let directory = TreePath(bytes: path.bytes[..<place])
        guard known.insert(directory).inserted else { break }
        directories[directory.name, default: []].append(directory)
        end = directory.bytes.lastIndex(of: slash)
      }
    }
    for name in [files.keys, directories.keys].joined() {
      if let stem = name.split(separator: ".").first { stems.insert(String(stem)) }
    }
  }

  /// What a path, or the end of one, names; a file from the root before others, and files before directories.
  func entry(_ path: String) -> Entry? {
    let wanted = TreePath(path)
    let end = [UInt8(ascii: "/")] + wanted.bytes
    let isMeant = { (known: TreePath) in known == wanted || known.bytes.hasSuffix(end) }
    let candidates = files[wanted.name] ?? []
    if let file = candidates.first(where: { $0 == wanted }) ?? candidates.first(where: isMeant) {
      return .file(file)
    }
    return directories[wanted.name]?.contains(where: isMeant) == true ? .directory : nil
  }

  /// The ends of the paths of files that have so many parts: their names are of one.
  func ends(ofParts count: Int) -> [String] {
    count == 1
      ? Array(files.keys)
      : files.values.joined().compactMap { path in
        let parts = path.parts
        return parts.count < count ? nil : parts.suffix(count).joined(separator: "/")
      }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...] == suffix[...]
  }
}
