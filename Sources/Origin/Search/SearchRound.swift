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

/// Runs the repro at commit after commit, several at once where that is asked for, until there is an answer or no way to one.
struct SearchRound {
  let request: SearchRequest
  let trials: Trials
  let journal: SearchJournal
  let trees: SearchTrees

  /// The place of the commit that wrote what the fix removes.
  let owner: Int?

  let observe: @Sendable (SearchEvent) -> Void

  /// Runs at the commit before the fix after which a repro that has never failed is believed not to fail: one that fails
  /// in 5 % of runs would have shown with a probability of 95 %.
  private static let runsWithoutFailure = Proportion.trialsToSee(rate: 0.05)

  /// An answer this likely is confirmed at both its ends before anything else is run.
  private static let worthConfirming = 0.9

  /// Adds to what is known.
  ///
  /// - Parameter deadline: no run is started after it.
  /// - Throws: errors of the rooms below.
  func play(_ state: inout SearchState, until deadline: ContinuousClock.Instant) throws -> SearchEnd {
    let first = state.runs
    while true {
      let room = request.maximumRuns - (state.runs - first)
      let (places, end) = next(state, atOnce: max(1, min(request.parallel, room)))
      guard !places.isEmpty else { return end }
      // What is run after an answer only adds to it: where that cannot be done, the answer stays.
      let isAnswered = end == .answered
      guard ContinuousClock.now < deadline, room > 0 else { return isAnswered ? .answered : .spent }
      do {
        try run(at: places, until: deadline, mayRepeat: room >= 2 * places.count, &state)
      } catch is Interrupted {
        return isAnswered ? .answered : .interrupted
      }
    }
  }

  /// Where to run next, a place as often as it is to be run; nowhere and why, where the search has ended.
  private func next(_ state: SearchState, atOnce count: Int) -> (places: [Int], end: SearchEnd) {
    let search = state.search
    let tip = state.count(at: search.tip)
    if tip.failures == 0 {
      let others = state.others[search.tip] ?? 0
      let isOver =
        state.obstacles[search.tip] != nil || tip.passes >= Self.runsWithoutFailure
        || (others >= 3 && tip.passes == 0)
      if isOver { return ([], .neverFailed) }
      // One run tells a repro that fails always: what it costs to set up more trees is spent only after that.
      let runs = tip.runs + others == 0 ? 1 : min(count, Self.runsWithoutFailure - tip.passes)
      return (Array(repeating: search.tip, count: runs), .neverFailed)
    }
    if state.wantsAnotherFailure { return ([search.tip], .stuck) }
    let answer = search.answer
    let open = search.unconfirmed(answer)
    if answer.probability >= request.confidence, open.isEmpty {
      return (unseenOwner(answer, state).map { [$0] } ?? [], .answered)
    }
    if answer.probability >= Self.worthConfirming, !open.isEmpty {
      return (search.confirming(answer, atOnce: count), .stuck)
    }
    let limit = obstacleLimit(state)
    if search.untestableLeft < (search.isRunnableSince ? Self.obstaclesOfTheOld : limit) {
      let places = search.next(atOnce: count, preferring: state.history.releases)
      if !places.isEmpty { return (places, .stuck) }
    }
    guard !search.hasPassed, search.untestableLeft < 2 * limit else { return ([], .stuck) }
    return (search.nextTowardsBoundary.map { [$0] } ?? [], .stuck)
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

  /// At so many commits that cannot be built or run, those before one that passes aside, one gives up; where nothing has
  /// passed, what is left of twice as many goes into how far back it can be run.
  private func obstacleLimit(_ state: SearchState) -> Int {
    10 + 2 * (Int.bitWidth - state.history.commits.count.leadingZeroBitCount)
  }

  /// At so many, all of them older than all that could be run, it is plain that the old cannot be: were three commits in ten
  /// runnable, one of so many would have been in 97 cases of a hundred.
  private static let obstaclesOfTheOld = 10

  /// Makes one round of runs, and takes them in by their numbers: in which order they end changes nothing.
  ///
  /// - Parameter mayRepeat: whether there is room for one that tells nothing to be made in the other manner as well.
  /// - Throws: `Interrupted` where the user interrupted, and errors of the rooms below, after all that has ended was taken
  ///   in.
  private func run(
    at places: [Int], until deadline: ContinuousClock.Instant, mayRepeat: Bool, _ state: inout SearchState
  ) throws {
    let lanes = try lanes(places, mayRepeat: mayRepeat, state)
    let progress = state.progress
    let new = lanes.filter { $0.tree == nil }
    if !new.isEmpty { observe(.settingUp(Self.names(of: new), progress)) }
    let running = Self.names(of: lanes)
    let outcomes = try Workers.together(
      lanes.map { [trials, journal, observe] lane in
        {
          lane.play(trials, keeping: journal, until: deadline) { observe(.running(running, progress)) }
        }
      })
    for (lane, outcome) in zip(lanes, outcomes) {
      if let tree = outcome.tree { trees.put(tree, of: lane.commit.id, isNew: lane.tree == nil) }
    }
    let entries = outcomes.flatMap(\.entries)
    for entry in entries.sorted(by: { ($0.number ?? 0) < ($1.number ?? 0) }) { state.take(entry) }
    let errors = outcomes.compactMap(\.error)
    if let error = errors.first(where: { !($0 is Interrupted) }) ?? errors.first { throw error }
  }

  /// Parts runs into lanes: those at one commit are made in one tree, or in several.
  private func lanes(
    _ places: [Int], mayRepeat: Bool, _ state: SearchState
  ) throws -> [SearchLane] {
    var numbers: [Int: [Int]] = [:]
    for (offset, place) in places.enumerated() {
      numbers[place, default: []].append(state.lastNumber + 1 + offset)
    }
    var wanted: [(place: Int, tree: Trials.Tree?, numbers: [Int])] = []
    for (place, runs) in numbers.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      let commit = state.history.commits[place]
      let count = trees.count(for: runs.count, at: commit, seconds: state.runSeconds)
      for lane in 0..<count {
        wanted.append(
          (
            place, trees.take(commit, carrying: state.manners[place]),
            stride(from: lane, to: runs.count, by: count).map { runs[$0] }
          ))
      }
    }
    try trees.makeRoom(for: wanted.count)
    return try wanted.map {
      SearchLane(
        commit: try trees.commit(state.history.commits[$0.place]), place: $0.place, tree: $0.tree,
        numbers: $0.numbers, state: state, mayRepeat: mayRepeat)
    }
  }

  /// The first digits of the commits of lanes, each once.
  private static func names(of lanes: [SearchLane]) -> [String] {
    lanes.map(\.commit.id.short).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
