import Casework
import Repository
import Statistics

/// How the rounds of a proof ended.
enum RoundsEnd {
  /// The evidence suffices, or the budget is spent.
  case finished(ProofTally)

  /// A tree could not be set up.
  case setupFailed([TreeRunner.SetupFailure])

  /// The user interrupted.
  case interrupted(ProofTally)
}

/// Plays pair after pair, in an order drawn by a coin, until the stopping rule is content.
struct ProofRounds {
  let plan: ProofPlan
  let runner: TreeRunner
  let trees: [Side: CheckedOutTree]
  let borrowing: BorrowingRepository
  let journal: ProofJournal
  let observe: (ProofEvent) -> Void

  /// Adds to `runs`, which may hold those of an earlier call, and says how it ended.
  func play(_ runs: inout [RunRecord]) throws -> RoundsEnd {
    let request = plan.request
    let rule = StoppingRule(
      minimumPairs: request.minimumRuns, maximumPairs: request.maximumRuns, maximumTime: request.maximumTime)
    var tally = tally(of: runs)
    do {
      if !request.isFresh {
        let failures = try Side.allCases.compactMap { try setUp($0) }
        if !failures.isEmpty { return .setupFailed(failures) }
      }
      let clock = ContinuousClock()
      let start = clock.now
      // Runs of an earlier call have used up none of this call's time.
      while !rule.isEnough(tally, elapsed: clock.now - start) {
        let pair = (runs.last?.pair ?? 0)
        let unfinished = runs.count { $0.pair == pair } == 1 ? runs.last : nil
        let number = unfinished == nil ? pair + 1 : pair
        for side in order(of: number) where side != unfinished?.side {
          if let failure = try playOne(side, pair: number, tally: tally, into: &runs) {
            return .setupFailed([failure])
          }
        }
        tally = self.tally(of: runs)
      }
    } catch is Interrupted {
      return .interrupted(self.tally(of: runs))
    }
    if let digest = plan.repro.script?.digest, plan.repro.currentDigest() != digest {
      throw ReproError.scriptChanged(plan.repro.script?.path ?? "")
    }
    return .finished(tally)
  }

  private func playOne(
    _ side: Side, pair: Int, tally: ProofTally, into runs: inout [RunRecord]
  ) throws -> TreeRunner.SetupFailure? {
    observe(.running(side, pair: pair, progress(of: runs, tally)))
    let tree = self.tree(side)
    if plan.request.isFresh {
      try borrowing.restore(tree, always: plan.carriage.paths)
      if let failure = try runner.setUp(tree, side: side) { return failure }
    }
    let run = try runner.run(in: tree, side: side, pair: pair)
    try journal.runs.append(run)
    runs.append(run)
    return nil
  }

  private func setUp(_ side: Side) throws -> TreeRunner.SetupFailure? {
    if plan.request.setup != nil { observe(.settingUp(side)) }
    return try runner.setUp(tree(side), side: side)
  }

  private func tree(_ side: Side) -> CheckedOutTree {
    guard let tree = trees[side] else {
      preconditionFailure("Both trees are checked out before the first run.")
    }
    return tree
  }

  /// Which side runs first in a pair: a throw of the coin, the same one whenever the proof goes on.
  private func order(of pair: Int) -> [Side] {
    var coin = Coin(seed: journal.header.seed &+ UInt64(pair) &* 0x2545_F491_4F6C_DD1D)
    return coin.isHeads() ? [.before, .after] : [.after, .before]
  }

  private func tally(of runs: [RunRecord]) -> ProofTally {
    ProofTally(errorBound: plan.request.errorBound, runs: runs)
  }

  private func progress(of runs: [RunRecord], _ tally: ProofTally) -> ProofProgress {
    let before = runs.filter { $0.side == .before }
    let after = runs.filter { $0.side == .after }
    let isSteady = before.allSatisfy { $0.result == .symptom }
    return ProofProgress(
      failuresBefore: before.count { $0.result == .symptom }, runsBefore: before.count,
      failuresAfter: after.count { $0.result == .symptom }, runsAfter: after.count,
      failuresNeeded: isSteady ? tally.test.pairsIfSteady : tally.test.pairsIfFlaky)
  }
}

extension ProofTally {
  /// The tally of runs as they were kept; the first run of a pair that was not finished counts for its side only.
  init(errorBound: Double, runs: [RunRecord]) {
    self.init(errorBound: errorBound)
    var waiting: RunRecord?
    for run in runs {
      guard let first = waiting, first.pair == run.pair, first.side != run.side else {
        if let first = waiting { recordAlone(first) }
        waiting = run
        continue
      }
      record(before: first.side == .before ? first : run, after: first.side == .after ? first : run)
      waiting = nil
    }
    if let first = waiting { recordAlone(first) }
  }

  /// Adds a run whose pair was not finished: a failure after the fix counts in any case.
  private mutating func recordAlone(_ run: RunRecord) {
    switch run.side {
    case .before: before.record(run.result, run.reason)
    case .after: after.record(run.result, run.reason)
    }
    if run.side == .after, run.result == .symptom { test.record(failedBefore: false, failedAfter: true) }
  }
}
