import Proof
import Repository

/// The trees of a search that stand: a commit that was set up is not set up again while there is room.
///
/// A tree that is taken is nobody else's until it is put back.
final class SearchTrees {
  private let trials: Trials
  private let repository: Repository
  private let limit: Int
  private var idle: [(commit: ObjectID, tree: Trials.Tree)] = []

  /// How many trees were set up.
  private(set) var opened = 0

  /// How long the last set-up took; nil before the first.
  private var setUpTime: Duration?

  /// - Parameter atOnce: so many trees are in use at a time.
  init(_ trials: Trials, atOnce: Int, in repository: Repository) {
    self.trials = trials
    self.repository = repository
    limit = max(12, atOnce)
  }

  /// Takes a tree of a commit that stands; nil where there is none.
  ///
  /// - Parameter manner: how the files of the fix have to be carried onto it; nil where any will do.
  func take(_ commit: ObjectID, carrying manner: Carriage.Manner?) -> Trials.Tree? {
    idle.firstIndex { $0.commit == commit && (manner == nil || $0.tree.manner == manner) }
      .map { idle.remove(at: $0).tree }
  }

  /// The commit of which a tree is to be set up.
  func commit(_ id: ObjectID) throws -> Commit { try repository.commit(id.digits) }

  /// Removes those that were not used for the longest time, until there is room for so many others.
  func makeRoom(for count: Int) throws {
    while !idle.isEmpty, idle.count + count > limit { try trials.close(idle.removeFirst().tree) }
  }

  /// Puts a tree back.
  func put(_ tree: Trials.Tree, of commit: ObjectID, isNew: Bool) {
    idle.append((commit, tree))
    guard isNew, !tree.isKept else { return }
    opened += 1
    setUpTime = tree.setUpTime
  }

  /// In how many trees of one commit so many runs are made: in one more where those that would wait take longer than its
  /// set-up.
  ///
  /// - Parameter seconds: how long a run takes; nil where that is not known yet.
  func count(for runs: Int, at commit: ObjectID, seconds: Double?) -> Int {
    guard trials.plan.request.setup != nil else { return runs }
    let standing = min(max(1, idle.count { $0.commit == commit }), runs)
    guard let seconds, let setUpTime else { return standing }
    let patience = Double(setUpTime.components.seconds) + Double(setUpTime.components.attoseconds) * 1e-18
    return (standing...runs).first { Double((runs - 1) / $0) * seconds <= patience } ?? runs
  }

  /// Removes all of them.
  func closeAll() throws {
    while let last = idle.popLast() { try trials.close(last.tree) }
  }
}
