import Casework
import Proof
import Repository
import Statistics

/// Whether a repro passes where there is no bug, where it has passed nowhere so far: else it tells the bug from nothing.
///
/// With the fix it has to pass. At a commit that history suspects, or before it, it may: then what fails below that fails for
/// another reason.
struct ControlRuns {
  /// What was learnt.
  enum Finding {
    /// It passes there.
    case passes
    /// It fails there as it did before, in all of so many runs.
    case fails(Int)
    /// It could not be run there, and why; what can be said of the search then.
    case neither(String, OriginReport.Running.Outcome)
  }

  let trials: Trials
  let journal: SearchJournal
  let repository: Repository

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
    _ trials: Trials, _ journal: SearchJournal, in repository: Repository, mayRun: @escaping (Int) -> Bool,
    observe: @escaping (SearchEvent) -> Void
  ) {
    self.trials = trials
    self.journal = journal
    self.repository = repository
    self.mayRun = mayRun
    self.observe = observe
  }

  /// Runs the repro with the fix until it passes.
  ///
  /// - Throws: errors of the rooms below.
  mutating func judge(_ state: SearchState) throws -> Finding {
    try run(at: trials.plan.span.after, atMost: Self.patience, state)
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

  private mutating func run(at commit: Commit, atMost patience: Int, _ state: SearchState) throws -> Finding {
    let mark = trials.plan.span.after.id
    var failures = 0
    func finding(of entry: SearchEntry) -> Finding? {
      if let obstacle = entry.obstacle { return .neither(obstacle.words, .undecided) }
      guard let run = entry.run else { return nil }
      if run.result == .pass { return .passes }
      guard state.isTheSymptom(run) else { return .neither(SearchState.words(run.reason), .undecided) }
      failures += 1
      return failures >= patience ? .fails(failures) : nil
    }
    for entry in try journal.known() where entry.testsOf == mark && entry.commit == commit.id {
      if entry.run != nil { keptRuns += 1 }
      if let finding = finding(of: entry) { return finding }
    }
    var tree: Trials.Tree?
    defer { if let tree { try? trials.close(tree) } }
    do {
      while true {
        guard mayRun(newRuns) else { return .neither("the budget was spent", .undecided) }
        let number = state.lastNumber + keptRuns + newRuns + 1
        // These are no runs of the search, which say where the bug is.
        var entry = SearchEntry(commit: commit.id, testsOf: mark, manner: .file, number: number)
        do {
          if tree == nil {
            observe(.settingUp([commit.id.short], state.progress))
            tree = try trials.open(commit, carrying: .file, logDirectory: journal.entries.logDirectory)
          }
          guard let tree else { continue }
          observe(.running([commit.id.short], state.progress))
          entry.run = try trials.run(in: tree, number: number)
          newRuns += 1
        } catch let obstacle as Trials.Obstacle {
          entry.obstacle = obstacle
        }
        try journal.entries.append(entry)
        if let finding = finding(of: entry) { return finding }
      }
    } catch is Interrupted {
      return .neither("the user interrupted", .interrupted)
    }
  }
}
