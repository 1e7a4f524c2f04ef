import Storage

extension FileTree {
  /// The paths of all such files below a directory, taken from there; links to directories are not followed.
  static func files(endingIn ending: String, below directory: String) throws -> [String] {
    var found: [String] = []
    var pending = [""]
    while let parent = pending.popLast() {
      for name in try list("\(directory)/\(parent)") {
        let path = parent.isEmpty ? name : "\(parent)/\(name)"
        if isDirectory("\(directory)/\(path)") {
          if !isLink("\(directory)/\(path)") { pending.append(path) }
        } else if name.utf8.count > ending.utf8.count, name.hasSuffix(ending),
          isFile("\(directory)/\(path)")
        {
          found.append(path)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
