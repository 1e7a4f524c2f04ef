import Declaration
import Terminal

extension GlobalOptions {
  /// The options as far as they can be told at a glance, for showing help and errors as was asked for.
  ///
  /// Colour and JSON matter before a command line is parsed, and even where it cannot be. What is not
  /// readable stays at its default.
  public init(glancingAt words: [String]) {
    self.init()
    let line = Array(words.prefix { $0 != "--" })
    json = line.contains("--json")
    quiet = line.contains("--quiet") || line.contains("-q")
    let colors = line.indices.compactMap { index -> String? in
      if line[index] == "--color" { return line.dropFirst(index + 1).first }
      return line[index].hasPrefix("--color=") ? String(line[index].dropFirst("--color=".count)) : nil
    }
    color = colors.compactMap { ColorChoice(argument: $0) }.first ?? .auto
  }
}
