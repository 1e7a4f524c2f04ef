import Repository

/// A fix, and the candidates for its origin with their features.
struct OriginWeighing {
  /// The fix.
  let fix: FixReading

  /// The candidates.
  let table: FeatureTable

  /// What was not read to its end.
  let unread: Unread

  /// How many of the lines that were looked up are older than the history of a shallow clone.
  let linesAtEdge: Int

  init(_ fix: FixReading, in repository: Repository, within budget: OriginBudget) throws {
    self.fix = fix
    let pool = try CandidatePool(for: fix.change, before: fix.before, in: repository, within: budget)
    table = FeatureTable(pool, fix: FixHead(fix.head))
    var unread = fix.unread
    unread.add(pool.unread)
    self.unread = unread
    linesAtEdge = pool.linesAtEdge
  }

  var before: Commit { fix.before }
  var head: CommitHead { fix.head }
  var changed: [ChangedFile] { fix.changed }
  var files: FixFiles { fix.files }
  var change: FixChange { fix.change }

  /// What a reader should know of what was looked at, in whole sentences.
  var notes: [String] {
    var notes: [String] = []
    if linesAtEdge > 0 {
      notes.append(
        "This clone is shallow: \(linesAtEdge) of the lines that were looked up are older than its history. "
          + "`git fetch --unshallow` brings the rest.")
    }
    let submodules = changed.filter(\.isSubmodule).map(\.path.line)
    if !submodules.isEmpty {
      notes.append(
        "The fix moves \(submodules.joined(separator: ", ")) to another commit of a submodule: what changed there is "
          + "to be looked for in that repository.")
    }
    let binaries = changed.filter { !$0.isSubmodule && $0.addedLines == nil }.count
    if binaries > 0 {
      notes.append("\(binaries) binary file\(binaries == 1 ? "" : "s") of the fix could not be read.")
    }
    if !files.unnameable.isEmpty {
      let names = files.unnameable.map(\.line).joined(separator: ", ")
      notes.append(
        "Left out, because git cannot be asked for a name that is no UTF-8: \(names).")
    }
    if files.isTestsOnly { notes.append("The fix changes tests only; the origin was looked for in these.") }
    if change.files.contains(where: { $0.removed.count >= FixChange.lineLimit }) {
      notes.append(
        "Of the lines that the fix removes from a file the first \(FixChange.lineLimit) were looked at.")
    }
    if files.leftOut > 0 {
      notes.append(
        "Of the files of the fix the \(files.chosen.count) with the most changed lines were looked at.")
    }
    if change.files.isEmpty, !change.newPaths.isEmpty {
      notes.append("The fix only adds files: nothing that was there before could be blamed.")
    }
    return notes
  }
}
