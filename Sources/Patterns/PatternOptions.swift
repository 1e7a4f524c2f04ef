/// How a pattern reads a text.
public struct PatternOptions: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Letters count alike in either case.
  public static let ignoresCase = PatternOptions(rawValue: 1)

  /// `\w`, `\b`, `\d` and `\s` know the letters, digits and spaces of all scripts, not of ASCII alone.
  public static let knowsAllScripts = PatternOptions(rawValue: 2)

  /// Options from their bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}
