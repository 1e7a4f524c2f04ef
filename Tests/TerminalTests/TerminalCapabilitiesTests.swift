import Terminal
import Testing

struct TerminalCapabilitiesTests {
  static let colors: [(name: String, isTerminal: Bool, environment: [String: String], ColorChoice, Bool)] = [
    ("a terminal", true, [:], .auto, true),
    ("a pipe", false, [:], .auto, false),
    ("a dumb terminal", true, ["TERM": "dumb"], .auto, false),
    ("NO_COLOR", true, ["NO_COLOR": "1"], .auto, false),
    ("an empty NO_COLOR", true, ["NO_COLOR": ""], .auto, true),
    ("CLICOLOR=0", true, ["CLICOLOR": "0"], .auto, false),
    ("CLICOLOR_FORCE", false, ["CLICOLOR_FORCE": "1"], .auto, true),
    ("CLICOLOR_FORCE=0", false, ["CLICOLOR_FORCE": "0"], .auto, false),
    ("NO_COLOR over CLICOLOR_FORCE", true, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], .auto, false),
    ("--color always over NO_COLOR", false, ["NO_COLOR": "1"], .always, true),
    ("--color never over CLICOLOR_FORCE", true, ["CLICOLOR_FORCE": "1"], .never, false),
  ]

  @Test(arguments: colors)
  func `Colour follows the choice, then the environment, then the stream`(
    name: String, isTerminal: Bool, environment: [String: String], choice: ColorChoice, expected: Bool
  ) {
    let capabilities = TerminalCapabilities(
      isTerminal: isTerminal, environment: environment, color: choice)
    #expect(capabilities.usesColor == expected, "\(name)")
  }

  static let pages: [(name: String, isTerminal: Bool, environment: [String: String], ColorChoice, Bool)] = [
    ("a terminal", true, [:], .auto, true),
    ("a terminal without colour", true, ["NO_COLOR": "1"], .auto, true),
    ("a dumb terminal", true, ["TERM": "dumb"], .auto, true),
    ("--color never", true, [:], .never, true),
    ("a pipe", false, [:], .auto, false),
    ("a pipe, and a variable", false, ["CLICOLOR_FORCE": "1"], .auto, false),
    ("a pipe, and --color always", false, [:], .always, true),
  ]

  @Test(arguments: pages)
  func `Documents are pages at a terminal, and elsewhere only for who asks`(
    name: String, isTerminal: Bool, environment: [String: String], choice: ColorChoice, expected: Bool
  ) {
    let capabilities = TerminalCapabilities(
      isTerminal: isTerminal, environment: environment, color: choice)
    #expect(capabilities.showsPages == expected, "\(name)")
  }

  static let progress: [(name: String, isTerminal: Bool, environment: [String: String], Bool)] = [
    ("a terminal", true, ["TERM": "xterm"], true),
    ("a pipe", false, ["TERM": "xterm"], false),
    ("a dumb terminal", true, ["TERM": "dumb"], false),
    ("CI", true, ["CI": "true"], false),
    ("CI=false", true, ["CI": "false"], true),
  ]

  @Test(arguments: progress)
  func `Live progress needs a terminal that can redraw, and a person before it`(
    name: String, isTerminal: Bool, environment: [String: String], expected: Bool
  ) {
    let capabilities = TerminalCapabilities(
      isTerminal: isTerminal, environment: environment, color: .always)
    #expect(capabilities.allowsProgress == expected, "\(name)")
  }

  static let widths: [(name: String, environment: [String: String], columns: Int?, Int)] = [
    ("nothing known", [:], nil, 80),
    ("the window", [:], 120, 120),
    ("COLUMNS over the window", ["COLUMNS": "72"], 120, 72),
    ("COLUMNS that is no width", ["COLUMNS": "-3"], 120, 120),
    ("a window of no width", [:], 0, 80),
    ("a sliver", ["COLUMNS": "2"], nil, 20),
  ]

  @Test(arguments: widths)
  func `The width is what the person says, else the window's, else 80`(
    name: String, environment: [String: String], columns: Int?, expected: Int
  ) {
    let capabilities = TerminalCapabilities(
      isTerminal: true, environment: environment, columns: columns)
    #expect(capabilities.width == expected, "\(name)")
  }
}
