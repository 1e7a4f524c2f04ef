import Casework
import Proof
import Repository
import Statistics

/// Runs the fix's test at the commit that was found and at its parents.
struct FixTestRuns {
  private let round: SearchRound

  /// So often at each commit.
  private static let wanted = 2

  init(_ round: SearchRound) {
    self.round = round
  }

  /// What ran the test, and what came of it at each place.
  struct Result {
    var command: String

    /// Whether it is a command of its own, and not the repro.
    var isOwn: Bool
    var runs: [Int: [RunRecord]] = [:]
    var obstacles: [Int: Trials.Obstacle] = [:]
  }

  /// Runs it, as far as the time allows; nil where it is not to be run by a command of its own, and the repro does not name
  /// a test of the fix either.
  ///
  /// - Throws: errors of the rooms below; where the user interrupts, what was run until then is the result.
  func play(at origin: Int, _ state: SearchState, until deadline: ContinuousClock.Instant) throws -> Result? {
    let plan = round.trials.plan
    let places = [origin] + state.history.ancestry.parents[origin]
    guard let test = plan.fixTest else {
      guard plan.reproNamesCarried else { return nil }
      return Result(command: plan.repro.written, isOwn: false)
    }
    var result = Result(command: test.written, isOwn: true)
    for entry in try round.journal.entries.facts() where entry.test?.command == test.command {
      guard let place = state.history.place(of: entry.commit.digits), let run = entry.test?.run else {
        continue
      }
      result.runs[place, default: []].append(run)
    }
    do {
      for place in places {
        try play(test, at: place, state, until: deadline, into: &result)
      }
    } catch is Interrupted {}
    return result
  }

  private func play(
    _ test: Repro, at place: Int, _ state: SearchState, until deadline: ContinuousClock.Instant,
    into result: inout Result
  ) throws {
    let commit = state.history.commits[place]
    while result.runs[place]?.count ?? 0 < Self.wanted, ContinuousClock.now < deadline {
      let number = (result.runs[place]?.count ?? 0) + 1
      do {
        round.observe(.running([commit.short], state.progress))
        let kept = round.trees.take(commit, carrying: state.manners[place])
        try round.trees.makeRoom(for: 1)
        let tree =
          try kept
          ?? round.trials.open(
            round.trees.commit(commit), carrying: state.manners[place] ?? .file,
            logDirectory: round.journal.entries.logDirectory)
        defer { round.trees.put(tree, of: commit, isNew: kept == nil) }
        let run = try round.trials.runTest(test, in: tree, number: number)
        try round.journal.entries.append(
          SearchEntry(commit: commit, test: .init(command: test.command, run: run)))
        result.runs[place, default: []].append(run)
      } catch let obstacle as Trials.Obstacle {
        result.obstacles[place] = obstacle
        return
      }
    }
  }
}
