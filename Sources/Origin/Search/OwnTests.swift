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
  let repository: Repository

  /// The runs.
  private(set) var runs: AsideRuns

  init(_ runs: AsideRuns, in repository: Repository) {
    trials = runs.trials
    self.runs = runs
    self.repository = repository
  }

  /// Runs the repro at the parents of the commit that was found.
  ///
  /// - Throws: errors of the rooms below.
  mutating func judge(_ origin: Int, _ state: SearchState) throws -> Finding {
    let commit = try commit(at: origin, state)
    var words: [String] = []
    for place in state.history.ancestry.parents[origin] {
      let parent = try self.commit(at: place, state)
      let manners = (commit: state.manners[origin], parent: state.manners[place])
      let manner = manners.commit == .change || manners.parent == .change ? Carriage.Manner.change : .file
      let ends = Ends(
        commit: commit, parent: parent, manner: manner,
        tests: try trials.tests(of: commit, since: parent, carrying: manner))
      if manner == .change, manners.commit == .file, let doubt = try doubt(of: ends, state) { return doubt }
      // The same files have run at both already.
      if ends.tests.isEmpty, manner == .file || manners.parent != .file { continue }
      let finding = try compare(ends, state)
      guard case .harmless(let sentence) = finding else { return finding }
      words.append(sentence)
    }
    return words.isEmpty ? .none : .harmless(words.joined(separator: " "))
  }

  /// A commit that was found and one of its parents, and what tests are put on both.
  private struct Ends {
    var commit: Commit
    var parent: Commit
    var manner: Carriage.Manner
    var tests: [Carriage.Item]

    /// Behind "with".
    var words: String {
      let named = tests.prefix(2).map(\.change.path.description).joined(separator: ", ")
      let more = tests.count > 2 ? " and \(tests.count - 2) more" : ""
      let own = "the tests that \(commit.id.short) changes (\(named)\(more))"
      guard manner == .change else { return own }
      return "only what the fix changes in its tests" + (tests.isEmpty ? "" : ", and \(own)")
    }
  }

  /// What failed at the commit was the whole files, and at its parent they are not to be had: so whether it fails without
  /// the rest of them, too; nil where it does.
  private mutating func doubt(of ends: Ends, _ state: SearchState) throws -> Finding? {
    let there = "With only what the fix changes in its tests, at \(ends.commit.id.short)"
    switch try run([], ends.manner, of: ends.commit, at: ends.commit, state) {
    case .fails: return nil
    case .passes: return .unknown("\(there) the repro passes.", .otherTests, .undecided)
    case .neither(let why, let outcome): return .unknown("\(there) \(why).", .otherTests, outcome)
    }
  }

  /// Runs the tests of both at the parent.
  private mutating func compare(_ ends: Ends, _ state: SearchState) throws -> Finding {
    let (commit, parent) = (ends.commit.id.short, ends.parent.id.short)
    switch try run(ends.tests, ends.manner, of: ends.commit, at: ends.parent, state) {
    case .passes(let count):
      return .harmless(
        "With \(ends.words), its parent \(parent) passes, too, in \(count) of \(SearchWording.runs(count)).")
    case .fails where ends.tests.isEmpty:
      return .unknown(
        "With \(ends.words), the repro fails at \(parent), too; with the whole files it passes there.",
        .otherTests, .undecided)
    case .fails:
      return .telling(
        ends.tests,
        "With \(ends.words), the repro fails at its parent \(parent), too: they were carried further back.")
    case .neither(let why, let outcome):
      let onlyTests = try changesOnlyTests(ends.commit, since: ends.parent)
      return .unknown(
        "Whether the repro fails at \(commit) for its tests or for its code was not measured: with \(ends.words), at "
          + "its parent \(parent) \(why).",
        onlyTests ? .onlyTests : ends.manner == .change ? .otherTests : nil, outcome)
    }
  }

  private mutating func run(
    _ tests: [Carriage.Item], _ manner: Carriage.Manner, of commit: Commit, at parent: Commit,
    _ state: SearchState
  ) throws -> AsideRuns.Outcome {
    // So many passes would have shown a failure with a probability of 95 %; two at least, as at the ends of an answer.
    let needed = max(2, Proportion.trialsToSee(rate: state.search.rateWithBug))
    let others = trials.alsoCarried
    trials.alsoCarried += tests
    defer { trials.alsoCarried = others }
    return try runs.run(at: parent, carrying: manner, marked: commit.id, until: (needed, 1), state)
  }

  private func changesOnlyTests(_ commit: Commit, since parent: Commit) throws -> Bool {
    try repository.changes(from: parent.id, to: commit.id).allSatisfy {
      TestPath.reason($0.path) != nil || FixFiles.isAside($0.path)
    }
  }

  private func commit(at place: Int, _ state: SearchState) throws -> Commit {
    try repository.commit(state.history.commits[place].digits)
  }
}
