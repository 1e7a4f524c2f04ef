import Casework
import Proof
import Repository
import Subprocess

/// Runs at one commit, one after the other, in one tree; other lanes run at the same time.
struct SearchLane: Sendable {
  /// The commit.
  let commit: Commit

  /// Its tree, where one stands.
  let tree: Trials.Tree?

  /// The numbers of the runs.
  let numbers: [Int]

  /// What came of it.
  struct Outcome: Sendable {
    /// The tree, where there is one now.
    var tree: Trials.Tree?

    /// What was learnt.
    var entries: [SearchEntry] = []

    /// Why it ended early.
    var error: (any Error)?
  }

  /// Makes the runs, and keeps each as it ends.
  ///
  /// - Parameters:
  ///   - deadline: after this no further run is started.
  ///   - stood: is told that the tree stands.
  func play(
    _ trials: Trials, keeping journal: SearchJournal, until deadline: ContinuousClock.Instant,
    stood: () -> Void
  ) -> Outcome {
    var outcome = Outcome(tree: tree)
    do {
      for number in numbers where outcome.entries.isEmpty || ContinuousClock.now < deadline {
        var entry = SearchEntry(commit: commit.id, number: number)
        do {
          let tree =
            try outcome.tree ?? trials.open(commit, logDirectory: journal.entries.logDirectory)
          outcome.tree = tree
          if outcome.entries.isEmpty { stood() }
          entry.run = try trials.run(in: tree, number: number)
        } catch let obstacle as Trials.Obstacle {
          entry.obstacle = obstacle
        }
        try journal.entries.append(entry)
        outcome.entries.append(entry)
        if entry.obstacle != nil { break }
      }
    } catch {
      outcome.error = error
    }
    return outcome
  }
}
