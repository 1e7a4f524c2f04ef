public import Network

/// How long a server is waited for that has too much to do.
public struct JiraPace: Sendable {
  /// For how long one thing is asked again, waits included.
  public var patience: Duration

  /// How often a read is asked again whose answer was lost.
  public var trials: Int

  private let timekeeper: Timekeeper
  private let notice: @Sendable (TrackerWait) -> Void

  /// A pace.
  ///
  /// - Parameter notice: is told of each wait before it begins.
  public init(
    patience: Duration = .seconds(120), trials: Int = 3, timekeeper: Timekeeper,
    notice: @escaping @Sendable (TrackerWait) -> Void = { _ in }
  ) {
    self.patience = patience
    self.trials = trials
    self.timekeeper = timekeeper
    self.notice = notice
  }

  func begin() -> Waiting { Waiting(pace: self, end: timekeeper.elapsed() + patience) }

  /// The waits for one answer.
  struct Waiting {
    fileprivate let pace: JiraPace
    fileprivate let end: Duration
    private var turns = 0
    private var troubles = 0

    fileprivate init(pace: JiraPace, end: Duration) {
      self.pace = pace
      self.end = end
    }

    /// Waits as an answer 429 says; false where that takes too long, or the user wishes to stop.
    mutating func waits(as response: HTTPResponse) -> Bool {
      turns += 1
      let told = response.delay(at: pace.timekeeper.seconds())
      // Twice as long each time, to 30 s, where the server does not say.
      return wait(told ?? min(30, Double(1 << min(turns - 1, 5))), because: .tooManyRequests)
    }

    /// Waits before a read is tried again; false where it has been tried often enough.
    mutating func waitsForTrouble(as response: HTTPResponse?) -> Bool {
      troubles += 1
      guard troubles <= pace.trials else { return false }
      return wait(
        response.flatMap { $0.delay(at: pace.timekeeper.seconds()) } ?? 0.25 * Double(1 << troubles),
        because: .noAnswer)
    }

    /// Up to a quarter longer, so that those who were turned away together do not come back together.
    private func wait(_ seconds: Double, because reason: TrackerWait.Reason) -> Bool {
      let delay = Duration.milliseconds(Int(min(seconds, 86_400) * 1000 * (1 + pace.timekeeper.chance() / 4)))
      guard pace.timekeeper.elapsed() + delay <= end else { return false }
      pace.notice(TrackerWait(reason: reason, duration: delay))
      return pace.timekeeper.wait(delay)
    }
  }
}

/// A wait before a tracker is asked again.
public struct TrackerWait: Sendable, Equatable {
  /// Why it is waited.
  public enum Reason: Sendable {
    /// The tracker has had too many requests (429).
    case tooManyRequests

    /// It gave no answer, or one that tells of a trouble of its own.
    case noAnswer
  }

  /// Why it is waited.
  public var reason: Reason

  /// For how long.
  public var duration: Duration

  /// A wait from its parts.
  public init(reason: Reason, duration: Duration) {
    self.reason = reason
    self.duration = duration
  }
}
