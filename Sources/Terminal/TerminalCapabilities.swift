/// What may be written to one stream: colour or not, how wide, and whether a line may be redrawn.
public struct TerminalCapabilities: Sendable, Equatable {
  /// Whether styles are rendered.
  public let usesColor: Bool
  /// How many columns a line of prose may fill.
  public let width: Int
  /// Whether a live progress line may be drawn and erased.
  public let allowsProgress: Bool
  /// Whether a document is laid out for reading; where not, it is copied byte for byte.
  public let showsPages: Bool

  /// Makes capabilities from their parts.
  public init(usesColor: Bool, width: Int, allowsProgress: Bool, showsPages: Bool = false) {
    self.usesColor = usesColor
    self.width = max(Self.narrowest, width)
    self.allowsProgress = allowsProgress
    self.showsPages = showsPages
  }

  /// Works the capabilities out from the stream, the environment and what the person asked for.
  ///
  /// `--color` outranks `NO_COLOR`, which outranks `CLICOLOR_FORCE`, which outranks `CLICOLOR`. Into a pipe, documents
  /// are laid out where the person asked for colour: no variable makes a copy of a file differ from the file.
  public init(
    isTerminal: Bool, environment: [String: String], color: ColorChoice = .auto, columns: Int? = nil
  ) {
    let isDumb = environment["TERM"] == "dumb"
    self.init(
      usesColor: Self.usesColor(color, isTerminal: isTerminal && !isDumb, environment: environment),
      width: Self.positive(environment["COLUMNS"]) ?? columns.flatMap { $0 > 0 ? $0 : nil }
        ?? Self.usualWidth,
      allowsProgress: isTerminal && !isDumb && !Self.isOn(environment["CI"]),
      showsPages: isTerminal || color == .always)
  }

  /// Plain text of the usual width, as for a file.
  public static let plain = TerminalCapabilities(
    usesColor: false, width: usualWidth, allowsProgress: false)

  private static let narrowest = 20
  private static let usualWidth = 80

  private static func usesColor(
    _ color: ColorChoice, isTerminal: Bool, environment: [String: String]
  ) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      if environment["NO_COLOR"]?.isEmpty == false {
        false
      } else if isOn(environment["CLICOLOR_FORCE"]) {
        true
      } else {
        isTerminal && environment["CLICOLOR"] != "0"
      }
    }
  }

  private static func isOn(_ setting: String?) -> Bool {
    guard let setting else { return false }
    return !["", "0", "false", "no"].contains(setting.lowercased())
  }

  private static func positive(_ text: String?) -> Int? {
    guard let text, let number = Int(text), number > 0 else { return nil }
    return number
  }
}
