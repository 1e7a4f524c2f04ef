import Casework
public import Proof
public import Repository
import Statistics
import Storage
import Subprocess

/// Finds the commit since which a repro fails, by running it.
///
/// No good end is assumed: the commit before the fix is run, and then commits where a run tells most, the ranking of
/// history being what is believed at first. See `FirstFailureSearch` for how runs are weighed.
public struct OriginSearch {
  private let repository: Repository
  private let prover: Prover
  private let request: SearchRequest
  private let directory: String
  private let observe: @Sendable (SearchEvent) -> Void

  /// A search.
  ///
  /// - Parameters:
  ///   - prover: runs the repro.
  ///   - directory: where the user stands.
  ///   - observe: is told what happens, as it happens.
  public init(
    in repository: Repository, by prover: Prover, _ request: SearchRequest, from directory: String,
    observe: @escaping @Sendable (SearchEvent) -> Void
  ) {
    self.repository = repository
    self.prover = prover
    self.request = request
    self.directory = directory
    self.observe = observe
  }

  /// Searches, and says what the runs say, with what a reader should know of the trees.
  ///
  /// - Parameter report: what history says.
  /// - Throws: as `Prover.prove` does.
  func run(after report: OriginReport) throws -> (running: OriginReport.Running, remarks: [String]) {
    try prover.withTrials(request.repro, from: directory) { trials in
      let journal = try SearchJournal(
        key: trials.key, in: prover.cache, startsAnew: request.repro.startsAnew)
      let history = try SearchHistory(before: trials.plan.span.before, in: repository)
      let isPinned = if case .anyFailure = request.repro.symptom { false } else { true }
      var state = SearchState(
        history, prior: history.prior(from: report), isPinned: isPinned,
        known: request.repro.startsAnew ? [] : try trials.runsOfProof())
      for entry in try journal.known() { state.take(entry) }
      observe(.planned(plan(trials, state)))
      let round = SearchRound(
        request: request, trials: trials, journal: journal,
        trees: SearchTrees(trials, atOnce: request.parallel, in: repository),
        owner: report.owner.flatMap { history.place(of: $0.commit.commit) }, observe: observe)
      let kept = state.runs
      let deadline = ContinuousClock.now + request.budget
      let end = try round.play(&state, until: deadline)
      var wording = SearchWording(state, report: report, trials: trials, request: request, in: repository)
      wording.evidence = journal.directory
      wording.newRuns = state.runs - kept
      wording.trees = round.trees.opened
      var running = try wording.running(end)
      if running.isFound, let place = running.commit.flatMap({ history.place(of: $0.commit) }) {
        let tests = try FixTestRuns(round).play(at: place, state, until: deadline)
        running.fixTest = try tests.map { try FixTestWording($0, at: place, state, wording).report }
      }
      return (running, trials.remarks)
    }
  }

  private func plan(_ trials: Trials, _ state: SearchState) -> SearchPlan {
    SearchPlan(
      repro: trials.plan.repro.written, setup: request.repro.setup, before: trials.plan.span.before.id.short,
      commits: state.history.commits.count,
      carried: trials.plan.carriage.items.map(\.change.path.description), keptRuns: state.runs,
      expectedRuns: state.search.expectedRuns(confidence: request.confidence, atOnce: request.parallel),
      parallel: request.parallel,
      maximumRuns: request.maximumRuns, budget: request.budget)
  }
}

extension OriginReport {
  /// The candidate that last touched lines which the fix removes, the most likely of these.
  var owner: Candidate? { candidates.first { $0.features[Feature.removedAny.rawValue] ?? 0 > 0 } }
}
