import Storage
import Subprocess

extension BorrowingRepository {
  /// What changes make of their files as another commit has them: only what they change is put on these.
  ///
  /// A change that does not fit on the other version, or of a file that is not there, stays as it is: the whole file. See
  /// `Graft` for what becomes of one that does not merge.
  ///
  /// - Parameters:
  ///   - changes: changes since `base`.
  ///   - commit: the commit whose files they are put on.
  ///   - versions: versions of files that are taken instead of those of `commit`.
  public func fitting(
    _ changes: [Change], since base: ObjectID, onto commit: ObjectID, over versions: [TreePath: ObjectID]
  ) throws -> [Change] {
    // Others cannot be named to git.
    let paths = changes.filter { $0.kind == .modified }.map(\.path).filter(\.isText)
    guard !paths.isEmpty else { return changes }
    let (old, other) = try (blobs(of: paths, in: base), blobs(of: paths, in: commit))
    return try changes.map { change in
      guard change.kind == .modified, let before = old[change.path],
        let here = versions[change.path] ?? other[change.path], here != before
      else { return change }
      var fitted = change
      if let merged = try merge(here, before, change.blob) { fitted.blob = merged }
      return fitted
    }
  }

  /// The contents of the regular files at these paths.
  private func blobs(of paths: [TreePath], in commit: ObjectID) throws -> [TreePath: ObjectID] {
    // Each directory is listed, since a list of paths could be longer than what a command takes.
    let directories = Set(paths.map { $0.parts.dropLast().map { "\($0)/" }.joined() })
    var found: [TreePath: ObjectID] = [:]
    let wanted = Set(paths)
    for directory in directories {
      let place = directory.isEmpty ? [] : ["--", directory]
      let listing = try git(["--literal-pathspecs", "ls-tree", "-z", commit.digits] + place)
      for entry in listing.split(separator: 0) {
        // "<mode> <kind> <object>\t<path>"
        guard let tab = entry.firstIndex(of: 0x09), entry.starts(with: "100".utf8) else { continue }
        let path = TreePath(bytes: entry[(tab + 1)...])
        guard wanted.contains(path) else { continue }
        found[path] = ObjectID(
          String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ").last ?? "")
      }
    }
    return found
  }

  /// A merge of two versions of a file with what both come from; nil where one cannot be put on the other.
  private func merge(_ ours: ObjectID, _ base: ObjectID, _ theirs: ObjectID) throws -> ObjectID? {
    let place = "\(directory)/merge"
    try FileTree.makeDirectory(place)
    defer { try? FileTree.remove(place) }
    let files = [("ours", ours), ("base", base), ("theirs", theirs)]
    for (name, blob) in files {
      try FileTree.write(git(["cat-file", "blob", blob.digits]), to: "\(place)/\(name)")
    }
    let run = try lender.git.run(["merge-file", "-p", "--quiet", "ours", "base", "theirs"], in: place)
    // The status is the number of conflicts; 255 says that one of them is no text.
    guard case .exit(let conflicts) = run.outcome.ending, run.outcome.cutoff == nil, conflicts < 128 else {
      return nil
    }
    var text: [UInt8]? = run.output
    if conflicts > 0 {
      text =
        Graft(
          try hunks(from: base, to: theirs), since: try hunks(from: base, to: ours),
          onto: try FileTree.read("\(place)/ours")
        ).text
    }
    guard let text else { return nil }
    try FileTree.write(text, to: "\(place)/merged")
    return ObjectID(try line(["hash-object", "-w", "--no-filters", "\(place)/merged"]))
  }

  private func hunks(from old: ObjectID, to new: ObjectID) throws -> [Hunk] {
    let text = try git(["diff", "-p", "-U0"] + Repository.plainDiff + [old.digits, new.digits])
    var reader = DiffReader()
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) { reader.read(line) }
    return reader.files.first?.hunks ?? []
  }
}
