import Casework
import Proof
import Repository
import Statistics
import Subprocess

/// Whether a repro fails since a commit for its tests, not for its code.
///
/// A commit that changes tests can be the first at which a repro fails though the bug is older: the failing test, or the
/// data that it reads, came with it. So the repro is run on its parent with these tests: where it passes, it is the code.
struct OwnTests {
  /// What was learnt.
  enum Finding {
    /// The commit changes no test that is not carried anyway.
    case none
    /// With its tests its parent passes: the code it is.
    case harmless(String)
    /// With its tests its parent fails, too.
    case telling([Carriage.Item], String)
    /// That could not be measured; what can be said of the search then, where the commit changes nothing but tests.
    case unknown(String, areAll: Bool, OriginReport.Running.Outcome)
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

  /// Runs the repro at the parents of the commit that was found.
  ///
  /// - Throws: errors of the rooms below.
  mutating func judge(_ origin: Int, _ state: SearchState) throws -> Finding {
    let commit = try commit(at: origin, state)
    var words: [String] = []
    for place in state.history.ancestry.parents[origin] {
      let parent = try self.commit(at: place, state)
      let tests = try trials.tests(of: commit, since: parent)
      guard !tests.isEmpty else { continue }
      let named = Self.names(tests)
      switch try run(tests, of: commit, at: parent, state) {
      case .passes(let count):
        words.append(
          "With the tests that \(commit.id.short) changes (\(named)) its parent \(parent.id.short) passes, too, in "
            + "\(count) of \(count) run\(count == 1 ? "" : "s").")
      case .fails:
        return .telling(
          tests,
          "With the tests that \(commit.id.short) changes (\(named)) the repro fails at its parent \(parent.id.short), "
            + "too: they were carried further back.")
      case .neither(let why, let outcome):
        return .unknown(
          "\(commit.id.short) changes tests (\(named)), and whether the repro fails at it for these or for its code was "
            + "not measured: with them on its parent \(parent.id.short), \(why).",
          areAll: try changesOnlyTests(commit, since: parent), outcome)
      }
    }
    return words.isEmpty ? .none : .harmless(words.joined(separator: " "))
  }

  private enum Outcome {
    case passes(Int)
    case fails
    case neither(String, OriginReport.Running.Outcome)
  }

  private mutating func run(
    _ tests: [Carriage.Item], of commit: Commit, at parent: Commit, _ state: SearchState
  ) throws -> Outcome {
    // So many passes would have shown a failure with a probability of 95 %; two at least, as at the ends of an answer.
    let needed = max(2, Proportion.trialsToSee(rate: state.search.rateWithBug))
    var passes = 0
    func outcome(of entry: SearchEntry) -> Outcome? {
      if let obstacle = entry.obstacle { return .neither(obstacle.words, .notTestableBefore) }
      guard let run = entry.run else { return nil }
      if state.isTheSymptom(run) { return .fails }
      guard run.result == .pass else {
        return .neither(SearchState.words(run.reason), .notTestableBefore)
      }
      passes += 1
      return passes >= needed ? .passes(passes) : nil
    }
    for entry in try journal.known() where entry.testsOf == commit.id && entry.commit == parent.id {
      if entry.run != nil { keptRuns += 1 }
      if let outcome = outcome(of: entry) { return outcome }
    }
    let others = trials.alsoCarried
    trials.alsoCarried += tests
    defer { trials.alsoCarried = others }
    var tree: Trials.Tree?
    defer { if let tree { try? trials.close(tree) } }
    do {
      while true {
        guard mayRun(newRuns) else { return .neither("the budget was spent", .undecided) }
        let number = state.lastNumber + keptRuns + newRuns + 1
        var entry = SearchEntry(commit: parent.id, testsOf: commit.id, number: number)
        do {
          if tree == nil {
            observe(.settingUp([parent.id.short], state.progress))
            tree = try trials.open(parent, logDirectory: journal.entries.logDirectory)
          }
          guard let tree else { continue }
          observe(.running([parent.id.short], state.progress))
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

  private func changesOnlyTests(_ commit: Commit, since parent: Commit) throws -> Bool {
    try repository.changes(from: parent.id, to: commit.id).allSatisfy {
      TestPath.reason($0.path) != nil || FixFiles.isAside($0.path)
    }
  }

  private func commit(at place: Int, _ state: SearchState) throws -> Commit {
    try repository.commit(state.history.commits[place].digits)
  }

  private static func names(_ tests: [Carriage.Item]) -> String {
    let names = tests.prefix(2).map(\.change.path.description).joined(separator: ", ")
    return tests.count > 2 ? "\(names) and \(tests.count - 2) more" : names
  }
}
