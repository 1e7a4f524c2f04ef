public import Repository

/// The fix as two commits of the user's repository: the one without it and the one with it.
public struct FixSpan: Sendable, Equatable {
  /// How the user names a fix.
  public enum Name: Sendable, Equatable {
    /// One commit, branch, tag or range; or several commits that belong together.
    case revisions([String])

    /// What is not committed yet.
    case uncommitted
  }

  /// The commit without the fix.
  public var before: Commit

  /// The commit with it; for an uncommitted fix, HEAD.
  public var after: Commit

  /// The commits that the user named, the oldest first; for a range, its end.
  public var named: [Commit]

  /// Whether the working tree is the fix.
  public var isUncommitted: Bool

  /// What a reader should know of the choice, in whole sentences.
  public var remarks: [String] = []

  /// Finds the two ends.
  ///
  /// - Parameters:
  ///   - before: a revision to take instead of the first parent.
  ///   - after: a revision to take instead of the fix itself.
  /// - Throws: `RepositoryError`, or `FixSpanError` where the commits do not stand in one line.
  public static func find(
    _ name: Name, before: String?, after: String?, in repository: Repository
  ) throws -> FixSpan {
    var span =
      switch name {
      case .uncommitted: try uncommitted(in: repository)
      case .revisions(let revisions): try committed(revisions, hasBefore: before, in: repository)
      }
    if let before { span.before = try repository.commit(before) }
    if let after { span.after = try repository.commit(after) }
    return span
  }

  private static func uncommitted(in repository: Repository) throws -> FixSpan {
    guard repository.workTree != nil else { throw RepositoryError.noWorkingTree }
    let head = try repository.commit("HEAD")
    return FixSpan(before: head, after: head, named: [], isUncommitted: true)
  }

  private static func committed(
    _ revisions: [String], hasBefore: String?, in repository: Repository
  ) throws -> FixSpan {
    if revisions.count == 1, let range = Range(revisions[0]) {
      let end = try repository.commit(range.end)
      var start = try repository.commit(range.start)
      if range.isSymmetric {
        guard let base = try repository.mergeBase(start, end) else {
          throw FixSpanError.noCommonAncestor(range.start, range.end)
        }
        start = base
      }
      return FixSpan(before: start, after: end, named: [end], isUncommitted: false)
    }
    let commits = try inOrder(revisions.map { try repository.commit($0) }, in: repository)
    guard let oldest = commits.first, let newest = commits.last else { throw FixSpanError.nothingNamed }
    let parent = try hasBefore.map { try repository.commit($0) } ?? repository.firstParent(of: oldest)
    var span = FixSpan(before: parent, after: newest, named: commits, isUncommitted: false)
    let between = try commits.count > 1 ? repository.commitCount(from: parent, to: newest) - commits.count : 0
    if between > 0, hasBefore == nil {
      span.remarks.append(
        "\(between) other commit\(between == 1 ? "" : "s") between the first and the last commit of the fix "
          + "\(between == 1 ? "is" : "are") part of what is compared.")
    }
    return span
  }

  /// The commits, each an ancestor of the next.
  private static func inOrder(_ commits: [Commit], in repository: Repository) throws -> [Commit] {
    var ordered: [Commit] = []
    for commit in commits where !ordered.contains(commit) {
      let place = try ordered.firstIndex { try repository.isAncestor(commit, of: $0) } ?? ordered.count
      ordered.insert(commit, at: place)
    }
    for (older, newer) in zip(ordered, ordered.dropFirst()) where try !repository.isAncestor(older, of: newer)
    {
      throw FixSpanError.notInOneLine(older.id, newer.id)
    }
    return ordered
  }

  /// `A..B` or `A...B`; an end that is left out is HEAD, as for git.
  private struct Range {
    let start: String
    let end: String
    let isSymmetric: Bool

    init?(_ text: String) {
      guard let dots = text.firstRange(of: "..") else { return nil }
      let rest = text[dots.upperBound...]
      isSymmetric = rest.hasPrefix(".")
      let last = isSymmetric ? rest.dropFirst() : rest
      start = dots.lowerBound == text.startIndex ? "HEAD" : String(text[..<dots.lowerBound])
      end = last.isEmpty ? "HEAD" : String(last)
    }
  }
}

/// Why the named commits are no fix.
public enum FixSpanError: Error, Sendable, Equatable {
  /// No commit was named.
  case nothingNamed

  /// Neither of the two comes before the other.
  case notInOneLine(ObjectID, ObjectID)

  /// The ends of a range `A...B` have no common ancestor.
  case noCommonAncestor(String, String)
}
