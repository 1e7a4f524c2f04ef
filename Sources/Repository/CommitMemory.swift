import Synchronization

/// The commits that were read already: one never changes, and asking git takes some milliseconds each time.
final class CommitMemory: Sendable {
  private let commits = Mutex<[ObjectID: Commit]>([:])
  private let beginnings = Mutex<[String: ObjectID]>([:])

  subscript(id: ObjectID) -> Commit? {
    commits.withLock { $0[id] }
  }

  /// The commit that the beginning of a name was found to name.
  subscript(beginning text: String) -> Commit? {
    beginnings.withLock { $0[text] }.flatMap { self[$0] }
  }

  func keep(_ commit: Commit, beginning text: String) {
    keep(commit)
    beginnings.withLock { $0[text] = commit.id }
  }

  func keep(_ commit: Commit) {
    commits.withLock { $0[commit.id] = commit }
  }
}
