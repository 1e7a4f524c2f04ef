/// How a piece of text looks; styles combine.
public struct Style: OptionSet, Sendable, Hashable {
  /// One bit for each style.
  public let rawValue: UInt16

  /// Makes a style from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Heavier.
  public static let bold = Style(rawValue: 1)
  /// Fainter.
  public static let dim = Style(rawValue: 2)
  /// Red, for failures.
  public static let red = Style(rawValue: 4)
  /// Green, for success.
  public static let green = Style(rawValue: 8)
  /// Yellow, for warnings.
  public static let yellow = Style(rawValue: 16)
  /// Cyan, for names and places.
  public static let cyan = Style(rawValue: 32)
  /// Slanted, for emphasis.
  public static let italic = Style(rawValue: 64)
  /// Underlined, for titles and links.
  public static let underline = Style(rawValue: 128)
  /// Struck out.
  public static let strikethrough = Style(rawValue: 256)

  private static let parameters: [(Style, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.strikethrough, "9"),
    (.red, "31"), (.green, "32"), (.yellow, "33"), (.cyan, "36"),
  ]

  /// The escape sequence that begins the style; empty for plain text.
  var sequence: String {
    let codes = Self.parameters.filter { contains($0.0) }.map(\.1)
    return codes.isEmpty ? "" : "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  static let reset = "\u{1B}[0m"
}
