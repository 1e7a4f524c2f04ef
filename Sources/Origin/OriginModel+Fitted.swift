extension OriginModel {
  /// The weights in use.
  public static let fitted = OriginModel(
    weights: [
      .removedAny: 1.08, .removedMost: 0.84, .adjacentAny: 0.78, .functionAny: 0.93, .nearNewest: 0.62,
      .age: -1.56,
      .recency: 0.84, .history: 1.03, .identifiersAdded: 1.22, .identifiersRemoved: 1.04,
    ], outside: 2, threshold: 0.3)
}
