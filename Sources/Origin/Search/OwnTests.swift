import Casework
import Proof
import Repository
import Statistics
import Subprocess

/// Whether a repro fails since a commit for its tests, not for its code.
///
/// A commit that changes tests can be the first at which a repro fails though the bug is older: the failing test, or the
/// data that it reads, came with it. So the repro is run on its parent with these tests: where it passes, it is the code.
/// Where only what the fix changes in its tests was carried, the rest of them is as each commit has it: then these are the
/// commit's on both sides, too.
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
    case unknown(String, Gap?, OriginReport.Running.Outcome)
  }

  /// Why a commit is not to be called found where that could not be measured.
  enum Gap {
    /// It changes nothing but tests.
    case onlyTests
    /// What was run at it and at its parent differs in more than its code.
    case otherTests

    /// As a sentence.
    var sentence: String {
      switch self {
      case .onlyTests: "It changes nothing but tests, so the bug may be older."
      case .otherTests: "The tests that ran at it and at its parent are not the same, so it may be these."
      }
    }
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
      let manners = [origin, place].map { state.manners[$0] }
      let manner = manners.contains(.change) ? Carriage.Manner.change : .file
      let tests = try trials.tests(of: commit, since: parent, carrying: manner)
      // The same files have run at both already.
      if tests.isEmpty, manner == .file || !manners.contains(.file) { continue }
      let with =
        manner == .change
        ? "only what the fix changes in its tests carried"
          + (tests.isEmpty ? "" : ", and the tests that \(commit.id.short) changes (\(Self.names(tests)))")
        : "the tests that \(commit.id.short) changes (\(Self.names(tests)))"
      func gap() throws -> Gap? {
        if try changesOnlyTests(commit, since: parent) { return .onlyTests }
        return manner == .change ? .otherTests : nil
      }
      if manner == .change, manners[0] == .file {
        // What failed at the commit was another version of the tests.
        switch try run([], manner, of: commit, at: commit, state) {
        case .fails: break
        case .passes:
          return .unknown(
            "With only what the fix changes in its tests carried, the repro passes at \(commit.id.short).",
            .otherTests, .undecided)
        case .neither(let why, let outcome):
          return .unknown(
            "With only what the fix changes in its tests carried on \(commit.id.short), \(why).", .otherTests,
            outcome)
        }
      }
      switch try run(tests, manner, of: commit, at: parent, state) {
      case .passes(let count):
        words.append(
          "With \(with), its parent \(parent.id.short) passes, too, in \(count) of \(SearchWording.runs(count))."
        )
      case .fails where tests.isEmpty:
        return .unknown(
          "With \(with), the repro fails at its parent \(parent.id.short), too; with the whole files it passes there.",
          .otherTests, .undecided)
      case .fails:
        return .telling(
          tests,
          "With \(with), the repro fails at its parent \(parent.id.short), too: they were carried further back."
        )
      case .neither(let why, let outcome):
        return .unknown(
          "Whether the repro fails at \(commit.id.short) for its tests or for its code was not measured: with \(with), at "
            + "its parent \(parent.id.short) \(why).",
          try gap(), outcome)
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
    _ tests: [Carriage.Item], _ manner: Carriage.Manner, of commit: Commit, at parent: Commit,
    _ state: SearchState
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
    for entry in try journal.known()
    where entry.testsOf == commit.id && entry.commit == parent.id && (entry.manner ?? .file) == manner {
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
        var entry = SearchEntry(commit: parent.id, testsOf: commit.id, manner: manner, number: number)
        do {
          if tree == nil {
            observe(.settingUp([parent.id.short], state.progress))
            tree = try trials.open(
              parent, carrying: manner, logDirectory: journal.entries.logDirectory)
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
