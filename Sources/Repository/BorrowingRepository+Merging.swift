import Storage
import Subprocess

extension BorrowingRepository {
  /// What changes make of their files as another commit has them: only what they change is put on these.
  ///
  /// A change that does not fit on the other version, or of a file that is not there, stays as it is: the whole file.
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
        found[path] = ObjectID(String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ").last ?? "")
      }
    }
    return found
  }

  /// A merge of two versions of a file with what both come from; nil where they cannot be merged.
  private func merge(_ ours: ObjectID, _ base: ObjectID, _ theirs: ObjectID) throws -> ObjectID? {
    let place = "\(directory)/merge"
    try FileTree.makeDirectory(place)
    defer { try? FileTree.remove(place) }
    let files = [("ours", ours), ("base", base), ("theirs", theirs)]
    for (name, blob) in files {
      try FileTree.write(git(["cat-file", "blob", blob.digits]), to: "\(place)/\(name)")
    }
    let marker = MergeText.markerSize
    let run = try lender.git.run(
      ["merge-file", "-p", "--quiet", "--diff3", "--marker-size=\(marker)", "ours", "base", "theirs"], in: place)
    // 255: a file that is no text.
    guard case .exit(let status) = run.outcome.ending, run.outcome.cutoff == nil, status < 128,
      let text = MergeText.resolved(run.output)
    else { return nil }
    try FileTree.write(text, to: "\(place)/merged")
    return ObjectID(try line(["hash-object", "-w", "--no-filters", "\(place)/merged"]))
  }
}
