import Casework
import Proof
import Repository

/// Whether a repro passes with the fix at all, where it has passed nowhere before it: else it tells the bug from nothing.
struct ControlRuns {
  /// What was learnt.
  enum Finding {
    /// It passes there.
    case passes
    /// It fails there as it does before the fix, in all of so many runs.
    case fails(Int)
    /// It could not be run there, and why.
    case neither(String)
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

  /// So many failures in a row are no chance: a flake that fails there now and then passes once.
  private static let patience = 3

  init(
    _ trials: Trials, _ journal: SearchJournal, mayRun: @escaping (Int) -> Bool,
    observe: @escaping (SearchEvent) -> Void
  ) {
    self.trials = trials
    self.journal = journal
    self.mayRun = mayRun
    self.observe = observe
  }

  /// Runs the repro at the fix until it passes.
  ///
  /// - Throws: errors of the rooms below.
  mutating func judge(_ state: SearchState) throws -> Finding {
    let fix = trials.plan.span.after
    var failures = 0
    func finding(of entry: SearchEntry) -> Finding? {
      if let obstacle = entry.obstacle { return .neither(obstacle.words) }
      guard let run = entry.run else { return nil }
      if run.result == .pass { return .passes }
      guard state.isTheSymptom(run) else { return .neither(SearchState.words(run.reason)) }
      failures += 1
      return failures >= Self.patience ? .fails(failures) : nil
    }
    for entry in try journal.known() where entry.testsOf == fix.id && entry.commit == fix.id {
      if entry.run != nil { keptRuns += 1 }
      if let finding = finding(of: entry) { return finding }
    }
    var tree: Trials.Tree?
    defer { if let tree { try? trials.close(tree) } }
    do {
      while true {
        guard mayRun(newRuns) else { return .neither("the budget was spent") }
        let number = state.lastNumber + keptRuns + newRuns + 1
        // The fix is no commit of the search, whose runs say where the bug is.
        var entry = SearchEntry(commit: fix.id, testsOf: fix.id, manner: .file, number: number)
        do {
          if tree == nil {
            observe(.settingUp([fix.id.short], state.progress))
            tree = try trials.open(fix, carrying: .file, logDirectory: journal.entries.logDirectory)
          }
          guard let tree else { continue }
          observe(.running([fix.id.short], state.progress))
          entry.run = try trials.run(in: tree, number: number)
          newRuns += 1
        } catch let obstacle as Trials.Obstacle {
          entry.obstacle = obstacle
        }
        try journal.entries.append(entry)
        if let finding = finding(of: entry) { return finding }
      }
    } catch is Interrupted {
      return .neither("the user interrupted")
    }
  }
}
