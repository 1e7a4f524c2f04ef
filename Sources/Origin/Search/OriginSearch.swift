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
      let deadline = ContinuousClock.now + request.budget
      var remarks = trials.remarks
      var pass = SearchPass(up: trials.plan.span.before)
      while true {
        var found = try search(pass, trials, report, until: deadline)
        if let earlier = pass.earlier { found.running.goOn(from: earlier) }
        let next = try judge(&found, trials, report, until: deadline, &remarks)
        guard let next else {
          let losses = try trials.remarkOnLosses(in: found.journal.directory)
          return (
            found.running,
            remarks
              + [
                found.wording.remarkOnManner, found.wording.remarkOnOtherFailures(found.running),
                found.wording.remarkOnKept(found.running), found.wording.remarkOnTurns, losses,
              ]
              .compactMap { $0 }
          )
        }
        pass = next
      }
    }
  }

  /// Whether it is the code of the commit that was found, not its tests, since which the repro fails; where it is the tests,
  /// the search that goes on before it.
  private func judge(
    _ found: inout Found, _ trials: Trials, _ report: OriginReport, until deadline: ContinuousClock.Instant,
    _ remarks: inout [String]
  ) throws -> SearchPass? {
    try hold(&found, against: trials, report, until: deadline, &remarks)
    guard let origin = found.origin else { return nil }
    if found.running.outcome == .found {
      let made = found.running.newRuns
      var check = OwnTests(
        AsideRuns(
          trials, found.journal,
          mayRun: { $0 + made < request.maximumRuns && ContinuousClock.now < deadline }, observe: observe),
        in: repository)
      let finding = try check.judge(origin, found.state)
      found.add(check.runs)
      switch finding {
      case .none: break
      case .harmless(let words): remarks.append(words)
      case .unknown(let words, let gap?, let outcome):
        found.running.leaveOpen("\(words) \(gap.sentence)", outcome)
      case .unknown(let words, nil, _): remarks.append(words)
      case .telling(let tests, let words):
        remarks.append(words)
        trials.alsoCarried += tests
        try found.round.trees.closeAll()
        return try SearchPass(
          up: repository.commit(found.state.history.commits[origin].digits), from: found.journal,
          after: found.running)
      }
    }
    if found.running.isFound {
      let tests = try FixTestRuns(found.round).play(at: origin, found.state, until: deadline)
      found.running.fixTest = try tests.map {
        try FixTestWording($0, at: origin, found.state, found.wording).report
      }
    }
    return nil
  }

  /// Where the repro passed nowhere, has it run where it should: what fails there as well tells nothing of when the bug began.
  private func hold(
    _ found: inout Found, against trials: Trials, _ report: OriginReport,
    until deadline: ContinuousClock.Instant,
    _ remarks: inout [String]
  ) throws {
    guard [.sinceAdded, .notTestableBefore].contains(found.running.outcome), !found.state.search.hasPassed
    else { return }
    let made = found.running.newRuns
    var control = ControlRuns(
      AsideRuns(
        trials, found.journal,
        mayRun: { $0 + made < request.maximumRuns && ContinuousClock.now < deadline }, observe: observe),
      in: repository)
    if !found.state.hasPassedWithFix, !trials.plan.span.isUncommitted {
      switch try control.judge(found.state) {
      case .passes: remarks.append("With the fix the repro passes: it was run there for that alone.")
      case .fails(let count):
        found.leaveOpen(
          .failsAfter,
          "The repro fails with the fix as well, in \(count) of \(SearchWording.runs(count)), and has passed nowhere before "
            + "it: it does not tell the bug. `postmortem prove` says more.")
      case .neither(let why, let outcome) where found.running.outcome == .sinceAdded:
        found.leaveOpen(
          outcome == .notTestableBefore ? .undecided : outcome,
          "Not decided: the repro has passed nowhere, and with the fix \(why).")
      case .neither(let why, _):
        remarks.append("Whether the repro passes with the fix was not seen: there \(why).")
      }
    }
    // A flake passes now and then where the bug is.
    if found.running.outcome == .sinceAdded, found.state.search.steadiness > 0.5, let first = found.origin {
      let suspects = report.candidates.prefix(3).filter { $0.probability >= Self.suspicion }
        .map { ObjectID($0.commit.commit) }
      if let place = try control.passing(near: suspects, found.state),
        found.state.history.ancestry.has(first, below: place)
      {
        let (failing, passing) = (
          found.state.history.commits[first].short, found.state.history.commits[place].short
        )
        found.leaveOpen(
          .undecided,
          "Not decided: the repro fails at \(failing), and passes at \(passing), which stands on it and is one that history "
            + "suspects, or the commit before: so it fails for more than one reason. --symptom tells failures apart."
        )
      }
    }
    found.add(control.runs)
  }

  /// From such a probability on, a candidate of history is worth a run before it is said that the bug is as old as its code.
  private static let suspicion = 0.05

  /// What one pass found.
  private struct Found {
    var running: OriginReport.Running
    /// The place of the commit in the answer.
    var origin: Int?
    var state: SearchState
    var round: SearchRound
    var wording: SearchWording
    var journal: SearchJournal { round.journal }

    /// Counts runs that were made beside the search.
    mutating func add(_ runs: AsideRuns) {
      running.runs += runs.keptRuns + runs.newRuns
      running.newRuns += runs.newRuns
    }

    /// Takes back what was said of a commit, and says this instead.
    mutating func leaveOpen(_ outcome: OriginReport.Running.Outcome, _ sentence: String) {
      running.leaveOpen("", outcome)
      running.sentence = sentence
      running.commit = nil
      origin = nil
    }
  }

  private func search(
    _ pass: SearchPass, _ trials: Trials, _ report: OriginReport, until deadline: ContinuousClock.Instant
  ) throws -> Found {
    var request = request
    request.maximumRuns -= pass.earlier?.newRuns ?? 0
    let journal = try SearchJournal(
      key: pass.key(of: trials), in: prover.cache, startsAnew: request.repro.startsAnew)
    let history = try SearchHistory(before: pass.tip, in: repository)
    let isPinned = if case .anyFailure = request.repro.symptom { false } else { true }
    let ofProof = pass.earlier == nil && !request.repro.startsAnew ? try trials.runsOfProof() : []
    var state = SearchState(history, prior: history.prior(from: report), isPinned: isPinned, proof: ofProof)
    for entry in pass.known { state.take(entry) }
    let known = state.runs
    for entry in try journal.known() { state.take(entry) }
    observe(.planned(plan(trials, state, isFurther: pass.earlier != nil)))
    let round = SearchRound(
      request: request, trials: trials, journal: journal,
      trees: SearchTrees(trials, atOnce: request.parallel, in: repository),
      owner: report.owner.flatMap { history.place(of: $0.commit.commit) }, observe: observe)
    let kept = state.runs
    let end = try round.play(&state, until: deadline)
    var wording = SearchWording(state, report: report, trials: trials, request: request, in: repository)
    wording.evidence = journal.directory
    wording.newRuns = state.runs - kept
    wording.trees = round.trees.opened
    var running = try wording.running(end)
    // Those that an earlier pass made are counted there.
    if pass.earlier != nil { running.runs -= known }
    return Found(
      running: running, origin: running.commit.flatMap { history.place(of: $0.commit) }, state: state,
      round: round, wording: wording)
  }

  private func plan(_ trials: Trials, _ state: SearchState, isFurther: Bool) -> SearchPlan {
    SearchPlan(
      repro: trials.plan.repro.written, setup: request.repro.setup,
      launcher: request.repro.launcher?.written, before: state.history.commits[state.search.tip].short,
      isFurther: isFurther,
      commits: state.history.commits.count,
      carried: trials.carried, keptRuns: state.runs,
      expectedRuns: state.search.expectedRuns(confidence: request.confidence, atOnce: request.parallel),
      parallel: request.parallel,
      maximumRuns: request.maximumRuns, budget: request.budget)
  }
}

extension OriginReport {
  /// The candidate that last touched lines which the fix removes, the most likely of these.
  var owner: Candidate? { candidates.first { $0.features[Feature.removedAny.rawValue] ?? 0 > 0 } }
}
