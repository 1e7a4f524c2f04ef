/// What a commit, or a span of commits, did to one file, as `git diff-tree -z --raw --numstat` prints it.
struct RawChange {
  /// Where it is after the change; for a file that goes, where it was.
  let path: TreePath

  /// Where it was before; another path only where renames are looked for.
  let oldPath: TreePath

  /// The letter of git for what happened: A, D, M, T, R or C.
  let status: Character

  /// The mode before, as git writes it ("100644"); "000000" for a file that comes.
  let oldMode: String

  /// The mode after; "000000" for a file that goes.
  let mode: String

  /// The content after.
  let blob: ObjectID

  /// Lines added; nil for a binary file.
  var addedLines: Int?

  /// Lines deleted; nil for a binary file.
  var deletedLines: Int?

  /// What git is asked for.
  static let options = ["diff-tree", "-r", "-z", "--full-index", "--raw", "--numstat"]

  /// Reads what git then prints: all that is raw, then all that is counted.
  static func list(_ output: [UInt8]) -> [RawChange] {
    var fields = output.split(separator: 0, omittingEmptySubsequences: false)[...]
    var changes: [RawChange] = []
    var places: [TreePath: Int] = [:]
    while let head = fields.first, head.first == UInt8(ascii: ":") {
      fields.removeFirst()
      // ":100644 100755 <old> <new> M", and of a rename "R098", with the old path before the new one
      let columns = String(decoding: head.dropFirst(), as: UTF8.self).split(separator: " ")
      guard columns.count == 5, let status = columns[4].first, let first = fields.popFirst() else { break }
      let isPair = status == "R" || status == "C"
      guard let last = isPair ? fields.popFirst() : first else { break }
      let change = RawChange(
        path: TreePath(bytes: last), oldPath: TreePath(bytes: first), status: status,
        oldMode: String(columns[0]), mode: String(columns[1]), blob: ObjectID(columns[3]))
      places[change.path] = changes.count
      changes.append(change)
    }
    while let head = fields.popFirst(), !head.isEmpty {
      // "3<tab>1<tab>src/a.c"; of a rename the names follow, the old one and the new one.
      let columns = head.split(separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
      guard columns.count == 3 else { break }
      var name = columns[2]
      if name.isEmpty {
        guard fields.popFirst() != nil, let new = fields.popFirst() else { break }
        name = new
      }
      guard let place = places[TreePath(bytes: name)] else { continue }
      // Binary files have "-" in both columns.
      changes[place].addedLines = Int(String(decoding: columns[0], as: UTF8.self))
      changes[place].deletedLines = Int(String(decoding: columns[1], as: UTF8.self))
    }
    return changes
  }
}
