import FoundationEssentials

extension HTTPResponse {
  /// The seconds that it asks to wait: `Retry-After` (RFC 9110, 10.2.3), else `X-RateLimit-Reset`, a moment.
  ///
  /// - Parameter now: in seconds since 1970.
  public func delay(at now: Double) -> Double? {
    if let text = header("retry-after") {
      if let seconds = Int(text), seconds >= 0 { return Double(seconds) }
      if let moment = Self.dayOfHTTP(text) { return max(0, moment.timeIntervalSince1970 - now) }
    }
    return header("x-ratelimit-reset").flatMap(Self.moment).map { max(0, $0.timeIntervalSince1970 - now) }
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
