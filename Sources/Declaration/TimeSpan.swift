/// A span of time as people write it: `500ms`, `60s`, `5m`, `2h`, or plain seconds.
///
/// It is printed in the unit in which it was given, and compared by its length: `60s` equals `1m`.
public struct TimeSpan: Sendable {
  enum Unit: String, CaseIterable {
    case hours = "h"
    case minutes = "m"
    case seconds = "s"
    case milliseconds = "ms"

    var milliseconds: Int {
      switch self {
      case .hours: 3_600_000
      case .minutes: 60_000
      case .seconds: 1000
      case .milliseconds: 1
      }
    }
  }

  let count: Int
  let unit: Unit

  /// The whole length in milliseconds.
  public var milliseconds: Int { count * unit.milliseconds }

  /// The same length as the standard library counts it.
  public var duration: Duration { .milliseconds(milliseconds) }

  /// A span of whole milliseconds.
  public static func milliseconds(_ count: Int) -> Self { Self(count: count, unit: .milliseconds) }
  /// A span of whole seconds.
  public static func seconds(_ count: Int) -> Self { Self(count: count, unit: .seconds) }
  /// A span of whole minutes.
  public static func minutes(_ count: Int) -> Self { Self(count: count, unit: .minutes) }
  /// A span of whole hours.
  public static func hours(_ count: Int) -> Self { Self(count: count, unit: .hours) }
}

extension TimeSpan: Hashable, Comparable {
  /// Whether both are equally long.
  public static func == (first: Self, second: Self) -> Bool { first.milliseconds == second.milliseconds }
  /// Whether the first is shorter.
  public static func < (first: Self, second: Self) -> Bool { first.milliseconds < second.milliseconds }
  /// Feeds the length.
  public func hash(into hasher: inout Hasher) { hasher.combine(milliseconds) }
}

extension TimeSpan: CustomStringConvertible {
  /// The span as one would type it.
  public var description: String { "\(count)\(unit.rawValue)" }
}

extension TimeSpan: ExpressibleByArgument {
  /// A span of time.
  public static var valueKind: FieldDeclaration.ValueKind { .duration }

  /// Reads a number with a unit, or without one in seconds; `1.5h` is 90 minutes.
  public init?(argument: String) {
    let text = argument.utf8
    let number = text.prefix { $0 == UInt8(ascii: ".") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let suffix = String(text[number.endIndex...]) ?? ""
    guard let given = suffix.isEmpty ? .seconds : Unit(rawValue: suffix) else { return nil }
    let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let whole = Int(String(parts[0]) ?? "")
    else { return nil }
    let (milliseconds, overflow) = whole.multipliedReportingOverflow(by: given.milliseconds)
    guard !overflow else { return nil }
    if parts.count == 1 {
      self.init(count: whole, unit: given)
      return
    }
    guard let fraction = Self.milliseconds(ofFraction: String(parts[1]) ?? "", of: given) else { return nil }
    let (total, carried) = milliseconds.addingReportingOverflow(fraction)
    guard !carried else { return nil }
    let fitting = Unit.allCases.first {
      $0.milliseconds <= given.milliseconds && total % $0.milliseconds == 0
    }
    let unit = fitting ?? .milliseconds
    self.init(count: total / unit.milliseconds, unit: unit)
  }

  private static func milliseconds(ofFraction digits: String, of unit: Unit) -> Int? {
    var scale = 1
    var numerator = 0
    for digit in digits.utf8.prefix(9) {
      scale *= 10
      numerator = numerator * 10 + Int(digit - UInt8(ascii: "0"))
    }
    guard digits.utf8.count <= 9, numerator * unit.milliseconds % scale == 0 else { return nil }
    return numerator * unit.milliseconds / scale
  }
}
