import Synchronization

/// The commits that were read already: one never changes, and asking git takes some milliseconds each time.
final class CommitMemory: Sendable {
  private let commits = Mutex<[ObjectID: Commit]>([:])

  subscript(id: ObjectID) -> Commit? {
    commits.withLock { $0[id] }
  }

  func keep(_ commit: Commit) {
    commits.withLock { $0[commit.id] = commit }
  }
}
