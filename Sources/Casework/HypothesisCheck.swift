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
    var said: [Int: (against: [Int], inFavour: [Int])] = [:]
    for entry in ledger.entries {
      for ruling in entry.rulings where ruling.hypothesis == number {
        switch ruling.rules {
        case .ruledOut: said[ruling.experiment, default: ([], [])].against.append(entry.number)
        case .ruledIn: said[ruling.experiment, default: ([], [])].inFavour.append(entry.number)
        }
      }
    }
    observations = ledger.experiments.map { experiment in
      let (against, inFavour) = said[experiment.number] ?? ([], [])
      let bearing: Observation.Bearing =
        switch (against.isEmpty, inFavour.isEmpty) {
        case (true, true): .unsaid
        case (false, true): .contradicts
        case (true, false): .supports
        case (false, false): .disputed
        }
      return Observation(
        experiment: experiment.number, bearing: bearing, saidIn: Set(against + inFavour).sorted())
    }
    contradictedBy = observations.filter { $0.bearing == .contradicts || $0.bearing == .disputed }.map(
      \.experiment)
  }
}

extension Ledger {
  /// The experiments that somebody said to rule a hypothesis out, in their order, by the number of the hypothesis.
  public var contradictions: [Int: [Int]] {
    var experiments: [Int: Set<Int>] = [:]
    for ruling in entries.flatMap(\.rulings) where ruling.rules == .ruledOut {
      experiments[ruling.hypothesis, default: []].insert(ruling.experiment)
    }
    return experiments.mapValues { $0.sorted() }
  }
}

extension LedgerEntry {
  /// All that this entry says experiments do with hypotheses, whatever form it says it in.
  fileprivate var rulings: [Ruling] {
    func ruling(_ experiment: Int, _ hypothesis: Int, _ rules: Ruling.Direction) -> Ruling {
      Ruling(experiment: experiment, hypothesis: hypothesis, rules: rules, reason: nil)
    }
    switch content {
    case .experiment(let value):
      return (value.rulesOut ?? []).map { ruling(number, $0, .ruledOut) }
        + (value.rulesIn ?? []).map { ruling(number, $0, .ruledIn) }
    case .ruling(let value): return [value]
    case .change(let change):
      guard let experiment = change.experiment else { return [] }
      switch change.state {
      case .rejected: return [ruling(experiment, change.hypothesis, .ruledOut)]
      case .confirmed: return [ruling(experiment, change.hypothesis, .ruledIn)]
      case .open: return []
      }
    case .hypothesis, .note: return []
    }
  }
}
