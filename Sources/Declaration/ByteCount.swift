/// An amount of data as people write it: `500M`, `2G`, `0`, or plain bytes; a K is 1,024 bytes, and so on.
///
/// It is printed in the unit in which it was given.
public struct ByteCount: Sendable, Equatable {
  private static let units = ["", "K", "M", "G", "T"]

  private let count: Int
  private let power: Int

  /// The amount in bytes.
  public var bytes: Int { count << (10 * power) }

  /// So many times 2³⁰ bytes.
  public static func gigabytes(_ count: Int) -> Self { Self(count: count, power: 3) }

  private init(count: Int, power: Int) {
    self.count = count
    self.power = power
  }
}

extension ByteCount: CustomStringConvertible {
  /// The amount as one would type it.
  public var description: String { "\(count)\(Self.units[power])" }
}

extension ByteCount: ExpressibleByArgument {
  /// Reads a number with a unit, or without one in bytes; `2GB` and `2GiB` are `2G`.
  public init?(argument: String) {
    let number = argument.prefix { $0.isASCII && $0.isNumber }
    var suffix = argument.dropFirst(number.count).uppercased()
    for ending in ["IB", "B"] where suffix.hasSuffix(ending) && suffix.utf8.count > ending.utf8.count {
      suffix.removeLast(ending.utf8.count)
    }
    if suffix == "B" { suffix = "" }
    guard let count = Int(number), let power = Self.units.firstIndex(of: suffix),
      count <= Int.max >> (10 * power)
    else { return nil }
    self.init(count: count, power: power)
  }

  /// A text: JSON has no numbers with units.
  public static var valueKind: FieldDeclaration.ValueKind { .string }

  /// What is accepted.
  public static var expectation: String { "a size, such as 500M or 2G" }
}
