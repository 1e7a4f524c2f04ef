import FoundationEssentials
public import Network

/// How long a server is waited for that has too much to do.
public struct JiraPace: Sendable {
  /// For how long one thing is asked again, waits included.
  public var patience: Duration

  /// How often a read is asked again whose answer was lost.
  public var trials: Int

  private let timekeeper: Timekeeper

  /// A pace.
  public init(patience: Duration = .seconds(120), trials: Int = 3, timekeeper: Timekeeper) {
    self.patience = patience
    self.trials = trials
    self.timekeeper = timekeeper
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
      let told = pace.delay(in: response)
      // Twice as long each time, to 30 s, where the server does not say.
      return wait(told ?? min(30, Double(1 << min(turns - 1, 5))))
    }

    /// Waits before a read is tried again; false where it has been tried often enough.
    mutating func waitsForTrouble(as response: HTTPResponse?) -> Bool {
      troubles += 1
      guard troubles <= pace.trials else { return false }
      return wait(response.flatMap(pace.delay) ?? 0.25 * Double(1 << troubles))
    }

    /// Up to a quarter longer, so that those who were turned away together do not come back together.
    private func wait(_ seconds: Double) -> Bool {
      let delay = Duration.milliseconds(Int(min(seconds, 86_400) * 1000 * (1 + pace.timekeeper.chance() / 4)))
      guard pace.timekeeper.elapsed() + delay <= end else { return false }
      return pace.timekeeper.wait(delay)
    }
  }

  /// The seconds that an answer names: `Retry-After` (RFC 9110, 10.2.3), else `X-RateLimit-Reset`, a moment.
  private func delay(in response: HTTPResponse) -> Double? {
    if let text = response.header("retry-after") {
      if let seconds = Int(text), seconds >= 0 { return Double(seconds) }
      if let moment = Self.dayOfHTTP(text) { return left(until: moment) }
    }
    return response.header("x-ratelimit-reset").flatMap(Self.moment).map(left)
  }

  private func left(until moment: Date) -> Double {
    max(0, moment.timeIntervalSince1970 - timekeeper.seconds())
  }

  /// ISO 8601, as Atlassian writes it: with seconds, or without.
  private static func moment(_ text: String) -> Date? {
    if let date = try? Date(text, strategy: .iso8601) { return date }
    return text.hasSuffix("Z") ? try? Date("\(text.dropLast()):00Z", strategy: .iso8601) : nil
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7); the two forms of old are read by nobody any more.
  private static func dayOfHTTP(_ text: String) -> Date? {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 6, let month = months.firstIndex(of: parts[2]) else { return nil }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return moment("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
  }
}
