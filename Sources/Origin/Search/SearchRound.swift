import Casework
import Proof
import Repository
import Statistics
import Subprocess

/// Why a search ended.
enum SearchEnd {
  /// There is an answer.
  case answered
  /// No run that can be made would tell more.
  case stuck
  /// The budget is spent.
  case spent
  /// Before the fix the repro was never seen to fail.
  case neverFailed
  /// The user interrupted.
  case interrupted
}

/// Runs the repro at one commit after the other, until there is an answer or no way to one.
struct SearchRound {
  let request: SearchRequest
  let trials: Trials
  let journal: SearchJournal
  let trees: SearchTrees

  /// The place of the commit that wrote what the fix removes.
  let owner: Int?

  let observe: (SearchEvent) -> Void

  /// Runs at the commit before the fix after which a repro that has never failed is believed not to fail: one that fails
  /// in 5 % of runs would have shown with a probability of 95 %.
  private static let runsWithoutFailure = Proportion.trialsToSee(rate: 0.05)

  /// An answer this likely is confirmed at both its ends before anything else is run.
  private static let worthConfirming = 0.9

  /// Adds to what is known.
  ///
  /// - Throws: errors of the rooms below.
  func play(_ state: inout SearchState) throws -> SearchEnd {
    let first = state.runs
    let clock = ContinuousClock()
    let start = clock.now
    while true {
      let (place, end) = next(state)
      guard let place else { return end }
      // What is run after an answer only adds to it: where that cannot be done, the answer stays.
      let isAnswered = end == .answered
      guard clock.now - start < request.budget, state.runs - first < request.maximumRuns else {
        return isAnswered ? .answered : .spent
      }
      do {
        try run(at: place, &state)
      } catch is Interrupted {
        return isAnswered ? .answered : .interrupted
      }
    }
  }

  /// Where to run next; nil and why, where the search has ended.
  private func next(_ state: SearchState) -> (place: Int?, end: SearchEnd) {
    let search = state.search
    let tip = state.count(at: search.tip)
    if tip.failures == 0 {
      let others = state.others[search.tip] ?? 0
      let isOver =
        state.obstacles[search.tip] != nil || tip.passes >= Self.runsWithoutFailure
        || (others >= 3 && tip.passes == 0)
      return (isOver ? nil : search.tip, .neverFailed)
    }
    let answer = search.answer
    let open = search.unconfirmed(answer)
    if answer.probability >= request.confidence, open.isEmpty {
      return (unseenOwner(answer, state), .answered)
    }
    if answer.probability >= Self.worthConfirming, let point = open.first { return (point, .stuck) }
    guard state.obstacles.count < obstacleLimit(state) else { return (nil, .stuck) }
    return (search.next(preferring: state.history.releases), .stuck)
  }

  /// The owner of the removed lines, where it is older than what was found and has not been run: whether its lines did
  /// harm from the beginning is worth a run.
  private func unseenOwner(_ answer: FirstFailureSearch.Answer, _ state: SearchState) -> Int? {
    guard answer.points.count == 1, let found = answer.points.first, let owner, owner != found,
      state.count(at: owner).runs == 0, state.obstacles[owner] == nil,
      state.history.ancestry.has(owner, below: found)
    else { return nil }
    return owner
  }

  /// At so many commits that cannot be built or run one gives up.
  private func obstacleLimit(_ state: SearchState) -> Int {
    10 + 2 * (Int.bitWidth - state.history.commits.count.leadingZeroBitCount)
  }

  private func run(at place: Int, _ state: inout SearchState) throws {
    let commit = state.history.commits[place]
    var entry = SearchEntry(commit: commit)
    do {
      let progress = state.progress
      let tree = try trees.tree(of: commit) { observe(.settingUp(commit.short, progress)) }
      observe(.running(commit.short, progress))
      entry.run = try trials.run(in: tree, number: state.runs + 1)
    } catch let obstacle as Trials.Obstacle {
      entry.obstacle = obstacle
    }
    try journal.entries.append(entry)
    state.take(entry)
  }
}
