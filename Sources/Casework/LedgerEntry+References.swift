extension LedgerEntry.Content {
  /// The same content with its references taken elsewhere.
  ///
  /// - Parameters:
  ///   - hypothesis: what stands for the number of a hypothesis.
  ///   - experiment: what stands for the number of an experiment.
  func referring<Failure: Error>(
    hypothesis: (Int) throws(Failure) -> Int, experiment: (Int) throws(Failure) -> Int
  ) throws(Failure) -> Self {
    switch self {
    case .experiment(var value):
      value.rulesIn = try value.rulesIn?.map(hypothesis)
      value.rulesOut = try value.rulesOut?.map(hypothesis)
      return .experiment(value)
    case .change(var change):
      change.hypothesis = try hypothesis(change.hypothesis)
      change.experiment = try change.experiment.map(experiment)
      return .change(change)
    case .ruling(var ruling):
      ruling.hypothesis = try hypothesis(ruling.hypothesis)
      ruling.experiment = try experiment(ruling.experiment)
      return .ruling(ruling)
    case .hypothesis, .note: return self
    }
  }

  /// The same content without the names of logs and diffs, which stay where it comes from.
  var withoutFiles: Self {
    guard case .experiment(var experiment) = self else { return self }
    experiment.diff?.file = nil
    experiment.output?.file = nil
    return .experiment(experiment)
  }

  var isHypothesis: Bool { if case .hypothesis = self { true } else { false } }

  var isExperiment: Bool { if case .experiment = self { true } else { false } }
}
