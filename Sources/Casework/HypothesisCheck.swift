/// A hypothesis held against every experiment of the ledger.
///
/// What an experiment says of it is what somebody said that it says: prose is never interpreted.
public struct HypothesisCheck: Sendable, Codable, Equatable {
  /// The hypothesis.
  public var hypothesis: Hypothesis

  /// The experiments, in their order.
  public var observations: [Observation]

  /// The numbers of the experiments that contradict it.
  public var contradictedBy: [Int]

  /// One experiment, and what was said that it does with the hypothesis.
  public struct Observation: Sendable, Codable, Equatable {
    /// What an experiment can say.
    public enum Bearing: String, Sendable, Codable {
      case contradicts, supports
      /// Some say that it supports it, and others that it contradicts it.
      case disputed
      /// Nobody has said.
      case unsaid
    }

    /// The number of the experiment.
    public var experiment: Int

    /// What it says.
    public var bearing: Bearing

    /// The numbers of the entries that say so.
    public var saidIn: [Int]
  }

  /// Walks the hypothesis `number` against the ledger.
  ///
  /// - Throws: `LedgerReferenceError` where it is none.
  public init(of number: Int, in ledger: Ledger) throws(LedgerReferenceError) {
    guard let hypothesis = ledger.hypotheses.first(where: { $0.number == number }) else {
      throw .noHypothesis(number, isEntry: ledger.entries.contains { $0.number == number })
    }
    self.hypothesis = hypothesis
    observations = ledger.experiments.map { experiment in
      var against: [Int] = []
      var inFavour: [Int] = []
      for entry in ledger.entries {
        switch entry.content.bearing(of: experiment.number, on: number, in: entry) {
        case .ruledOut: against.append(entry.number)
        case .ruledIn: inFavour.append(entry.number)
        case nil: continue
        }
      }
      let bearing: Observation.Bearing =
        switch (against.isEmpty, inFavour.isEmpty) {
        case (true, true): .unsaid
        case (false, true): .contradicts
        case (true, false): .supports
        case (false, false): .disputed
        }
      return Observation(
        experiment: experiment.number, bearing: bearing, saidIn: (against + inFavour).sorted())
    }
    contradictedBy = observations.filter { $0.bearing == .contradicts || $0.bearing == .disputed }.map(
      \.experiment)
  }
}

extension Ledger {
  /// The experiments that somebody said to rule a hypothesis out, in their order, by the number of the hypothesis.
  public var contradictions: [Int: [Int]] {
    var experiments: [Int: Set<Int>] = [:]
    for entry in entries {
      switch entry.content {
      case .experiment(let value):
        for hypothesis in value.rulesOut ?? [] { experiments[hypothesis, default: []].insert(entry.number) }
      case .ruling(let ruling) where ruling.rules == .ruledOut:
        experiments[ruling.hypothesis, default: []].insert(ruling.experiment)
      case .change(let change) where change.state == .rejected:
        if let experiment = change.experiment {
          experiments[change.hypothesis, default: []].insert(experiment)
        }
      case .ruling, .change, .hypothesis, .note: continue
      }
    }
    return experiments.mapValues { $0.sorted() }
  }
}

extension LedgerEntry.Content {
  /// What this entry says that an experiment does with a hypothesis.
  fileprivate func bearing(
    of experiment: Int, on hypothesis: Int, in entry: LedgerEntry
  ) -> Ruling.Direction? {
    switch self {
    case .experiment(let value) where entry.number == experiment:
      if value.rulesOut?.contains(hypothesis) == true { return .ruledOut }
      return value.rulesIn?.contains(hypothesis) == true ? .ruledIn : nil
    case .ruling(let ruling) where ruling.experiment == experiment && ruling.hypothesis == hypothesis:
      return ruling.rules
    case .change(let change) where change.experiment == experiment && change.hypothesis == hypothesis:
      switch change.state {
      case .rejected: return .ruledOut
      case .confirmed: return .ruledIn
      case .open: return nil
      }
    default: return nil
    }
  }
}
