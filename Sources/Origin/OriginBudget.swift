/// A part of history that was not read to its end, because the time for it was over or there is so much of it.
public enum OriginGap: String, Sendable, Codable {
  /// The change of the fix itself.
  case fix

  /// Who last touched the lines.
  case blame

  /// The last changes of the files.
  case history

  /// What the candidates did to the files.
  case diffs

  /// The last changes of the directory.
  case directory

  /// How many files the candidates changed.
  case paths

  /// Commits that name the same ticket, and reverts: earlier attempts.
  case attempts

  /// Releases, branches and backports.
  case reach

  /// The tests and the settings of services at the time of the origin.
  case slipped
}

/// The time that a search may take, shared out among its steps.
struct OriginBudget {
  private let start: ContinuousClock.Instant
  private let total: Duration

  init(_ total: Duration) {
    start = ContinuousClock.now
    self.total = total
  }

  /// What is left for a step: each has to be done by its share of the whole time.
  func left(for step: OriginGap) -> Duration {
    let share =
      switch step {
      case .fix: 0.2
      case .blame: 0.5
      case .history: 0.6
      case .diffs: 0.66
      case .directory: 0.74
      case .paths: 0.8
      case .attempts: 0.88
      case .slipped: 0.93
      case .reach: 1.0
      }
    return max(total * share - (ContinuousClock.now - start), .zero)
  }
}
