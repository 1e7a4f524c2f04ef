import Statistics

/// Decides after each pair of runs whether the evidence suffices, and what it says.
///
/// Stopping early is no cheat here: the test that grants "proved" holds whenever one stops (see `PairedSignTest`),
/// and every other verdict is a refusal.
package struct StoppingRule: Sendable {
  /// Pairs that are run in any case.
  package var minimumPairs: Int

  /// Pairs that are run at most.
  package var maximumPairs: Int

  /// The longest time that all runs together may take.
  package var maximumTime: Duration

  /// Pairs after which a repro that has never failed is believed not to fail: a failure rate of 1 % would have
  /// shown with a probability of 95 %.
  package static let pairsWithoutFailure = Proportion.trialsToSee(rate: 0.01)

  /// Pairs that a verdict of "does not fail before", "fails after" and the like wants where time is short.
  package static let shortPairs = 10

  /// When time is short: runs that only confirm a refusal are not worth more than this.
  package static let patience: Duration = .seconds(30)

  /// Pairs spent on telling "fails more rarely" from "still fails", once the symptom has shown after the fix.
  package static let pairsToCompare = 100

  /// The bound on the error of saying that one side fails more often than the other.
  package static let comparisonBound = 0.01

  /// A rule from its bounds.
  package init(minimumPairs: Int, maximumPairs: Int, maximumTime: Duration) {
    self.minimumPairs = minimumPairs
    self.maximumPairs = maximumPairs
    self.maximumTime = maximumTime
  }

  /// Whether to stop now.
  package func isEnough(_ tally: ProofTally, elapsed: Duration) -> Bool {
    if tally.pairs >= maximumPairs || elapsed >= maximumTime { return tally.pairs > 0 }
    if tally.pairs < minimumPairs { return isHopeless(tally) }
    if isHopeless(tally) { return true }
    if tally.after.symptoms > 0 { return isCompared(tally, elapsed: elapsed) }
    if tally.before.symptoms == 0 {
      return tally.pairs >= Self.pairsWithoutFailure
        || (tally.pairs >= Self.shortPairs && elapsed >= Self.patience)
    }
    return tally.test.isProof
  }

  /// Whether more runs cannot help, since those of one side are no runs of the symptom's test at all.
  private func isHopeless(_ tally: ProofTally) -> Bool {
    // A hang costs a whole time limit each time: twice is enough.
    let patience = tally.before.mainReason?.kind == .hang || tally.after.mainReason?.kind == .hang ? 2 : 3
    let before = tally.before.otherCount >= patience && tally.before.symptoms == 0 && tally.before.passes == 0
    return before || tally.after.otherCount >= patience
  }

  private func isCompared(_ tally: ProofTally, elapsed: Duration) -> Bool {
    if tally.pairs < 3 || (tally.pairs < Self.shortPairs && elapsed < Self.patience) { return false }
    let isSteady = tally.before.passes == 0 && tally.after.passes == 0
    let spent = tally.pairs - (tally.pairsAtFirstFailureAfter ?? tally.pairs)
    return isSteady || tally.comparison.firstFailsMoreOften(errorBound: Self.comparisonBound)
      || tally.comparison.secondFailsMoreOften(errorBound: Self.comparisonBound)
      || spent >= Self.pairsToCompare || elapsed >= Self.patience * 2
  }

  /// What the runs say, once they are enough.
  package static func verdict(_ tally: ProofTally) -> Verdict {
    if tally.after.symptoms > 0 { return verdictOfFailureAfter(tally) }
    if let reason = tally.after.mainReason { return verdict(reasonAfter: reason, tally) }
    if tally.before.symptoms > 0 { return tally.test.isProof ? .proved : .rateTooLow }
    guard let reason = tally.before.mainReason else { return .passesBefore }
    if reason.saysNoTestRan { return .noTestRan }
    // One hang among many passes may well be the bug; another failure among them is an accident of its own.
    if reason.kind == .hang { return .hangs }
    return tally.before.otherCount > tally.before.passes ? .otherFailureBefore : .passesBefore
  }

  private static func verdictOfFailureAfter(_ tally: ProofTally) -> Verdict {
    if tally.before.symptoms > 0 {
      return tally.comparison.firstFailsMoreOften(errorBound: comparisonBound) ? .failsLess : .stillFails
    }
    // The symptom was never seen before the fix: either the repro passes there, or it is no test of it there.
    return tally.before.passes > 0 ? .failsOnlyAfter : .otherFailureBefore
  }

  private static func verdict(reasonAfter reason: OtherReason, _ tally: ProofTally) -> Verdict {
    if reason.saysNoTestRan { return .noTestRan }
    if reason.kind == .hang {
      if tally.before.symptoms > 0 { return .stillFails }
      return tally.before.passes > 0 ? .failsOnlyAfter : .hangs
    }
    // The same trouble on both sides lies in the command or the machine, not in the fix.
    if tally.before.mainReason?.kind == reason.kind, tally.before.symptoms == 0 { return .otherFailureBefore }
    return .otherFailureAfter
  }
}
