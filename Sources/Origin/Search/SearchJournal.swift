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

  /// The commit whose tests were put on this one for the run; nil where none were.
  var testsOf: ObjectID?

  /// How the files of the fix were carried onto it; nil where that makes no difference there.
  var manner: Carriage.Manner?

  /// Set where it told nothing, and the other manner of carrying does or is still to be tried: it says nothing of the commit.
  var isSetAside: Bool?

  /// A run of the fix's test instead: it says nothing of where the bug is.
  var test: Test?

  /// A run of the fix's test.
  struct Test: Sendable, Codable {
    /// The command.
    var command: String

    /// The run.
    var run: RunRecord
  }

  /// Its place among all of its search, from 1: of several at once any may end first.
  ///
  /// Entries of older versions have none.
  var number: Int?
}

/// The runs of one search, on the disk as they come, so that a later call goes on from them.
struct SearchJournal: Sendable {
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
    OpenFile.removeAbandoned(in: entries.logDirectory)
  }
  /// What earlier calls learnt, in the order in which it is taken in.
  ///
  /// Not that a set-up ran out of time, or was ended by a signal: the machine may have been busy, and it is tried again.
  func known() throws -> [SearchEntry] {
    var last = 0
    let numbered = try entries.facts().map { entry in
      last = entry.number ?? entry.run?.pair ?? last
      return (number: last, entry: entry)
    }
    return numbered.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
      .map(\.element.entry).filter { $0.obstacle?.isTransient != true }
  }
}
