import Storage
import Subprocess

/// A list of a repository's commits that is kept outside of it, and that git reads many times as fast as the commits
/// (gitformat-commit-graph(5)): their parents, dates and trees, and which paths they may have changed.
///
/// Nothing hangs on it: it holds only what the commits say, what it lacks is read from them, and git leaves it aside where
/// commits are replaced or grafted.
public struct CommitGraph: Sendable {
  /// What git takes for its directory of objects; those of the repository are its alternates.
  private let directory: String

  private let repository: Repository
  private let now: Int

  /// In a repository of less than so many bytes of indices (about 35,000 objects) git is quick enough.
  public static let worthwhile = 1 << 20

  /// Of so many commits a call finds out which paths they changed: that takes half a second.
  private static let filtersPerCall = 8192

  /// What came since is read from the commits; after so many seconds it is added.
  private static let lifetime = 14 * 86_400

  /// Where the time was not enough, it is tried again after so many seconds.
  private static let pause = 86_400

  /// A list that was not asked for in so many seconds goes when another one is made.
  private static let oblivion = 60 * 86_400

  /// The list for a repository, which need not be there yet; nil where git has one of its own, or would use none.
  ///
  /// - Parameters:
  ///   - directory: where it is kept, in a directory for such lists alone.
  ///   - now: seconds since 1970.
  ///   - size: bytes of indices below which it is not worth it.
  public init?(
    of repository: Repository, at directory: String, now: Int, worthwhile size: Int = Self.worthwhile
  ) {
    let objects = "\(repository.commonDirectory)/objects"
    let own = ["\(objects)/info/commit-graph", "\(objects)/info/commit-graphs/commit-graph-chain"]
    // Where objects are borrowed, the lender may have a list. In a shallow clone git uses none.
    let others = own + ["\(objects)/info/alternates", "\(repository.commonDirectory)/shallow"]
    // Colons part the directories of a list.
    guard !objects.contains(where: { ":\n\"".contains($0) }), !others.contains(where: FileTree.isFile),
      Self.indexSize(below: objects) >= size
    else { return nil }
    self.repository = repository
    self.directory = directory
    self.now = now
  }

  private static func indexSize(below objects: String) -> Int {
    let packs = "\(objects)/pack"
    let names = (try? FileTree.list(packs)) ?? []
    return names.filter { $0.hasSuffix(".idx") }.reduce(0) { $0 + (FileTree.size("\(packs)/\($1)") ?? 0) }
  }

  private var file: String { "\(directory)/info/commit-graph" }

  /// Shows that there was nothing to do, and when.
  private var done: String { "\(directory)/done" }

  /// Shows that the time was not enough, and when.
  private var late: String { "\(directory)/late" }

  /// Whether git can read it.
  public var isThere: Bool { FileTree.isFile(file) }

  /// Variables under which git does.
  var variables: [String: String] {
    [
      "GIT_OBJECT_DIRECTORY": directory,
      "GIT_ALTERNATE_OBJECT_DIRECTORIES": "\(repository.commonDirectory)/objects",
    ]
  }

  /// Makes it, or adds to it what it still lacks, a part of it at a time; most often there is nothing to do.
  ///
  /// Of git's own files none is touched. That it cannot be written is no error: git is slower, then.
  ///
  /// - Parameter timeLimit: what is not done by then is left for later.
  public func improve(timeLimit: Duration) {
    guard FileMark(done).map({ $0.isOlder(than: Self.lifetime, at: now) }) ?? true,
      FileMark(late).map({ $0.isOlder(than: Self.pause, at: now) }) ?? true
    else { return }
    try? improved(timeLimit: timeLimit)
  }

  private func improved(timeLimit: Duration) throws {
    try FileTree.makeDirectory("\(directory)/info")
    guard let lock = try FileLock.take("\(directory)/lock") else { return }
    defer { withExtendedLifetime(lock) {} }
    // A git that was ended leaves its lock behind.
    try? FileTree.remove("\(file).lock")
    let size = FileTree.size(file)
    if size == nil { sweep() }
    // Git would write one all the same, and then leave it aside.
    guard try repository.line(["for-each-ref", "--count=1", "refs/replace"]).isEmpty else {
      return try FileTree.write([], to: done)
    }
    // Git may be done before anybody looks at a clock.
    if timeLimit <= .zero { return try FileTree.write([], to: late) }
    let filters = size == nil ? [] : ["--changed-paths", "--max-new-filters=\(Self.filtersPerCall)"]
    let end = try? repository.git.stream(
      ["commit-graph", "write", "--reachable", "--no-progress"] + filters, in: repository.directory,
      adding: repository.naming.merging(variables) { $1 }, timeLimit: timeLimit
    ) { _ in }
    if end == .timeLimit { return try FileTree.write([], to: late) }
    // Also where git writes none: it is not to be tried in vain each time.
    let isOver = end != .complete || FileTree.size(file) == size
    if isOver { try FileTree.write([], to: done) } else { try? FileTree.remove(done) }
  }

  /// Removes the lists of repositories that were not asked for in a long time.
  private func sweep() {
    let all = Path.parent(directory)
    for name in (try? FileTree.list(all)) ?? [] where name != Path.name(directory) {
      guard let mark = FileMark("\(all)/\(name)/done"), mark.isOlder(than: Self.oblivion, at: now) else {
        continue
      }
      try? FileTree.remove("\(all)/\(name)")
    }
  }
}

extension Repository {
  /// The same repository, read by means of a list of its commits, if that is there.
  public func reading(_ graph: CommitGraph) -> Repository {
    guard graph.isThere else { return self }
    var repository = self
    repository.naming.merge(graph.variables) { $1 }
    return repository
  }
}
