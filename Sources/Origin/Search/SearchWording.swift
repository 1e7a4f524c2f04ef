import Proof
import Repository
import Statistics

/// Puts into the report what the runs of a search say.
struct SearchWording {
  private let state: SearchState
  private let report: OriginReport
  private let trials: Trials
  private let request: SearchRequest
  private let repository: Repository
  private let answer: FirstFailureSearch.Answer

  /// Where the runs are.
  var evidence = ""

  /// The runs of this call.
  var newRuns = 0

  /// The trees of this call.
  var trees = 0

  /// So many commits are named where one cannot tell which it is.
  private static let named = 20

  init(
    _ state: SearchState, report: OriginReport, trials: Trials, request: SearchRequest,
    in repository: Repository
  ) {
    self.state = state
    self.report = report
    self.trials = trials
    self.request = request
    self.repository = repository
    answer = state.search.answer
  }

  /// The part of the report.
  func running(_ end: SearchEnd) throws -> OriginReport.Running {
    let (outcome, commit, sentence) = try conclusion(end)
    let isOpen = outcome == .oneOf || outcome == .undecided || outcome == .notTestableBefore
    let left = isOpen ? possible : []
    let latent = outcome == .found ? harmlessOwner : nil
    return OriginReport.Running(
      outcome: outcome, sentence: sentence, commit: try commit.map(facts),
      oneOf: try left.prefix(Self.named).map(facts), oneOfCount: left.count,
      probability: rounded(answer.probability), rateWithBug: rounded(state.search.rateWithBug),
      rateWithoutBug: rounded(state.search.rateWithoutBug), latentSince: try latent.map(facts),
      repro: trials.plan.repro.written, setup: request.repro.setup, symptom: request.repro.symptom.text,
      carried: trials.carried,
      searched: state.history.commits.count, runs: state.runs, newRuns: newRuns,
      parallel: request.parallel > 1 ? request.parallel : nil, trees: trees,
      trials: try trialsMade(origin: outcome == .found || outcome == .sinceAdded ? commit : nil),
      evidence: evidence)
  }

  // MARK: What can be said

  private typealias Conclusion = (outcome: OriginReport.Running.Outcome, place: Int?, sentence: String)

  private func conclusion(_ end: SearchEnd) throws -> Conclusion {
    switch end {
    case .interrupted:
      return (
        .interrupted, nil, "Interrupted after \(Self.runs(state.runs)). The same call goes on from there."
      )
    case .neverFailed: return neverFailed
    case .spent:
      return (
        .undecided, nil,
        "Not decided within the budget: \(left) may still be it after \(Self.runs(state.runs)). The same call goes on "
          + "from there."
      )
    case .answered: return try answered
    case .stuck: return try stuck
    }
  }

  private var neverFailed: Conclusion {
    let tip = state.search.tip
    let count = state.count(at: tip)
    if let obstacle = state.obstacles[tip] {
      return (.otherBefore, nil, "The repro cannot be run at the commit before the fix: \(obstacle.words).")
    }
    if count.passes == 0 {
      return (
        .otherBefore, nil,
        "At the commit before the fix the repro neither passes nor shows the symptom, in \(Self.runs(state.others[tip] ?? 0))."
      )
    }
    return (
      .passesBefore, nil,
      "The repro passes at the commit before the fix, in \(count.passes) of \(Self.runs(count.runs)): it does not show "
        + "the bug."
    )
  }

  private var answered: Conclusion {
    get throws {
      guard answer.points.count == 1, let origin = answer.points.first, answer.withBug == [origin] else {
        return try between
      }
      let parents = state.history.ancestry.parents[origin]
      if parents.isEmpty {
        guard !state.history.cut.contains(origin) else { return cutOff(origin) }
        return sinceBeginning(origin)
      }
      guard parents.allSatisfy({ state.count(at: $0).passes > 0 }), state.count(at: origin).failures > 0,
        !state.history.cut.contains(origin)
      else { return try between }
      let ends = parents.map { "\(name($0)) in \(passes($0))" }.joined(separator: " and ")
      let chance = Self.percent(answer.probability)
      return (
        .found, origin,
        "The repro fails at \(name(origin)) in \(count(origin)) and passes at its parent \(ends); posterior \(chance)."
      )
    }
  }

  /// The repro cannot be run between the ends of the answer.
  private var between: Conclusion {
    get throws {
      guard let first = answer.withBug.first, answer.withoutBug.isEmpty else {
        return (
          .oneOf, nil,
          "One of \(Self.commits(answer.points.count)), between which the repro cannot be run"
            + "\(firstObstacle.map { ": \($0)" } ?? "")."
        )
      }
      return try nothingBelow(first)
    }
  }

