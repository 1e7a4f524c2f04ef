internal import FoundationEssentials

/// When somebody says that they saw something: a day, optionally with a time.
///
/// The format is that of ISO 8601 (RFC 3339, section 5.6), without what need not be said: "2026-07-10",
/// "2026-07-10 14:30", "2026-07-10T14:30:05+02:00".
public struct AttestedMoment: Sendable, Equatable {
  /// Seconds since 1970, by the clock that it is told by.
  private let seconds: Int

  /// Whether it says by which clock: in UTC, or by how much apart from it.
  private let hasZone: Bool

  private static let calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// The moment that a text is; nil where it is none, or of no calendar: "2026-02-30".
  public init?(_ text: String) {
    var rest = text.utf8[...]
    guard let year = Self.number(of: 4, in: &rest), year > 0, Self.skip("-", in: &rest),
      let month = Self.number(of: 2, in: &rest), Self.skip("-", in: &rest),
      let day = Self.number(of: 2, in: &rest)
    else { return nil }
    let date = DateComponents(year: year, month: month, day: day)
    guard date.isValidDate(in: Self.calendar), let midnight = Self.calendar.date(from: date) else {
      return nil
    }
    let time = rest.isEmpty ? (seconds: 0, zone: nil) : Self.time(in: &rest)
    guard let time, rest.isEmpty else { return nil }
    seconds = Int(midnight.timeIntervalSince1970) + time.seconds - (time.zone ?? 0)
    hasZone = time.zone != nil
  }

  /// Whether it has come by now; without a zone, wherever it is earliest: at UTC+14.
  public func hasCome(by now: AttestedMoment) -> Bool {
    seconds - (hasZone ? 0 : 14 * 3600) <= now.seconds
  }

  /// "T14:30", "T14:30:05.25Z", " 14:30+02:00", in seconds.
  private static func time(in rest: inout Substring.UTF8View) -> (seconds: Int, zone: Int?)? {
    guard skip("T", in: &rest) || skip(" ", in: &rest), let hour = number(of: 2, in: &rest), hour < 24,
      skip(":", in: &rest), let minute = number(of: 2, in: &rest), minute < 60
    else { return nil }
    var seconds = hour * 3600 + minute * 60
    if skip(":", in: &rest) {
      guard let second = number(of: 2, in: &rest), second <= 60 else { return nil }
      seconds += second
      if skip(".", in: &rest) {
        guard number(of: 1, in: &rest) != nil else { return nil }
        while number(of: 1, in: &rest) != nil {}
      }
    }
    if rest.isEmpty { return (seconds, nil) }
    if skip("Z", in: &rest) { return (seconds, 0) }
    let isEast = skip("+", in: &rest)
    guard isEast || skip("-", in: &rest), let hours = number(of: 2, in: &rest), hours < 24 else { return nil }
    _ = skip(":", in: &rest)
    guard let minutes = number(of: 2, in: &rest), minutes < 60 else { return nil }
    return (seconds, (isEast ? 1 : -1) * (hours * 3600 + minutes * 60))
  }

  private static func skip(_ mark: Character, in rest: inout Substring.UTF8View) -> Bool {
    guard rest.first == mark.asciiValue else { return false }
    rest.removeFirst()
    return true
  }

  private static func number(of digits: Int, in rest: inout Substring.UTF8View) -> Int? {
    let taken = rest.prefix(digits)
    guard taken.count == digits, taken.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    rest.removeFirst(digits)
    return taken.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
