public import Declaration
public import Terminal

/// The options that every operation takes, before or behind its name.
public struct GlobalOptions: ParsableArguments {
  /// Where to work, in place of the current directory.
  @Option(
    name: [.long, .customShort("C")],
    help: ArgumentHelp("Work as if started in this directory.", valueName: "dir"), completion: .directory)
  public var directory: String?

  /// Whether the result is written as JSON.
  @Flag(help: "Write the result as JSON to standard output.") public var json = false

  /// When output is coloured.
  @Option(help: ArgumentHelp("Colour the output.", valueName: "when")) public var color: ColorChoice = .auto

  /// Whether nothing but results and errors is written.
  @Flag(name: .shortAndLong, help: "Tell only results and errors.") public var quiet = false

  /// Makes the options as they are when none is given.
  public init() {}
}

/// The flags that the tool answers by itself.
struct ToolFlags: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Show help.") var help = false
  @Flag(help: "Show the version.") var version = false
}

extension ColorChoice: ExpressibleByArgument {}