  private var stuck: Conclusion {
    get throws {
      let failing = state.search.counts.filter { $0.value.failures > 0 }.keys.min()
      if !state.search.hasPassed, let failing { return try nothingBelow(failing) }
      return answer.points.count > 1
        ? (
          .oneOf, nil,
          "One of \(left): the repro could not be run at \(Self.commits(state.obstacles.count)) that "
            + "\(state.obstacles.count == 1 ? "was" : "were") tried."
        )
        : (.undecided, nil, "Not decided: no run that can be made would tell more; \(left) may be it.")
    }
  }

  /// The repro fails at a commit, and nothing below it could be run.
  private func nothingBelow(_ first: Int) throws -> Conclusion {
    if state.history.cut.contains(first) { return cutOff(first) }
    let parents = state.history.ancestry.parents[first]
    let fails = "the repro fails at \(name(first)) in \(count(first))"
    if parents.isEmpty { return sinceBeginning(first) }
    let brought = BroughtCode(trials: trials, report: report, repository: repository)
    let (own, below) = (try commit(at: first), try parents.map { try commit(at: $0) })
    if let file = try brought.file(by: own, since: below) {
      return (
        .sinceAdded, first,
        "Present since the code was added: \(fails), which brings \(file); its parents do not have it."
      )
    }
    let why = parents.compactMap { state.obstacles[$0]?.words }.first
    if parents.allSatisfy({ state.obstacles[$0] != nil }), let why {
      if let lines = try brought.lines(by: own, since: below) {
        let all = lines == 1 ? "the line" : "all \(lines) lines"
        return (
          .sinceAdded, first,
          "Present since the code was added: \(fails), which brings \(all) of code that the fix takes away; at its "
            + "parent it cannot be tested (\(why))."
        )
      }
      return (
        .notTestableBefore, first,
        "Cannot be tested before \(name(first)) (\(why)): \(fails), and the bug may be older."
      )
    }
    // Nothing is known of its parents: it may be testable there.
    let tried = state.obstacles.keys.count { state.history.ancestry.has($0, below: first) }
    return (
      .notTestableBefore, first,
      "Could not be tested at \(Self.commits(tried)) before \(name(first)) that \(tried == 1 ? "was" : "were") tried"
        + "\((why ?? firstObstacle).map { " (\($0))" } ?? ""): \(fails), and the bug may be older."
    )
  }

  private func sinceBeginning(_ place: Int) -> Conclusion {
    (
      .sinceAdded, place,
      "Present since the first commit of its history: the repro fails at \(name(place)) in \(count(place)), and it "
        + "stands on nothing."
    )
  }

  private func cutOff(_ place: Int) -> Conclusion {
    let fails = "Cannot be tested before \(name(place)): the repro fails there in \(count(place)), and "
    return (
      .notTestableBefore, place,
      state.history.isShallow
        ? "\(fails)this clone's history ends with it. `git fetch --unshallow` brings the rest."
        : "\(fails)the history that is searched ends with it, by a graft, a replacement or its length."
    )
  }

  /// What a reader should know of failures that were not taken for the bug; nil where they leave nothing open.
  func remarkOnOtherFailures(_ running: OriginReport.Running) -> String? {
    let places = state.obstacles.filter { $0.value.words == SearchState.otherFailure }.keys
    guard !running.isFound, let newest = places.max() else { return nil }
    let excerpt = state.obstacles[newest]?.excerpt.last.map { ": \"\($0)\"" } ?? ""
    let others = places.count == 1 ? "" : " and at \(Self.commits(places.count - 1)) more"
    return "At \(name(newest))\(others) the repro fails in another way than before the fix\(excerpt). "
      + "If that is the same bug, --symptom REGEX says what a failure of it prints."
  }

  /// What a reader should know of how the files of the fix were carried; nil where it is the whole files everywhere.
  var remarkOnManner: String? {
    let places = state.manners.filter { $0.value == .change }.keys
    guard let newest = places.max() else { return nil }
    let others = places.count == 1 ? "" : " and \(Self.commits(places.count - 1)) more"
    let files = trials.plan.carriage.items.filter { $0.change.kind == .modified }.map(\.change.path.line)
    let (before, after) = (trials.plan.span.before.id.short, trials.plan.span.after.id.short)
    return
      "Onto \(name(newest))\(others) only what the fix changes in its tests was carried, not the whole files. By hand, "
      + "where that applies: git diff \(before) \(after) -- \(files.joined(separator: " ")) | git apply --3way"
  }

