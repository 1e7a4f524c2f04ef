import Proof
import Repository

/// A fix and its change, as far as its origin is looked for in it.
struct FixReading {
  let before: Commit

  /// What the fix's own commit says.
  let head: CommitHead

  /// All files that the fix changes.
  let changed: [ChangedFile]

  /// Those that are looked at.
  let files: FixFiles

  /// What it changes in them.
  let change: FixChange

  /// What was not read to its end.
  let unread: Unread

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
    var unread = Unread()
    unread.note(.fix, diffs.end)
    self.unread = unread
  }
}
