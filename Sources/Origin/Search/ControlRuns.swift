import Casework
import Proof
import Repository
import Statistics

/// Whether a repro passes where there is no bug, where it has passed nowhere so far: else it tells the bug from nothing.
///
/// With the fix it has to pass. At a commit that history suspects, or before it, it may: then what fails below that fails for
/// another reason.
struct ControlRuns {
  let repository: Repository

  /// The runs.
  private(set) var runs: AsideRuns

  /// So many failures in a row are no chance: a flake that fails there now and then passes once.
  private static let patience = 3

  init(_ runs: AsideRuns, in repository: Repository) {
    self.runs = runs
    self.repository = repository
  }

  /// Runs the repro with the fix until it passes.
  ///
  /// - Throws: errors of the rooms below.
  mutating func judge(_ state: SearchState) throws -> AsideRuns.Outcome {
    try run(at: runs.trials.plan.span.after, atMost: Self.patience, state)
  }

  /// Runs the repro once at each commit that history suspects most, and at its first parent, where the search has not: the
  /// first place at which it passes.
  ///
  /// - Throws: errors of the rooms below.
  mutating func passing(near suspects: [ObjectID], _ state: SearchState) throws -> Int? {
    let places = suspects.compactMap { state.history.place(of: $0.digits) }
      .flatMap { [$0] + state.history.ancestry.parents[$0].prefix(1) }
    for place in places where state.count(at: place).runs == 0 && state.obstacles[place] == nil {
      let commit = try repository.commit(state.history.commits[place].digits)
      if case .passes = try run(at: commit, atMost: 1, state) { return place }
    }
    return nil
  }

  /// One pass settles it; the runs are marked by the fix, which is no commit of the search.
  private mutating func run(at commit: Commit, atMost patience: Int, _ state: SearchState) throws
    -> AsideRuns.Outcome
  {
    try runs.run(
      at: commit, carrying: .file, marked: runs.trials.plan.span.after.id, until: (1, patience), state)
  }
}
