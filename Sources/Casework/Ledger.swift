/// The breadcrumbs of a debugging session, in the order in which they were made.
public struct Ledger: Sendable, Equatable {
  /// All entries.
  public let entries: [LedgerEntry]

  /// Lines of the file that are torn or from another version, and were passed over.
  public let unreadable: [UnreadableLine]

  /// A ledger of these entries.
  public init(_ entries: [LedgerEntry], unreadable: [UnreadableLine] = []) {
    self.entries = entries
    self.unreadable = unreadable
  }

  /// The hypotheses, each as the ledger leaves it.
  public var hypotheses: [Hypothesis] {
    var hypotheses: [Hypothesis] = []
    for entry in entries {
      switch entry.content {
      case .hypothesis(let text): hypotheses.append(Hypothesis(number: entry.number, text: text))
      case .change(let change):
        guard let place = hypotheses.firstIndex(where: { $0.number == change.hypothesis }) else { continue }
        hypotheses[place].state = change.state
        hypotheses[place].reason = change.reason
        hypotheses[place].experiment = change.experiment
        hypotheses[place].decidedIn = entry.number
      case .experiment, .ruling, .note: continue
      }
    }
    return hypotheses
  }

  /// The experiments, with their numbers.
  public var experiments: [(number: Int, experiment: Experiment)] {
    entries.compactMap { entry in
      guard case .experiment(let experiment) = entry.content else { return nil }
      return (entry.number, experiment)
    }
  }

  /// The number, if it is that of a hypothesis.
  ///
  /// - Throws: `LedgerReferenceError` where it is not.
  public func hypothesis(_ number: Int) throws(LedgerReferenceError) -> Int {
    guard hypotheses.contains(where: { $0.number == number }) else {
      throw .noHypothesis(number, isEntry: entries.contains { $0.number == number })
    }
    return number
  }

  /// The number, if it is that of an experiment.
  ///
  /// - Throws: `LedgerReferenceError` where it is not.
  public func experiment(_ number: Int) throws(LedgerReferenceError) -> Int {
    guard experiments.contains(where: { $0.number == number }) else {
      throw .noExperiment(number, isEntry: entries.contains { $0.number == number })
    }
    return number
  }
}

/// Why an entry cannot be referred to.
public enum LedgerReferenceError: Error, Sendable, Equatable {
  /// The number is that of no hypothesis; perhaps it is that of another entry.
  case noHypothesis(Int, isEntry: Bool)

  /// The number is that of no experiment; perhaps it is that of another entry.
  case noExperiment(Int, isEntry: Bool)
}
