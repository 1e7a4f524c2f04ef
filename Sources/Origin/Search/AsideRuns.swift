import Casework
import Proof
import Repository

/// Runs of a repro beside its search, at one commit after the other: kept in the same journal, and no part of what the search
/// believes.
struct AsideRuns {
  /// What came of the runs at a commit.
  enum Outcome {
    /// It passed as often as was wanted.
    case passes(Int)
    /// It failed as before the fix as often as was wanted.
    case fails(Int)
    /// It could not be run there, and why; what can be said of the search then.
    case neither(String, OriginReport.Running.Outcome)
  }

  let trials: Trials
  let journal: SearchJournal

  /// Whether a run may be started, after so many runs.
  let mayRun: (Int) -> Bool

  /// Tells of a commit that is set up, or at which the repro runs.
  let observe: (SearchEvent) -> Void

  /// How many runs were made now.
  private(set) var newRuns = 0

  /// How many runs an earlier call had made.
  private(set) var keptRuns = 0

  init(
    _ trials: Trials, _ journal: SearchJournal, mayRun: @escaping (Int) -> Bool,
    observe: @escaping (SearchEvent) -> Void
  ) {
    self.trials = trials
    self.journal = journal
    self.mayRun = mayRun
    self.observe = observe
  }

  /// Runs the repro at a commit until it has passed or failed so often, whichever comes first.
  ///
  /// - Parameters:
  ///   - mark: by it these runs are told in the journal from those of the search and from others at the same commit.
  ///   - wanted: how many passes, and how many failures, settle it.
  /// - Throws: errors of the rooms below.
  mutating func run(
    at commit: Commit, carrying manner: Carriage.Manner, marked mark: ObjectID,
    until wanted: (passes: Int, failures: Int),
    _ state: SearchState
  ) throws -> Outcome {
    var (passes, failures) = (0, 0)
    func outcome(of entry: SearchEntry) -> Outcome? {
      if let obstacle = entry.obstacle { return .neither(obstacle.words, .notTestableBefore) }
      guard let run = entry.run else { return nil }
      if state.isTheSymptom(run) {
        failures += 1
        return failures >= wanted.failures ? .fails(failures) : nil
      }
      guard run.result == .pass else {
        return .neither(SearchState.words(run.reason), .notTestableBefore)
      }
      passes += 1
      return passes >= wanted.passes ? .passes(passes) : nil
    }
    for entry in try journal.known()
    where entry.testsOf == mark && entry.commit == commit.id && (entry.manner ?? .file) == manner {
      if entry.run != nil { keptRuns += 1 }
      if let outcome = outcome(of: entry) { return outcome }
    }
    var tree: Trials.Tree?
    defer { if let tree { try? trials.close(tree) } }
    do {
      while true {
        guard mayRun(newRuns) else { return .neither("the budget was spent", .undecided) }
        let number = state.lastNumber + keptRuns + newRuns + 1
        var entry = SearchEntry(commit: commit.id, testsOf: mark, manner: manner, number: number)
        do {
          if tree == nil {
            observe(.settingUp([commit.id.short], state.progress))
            tree = try trials.open(commit, carrying: manner, logDirectory: journal.entries.logDirectory)
          }
          guard let tree else { continue }
          observe(.running([commit.id.short], state.progress))
          entry.run = try trials.run(in: tree, number: number)
          newRuns += 1
        } catch let obstacle as Trials.Obstacle {
          entry.obstacle = obstacle
        }
        try journal.entries.append(entry)
        if let outcome = outcome(of: entry) { return outcome }
      }
    } catch is Interrupted {
      return .neither("the user interrupted", .interrupted)
    }
  }
}