  /// That the repro may leave something behind that makes it fail; nil where nothing looks so.
  var remarkOnTurns: String? {
    guard !request.repro.isFresh, state.turnedToFailing.count > 1, state.turnedToPassing.isEmpty else {
      return nil
    }
    return
      "At \(Self.commits(state.turnedToFailing.count)) the repro first passed and then failed in the same tree, and nowhere the other "
      + "way: a run may leave something behind that makes the next one fail. --fresh gives each run a clean tree."
  }

  /// That what is in the way was met by an earlier call, and may be out of it by now; nil where something was run, or nothing is.
  func remarkOnKept(_ running: OriginReport.Running) -> String? {
    guard running.newRuns == 0, running.trees == 0, !state.obstacles.isEmpty, !running.isFound else {
      return nil
    }
    return
      "What is in the way at \(Self.commits(state.obstacles.count)) was met by an earlier call, and is kept: --again tries anew."
  }

  private func commit(at place: Int) throws -> Commit {
    try repository.commit(state.history.commits[place].digits)
  }

  /// The owner of the lines that the fix removes, where the repro passes at it and the origin stands on it.
  private var harmlessOwner: Int? {
    guard let origin = answer.points.first,
      let owner = report.owner.flatMap({ state.history.place(of: $0.commit.commit) }), owner != origin,
      state.count(at: owner).passes > 0, state.count(at: owner).failures == 0,
      state.history.ancestry.has(owner, below: origin)
    else { return nil }
    return owner
  }

  // MARK: Words

  /// The places that may still be it: as many of the most likely as it takes, in the order of the history.
  private var possible: [Int] {
    if answer.probability >= request.confidence { return answer.points }
    let probabilities = state.search.probabilities
    var places: [Int] = []
    var sum = 0.0
    for place in probabilities.indices.sorted(by: { probabilities[$0] > probabilities[$1] }) {
      guard sum < request.confidence else { break }
      places.append(place)
      sum += probabilities[place]
    }
    return places.sorted()
  }

  private var left: String { Self.commits(possible.count) }

  private var firstObstacle: String? {
    state.obstacles.max { $0.key < $1.key }.map { "\(name($0.key)): \($0.value.words)" }
  }

  private func trialsMade(origin: Int?) throws -> [OriginReport.Running.Trial] {
    let parents = origin.map { state.history.ancestry.parents[$0] } ?? []
    let owner = report.owner.flatMap { state.history.place(of: $0.commit.commit) }
    let places = Set(state.search.counts.keys).union(state.obstacles.keys).union(state.others.keys)
    return try places.sorted(by: >).map { place in
      let roles: [(OriginReport.Running.Role, Bool)] = [
        (.beforeFix, place == state.search.tip), (.origin, place == origin),
        (.parent, parents.contains(place)),
        (.owner, place == owner),
      ]
      let count = state.count(at: place)
      return .init(
        commit: try facts(place), roles: roles.filter(\.1).map(\.0), failures: count.failures,
        passes: count.passes, others: state.others[place] ?? 0,
        carrying: state.manners[place] == .change ? .change : nil, obstacle: state.obstacles[place]?.words,
        excerpt: state.obstacles[place]?.excerpt ?? state.excerpts[place] ?? [])
    }
  }

  func facts(_ place: Int) throws -> OriginReport.CommitFacts {
    .init(try repository.head(of: commit(at: place)))
  }

  func name(_ place: Int) -> String { state.history.commits[place].short }

  private func count(_ place: Int) -> String {
    let count = state.count(at: place)
    return "\(count.failures) of \(Self.runs(count.runs))"
  }

  private func passes(_ place: Int) -> String {
    let count = state.count(at: place)
    return "\(count.passes) of \(Self.runs(count.runs))"
  }

  static func runs(_ count: Int) -> String { "\(count) run\(count == 1 ? "" : "s")" }

  private static func commits(_ count: Int) -> String { "\(count) commit\(count == 1 ? "" : "s")" }

  /// Never more than was reached: 99.96 % is not 100 %.
  private static func percent(_ probability: Double) -> String {
    let tenths = Int(probability * 1000)
    return tenths >= 1000 ? "over 99.9 %" : "\(tenths / 10).\(tenths % 10) %"
  }

  private func rounded(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }
}
