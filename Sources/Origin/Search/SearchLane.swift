import Casework
import Proof
import Repository
import Subprocess

/// Runs at one commit, one after the other, in one tree; other lanes run at the same time.
struct SearchLane: Sendable {
  /// The commit.
  let commit: Commit

  /// Its place in the history.
  let place: Int

  /// Its tree, where one stands.
  let tree: Trials.Tree?

  /// The numbers of the runs.
  let numbers: [Int]

  /// What was known before the lanes began.
  let state: SearchState

  /// Whether a run that tells nothing may be made once more with the files of the fix carried in the other manner.
  let mayRepeat: Bool

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
      // Where both manners give the same tree, which one it is says nothing.
      let manners =
        try tree == nil && trials.dependsOnManner(commit) ? state.mannersToTry(at: place) : []
      var manner = manners.first ?? state.manners[place]
      for number in numbers where outcome.entries.isEmpty || ContinuousClock.now < deadline {
        var entry = SearchEntry(commit: commit.id, manner: manner, number: number)
        try run(&entry, carrying: manner ?? .file, &outcome.tree, trials, journal) {
          if outcome.entries.isEmpty { stood() }
        }
        let other = outcome.entries.isEmpty && manners.count > 1 ? manners.last : nil
        if let other, !state.tells(entry, at: place), entry.obstacle?.isTransient != true {
          guard mayRepeat, ContinuousClock.now < deadline else {
            entry.isSetAside = true
            try keep(entry, in: journal, &outcome)
            break
          }
          var second = SearchEntry(commit: commit.id, manner: other, number: number)
          var secondTree: Trials.Tree?
          try run(&second, carrying: other, &secondTree, trials, journal) {}
          if state.tells(second, at: place) {
            swap(&entry, &second)
            swap(&outcome.tree, &secondTree)
            manner = other
          }
          second.isSetAside = true
          try keep(second, in: journal, &outcome)
          if let secondTree { try trials.close(secondTree) }
        }
        try keep(entry, in: journal, &outcome)
        if entry.obstacle != nil { break }
      }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  /// Runs once, in a tree that is made where there is none yet.
  private func run(
    _ entry: inout SearchEntry, carrying manner: Carriage.Manner, _ tree: inout Trials.Tree?,
    _ trials: Trials,
    _ journal: SearchJournal, stood: () -> Void
  ) throws {
    do {
      let standing =
        try tree ?? trials.open(commit, carrying: manner, logDirectory: journal.entries.logDirectory)
      tree = standing
      stood()
      entry.run = try trials.run(in: standing, number: entry.number ?? 1)
    } catch let obstacle as Trials.Obstacle {
      entry.obstacle = obstacle
    }
  }

  private func keep(
    _ entry: SearchEntry, in journal: SearchJournal, _ outcome: inout Outcome
  ) throws {
    try journal.entries.append(entry)
    outcome.entries.append(entry)
  }
}
