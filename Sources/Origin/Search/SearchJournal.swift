import Casework
import Proof
import Repository
import Storage

/// What a search learnt at a commit: one run, or why there is none.
struct SearchEntry: Sendable, Codable {
  /// The commit.
  var commit: ObjectID

  /// The run.
  var run: RunRecord?

  /// Why the repro cannot be run there.
  var obstacle: Trials.Obstacle?
}

/// The runs of one search, on the disk as they come, so that a later call goes on from them.
struct SearchJournal {
  let entries: EvidenceJournal<SearchEntry>

  /// Where it is.
  let directory: String

  private let lock: FileLock

  /// Where the searches of a key are.
  static func root(key: String, in cache: ProofCache) -> String { "\(cache.directory)/searches/\(key)" }

  /// The last journal of a key, or a new one beside it.
  ///
  /// - Throws: `ProofError.alreadyUnderWay` where another process is at it.
  init(key: String, in cache: ProofCache, startsAnew: Bool) throws {
    let root = Self.root(key: key, in: cache)
    try FileTree.makeDirectory(root)
    guard let lock = try FileLock.take("\(root)/lock") else {
      throw ProofError.alreadyUnderWay(directory: root)
    }
    self.lock = lock
    let last = try FileTree.list(root).compactMap { Int($0) }.max()
    directory = "\(root)/\(startsAnew ? (last ?? 0) + 1 : last ?? 1)"
    entries = try EvidenceJournal(in: directory)
  }
}
