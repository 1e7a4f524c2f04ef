import Proof
import Repository

/// The trees of a search that stand: a commit that was set up is not set up again while there is room.
final class SearchTrees {
  private let trials: Trials
  private let repository: Repository
  private var trees: [(commit: ObjectID, tree: Trials.Tree)] = []

  /// How many trees were set up.
  private(set) var opened = 0

  /// So many trees stand at a time.
  private static let limit = 12

  init(_ trials: Trials, in repository: Repository) {
    self.trials = trials
    self.repository = repository
  }

  /// The tree of a commit, which is set up where it does not stand.
  ///
  /// - Throws: `Trials.Obstacle` where it cannot be set up.
  func tree(of commit: ObjectID, settingUp: () -> Void) throws -> Trials.Tree {
    if let place = trees.firstIndex(where: { $0.commit == commit }) {
      let found = trees.remove(at: place)
      trees.append(found)
      return found.tree
    }
    settingUp()
    while trees.count >= Self.limit { try trials.close(trees.removeFirst().tree) }
    opened += 1
    let tree = try trials.open(repository.commit(commit.digits))
    trees.append((commit, tree))
    return tree
  }
}
