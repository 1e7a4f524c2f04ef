import Proof
import Repository

/// Whether a commit brought the code that a fix mends: then a bug that is there from this commit on is as old as its code.
struct BroughtCode {
  let trials: Trials
  let report: OriginReport
  let repository: Repository

  /// So much of the text of a commit is read, in bytes, in so much time.
  private static let patience = (bytes: 16 << 20, time: Duration.seconds(5))

  /// A commit that takes more lines of source away than this share of what it adds may have written old code anew.
  private static let shareTaken = 0.1

  /// A file that the fix changes, which a commit holds and none of its parents, under no other name either; nil where a parent
  /// holds any of them.
  ///
  /// - Throws: errors of the rooms below.
  func file(by commit: Commit, since parents: [Commit]) throws -> String? {
    let searched = report.fix.searched
    guard try !parents.contains(where: { try holdsAny(of: searched, $0) }) else { return nil }
    let brought = try searched.filter { try trials.holds($0, at: commit.id) }
    let isMoved = try parents.contains { parent in
      try repository.changedFiles(from: parent, to: commit)
        .contains { $0.oldPath != nil && brought.contains($0.path.description) }
    }
    guard !isMoved, let file = brought.first else { return nil }
    return try isCopied(brought, by: commit, from: parents) ? nil : file
  }

  /// Whether one of these files is one of a parent's, byte for byte: copied code is as old as what it was copied from.
  private func isCopied(_ files: [String], by commit: Commit, from parents: [Commit]) throws -> Bool {
    try parents.contains { parent in
      try files.contains { try repository.holdsCopy(of: $0, at: commit.id, in: parent.id) }
    }
  }

  private func holdsAny(of paths: [String], _ commit: Commit) throws -> Bool {
    try paths.contains { try trials.holds($0, at: commit.id) }
  }

  /// How many lines of code the fix takes away, where a commit brought all of them as new: behind no line that it took away,
  /// in a change that takes little away at all, and nothing alike; nil where it did not, or that cannot be told.
  ///
  /// - Throws: errors of the rooms below.
  func lines(by commit: Commit, since parents: [Commit]) throws -> Int? {
    let share = report.candidates.first { $0.commit.commit == commit.id.digits }?
      .features[Feature.removedShare.rawValue]
    guard let parent = parents.first, parents.count == 1, let share, share > 0.999 else { return nil }
    let brought = try report.fix.searched.filter {
      try trials.holds($0, at: commit.id) && !trials.holds($0, at: parent.id)
    }
    guard try !isCopied(brought, by: commit, from: parents) else { return nil }
    let fix = try diffs(from: trials.plan.span.before, to: trials.plan.span.after)
    let mended = code(of: fix.filter { report.fix.searched.contains($0.path.description) }, .removed) { _ in
      true
    }
    let change = try diffs(from: parent, to: commit).filter { file in
      TestPath.reason(file.path) == nil && !FixFiles.isAside(file.path)
    }
    let new = code(of: change, .added) { $0.oldCount == 0 }
    let taken = code(of: change, .removed) { _ in true }
    let added = code(of: change, .added) { _ in true }
    guard !mended.isEmpty, Set(mended).isSubset(of: new), Set(mended).isDisjoint(with: taken),
      Double(taken.count) <= Self.shareTaken * Double(added.count)
    else { return nil }
    return mended.count
  }

  private func diffs(from before: Commit, to after: Commit) throws -> [FileDiff] {
    let read = try repository.lineDiffs(
      from: before, to: after, byteLimit: Self.patience.bytes, timeLimit: Self.patience.time)
    return read.end == .complete ? read.files : []
  }

  /// The lines of code that hunks take away or add, as numbers.
  private func code(
    of files: [FileDiff], _ kind: Hunk.LineKind, in hunks: (Hunk) -> Bool
  ) -> [UInt64] {
    files.flatMap { file in
      let style = CommentStyle(of: file.path)
      return file.hunks.filter(hunks).flatMap(\.lines).filter { $0.kind == kind }
        .map { CodeLine($0.text, in: style) }.filter(\.isCode).map(\.digest)
    }
  }
}
