import Proof
import Repository

/// A fix, its change, and the candidates for its origin with their features.
struct OriginWeighing {
  let before: Commit

  /// What the fix's own commit says.
  let head: CommitHead

  /// All files that the fix changes.
  let changed: [ChangedFile]

  /// Those that are looked at.
  let files: FixFiles

  /// What it changes in them.
  let change: FixChange

  /// The candidates.
  let table: FeatureTable

  /// What was not read to its end.
  let unread: Unread

  /// How many of the lines that were looked up are older than the history of a shallow clone.
  let linesAtEdge: Int

  /// After so many bytes no more of the change is read.
  private static let byteLimit = 48 << 20

  init(_ span: FixSpan, in repository: Repository, within budget: OriginBudget) throws {
    before = span.before
    changed = try repository.changedFiles(from: span.before, to: span.after)
    files = FixFiles(of: changed)
    let diffs = try repository.functionDiffs(
      from: span.before, to: span.after, of: files.chosen, byteLimit: Self.byteLimit,
      timeLimit: budget.left(for: .fix))
    let order = Dictionary(
      files.chosen.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var change = FixChange(diffs.files.sorted { (order[$0.path] ?? .max) < (order[$1.path] ?? .max) })
    // Of a file whose change is too large to be read its history still tells something.
    if diffs.end != .complete { change.add(files.chosen) }
    self.change = change
    head = try repository.head(of: span.after)
    let pool = try CandidatePool(for: change, before: span.before, in: repository, within: budget)
    table = FeatureTable(pool, fix: FixHead(head))
    var unread = Unread()
    unread.note(.fix, diffs.end)
    unread.add(pool.unread)
    self.unread = unread
    linesAtEdge = pool.linesAtEdge
  }

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
