/// What stands in a line of prose.
public enum ADFInline: Sendable, Equatable {
  /// Words that are set alike; never empty.
  case text(String, ADFMarks = ADFMarks())

  /// The end of a line that the author asked for.
  case hardBreak

  /// A lozenge: a short word on a coloured ground.
  case status(String, ADFStatusColor)
}

/// How words are set.
public struct ADFMarks: Sendable, Equatable {
  /// A way to set words; code goes with none of the others.
  public struct Styles: OptionSet, Sendable {
    /// One bit a style.
    public let rawValue: UInt8

    /// The styles of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Code.
    public static let code = Styles(rawValue: 1)

    /// Stressed.
    public static let emphasis = Styles(rawValue: 2)

    /// Struck out.
    public static let strike = Styles(rawValue: 4)

    /// Strongly stressed.
    public static let strong = Styles(rawValue: 8)
  }

  /// The styles.
  public var styles: Styles

  /// Where the words lead to.
  public var link: ADFLink?

  /// Marks from their parts; plain where there are none.
  public init(styles: Styles = [], link: ADFLink? = nil) {
    self.styles = styles
    self.link = link
  }
}

/// Where a link leads.
public struct ADFLink: Sendable, Equatable {
  /// The address; never empty.
  public var href: String

  /// What is shown of it under the pointer; may be empty.
  public var title: String
}

/// The ground of a lozenge.
public enum ADFStatusColor: String, Sendable {
  /// Grey.
  case neutral

  /// Blue.
  case blue

  /// Green.
  case green

  /// Yellow.
  case yellow
}
