import CommandLineInterface
import Declaration

/// An operation for the corners of the syntax.
struct Measure: Operation {
  static let configuration = OperationConfiguration(name: "measure", abstract: "Measure things.")

  @Argument(help: "How far.") var distance: Int
  @Argument(help: "What.") var things: [String] = []
  @Option(name: .shortAndLong, help: "Offset.") var offset = 0
  @Option(name: .shortAndLong, parsing: .upToNextOption, help: "Levels.") var levels: [Double] = []
  @Option(name: .shortAndLong, help: "Names.") var names: [String] = []
  @Flag(name: .shortAndLong, help: "Be brisk.") var brisk = false
  @Flag(name: .shortAndLong, inversion: .prefixedNo, help: "Round.") var round = true
}

/// An operation that no page names.
struct Secret: Operation {
  static let configuration = OperationConfiguration(name: "secret", abstract: "Hush.", isHidden: true)
}

extension CommandLineTool {
  static let sample = CommandLineTool(
    name: "postmortem", abstract: "Postmortems made of measured facts.", version: "1.2.3",
    date: "2026-11-25", operations: [Prove.self, Measure.self, Secret.self])
}

extension Invocation {
  /// The kind of invocation, and for an operation all that was set.
  var summary: String {
    switch self {
    case .run(let operation, let globals):
      type(of: operation).configuration.name + operation.fieldValues.summary + " |"
        + globals.fieldValues.summary
    case .help(let text): "help: " + (text.split(separator: "\n").first ?? "")
    case .version(let line): "version: " + line
    case .text(let text): "text: " + (text.split(separator: "\n").first ?? "")
    }
  }
}

extension FieldValues {
  fileprivate var summary: String {
    keys.map { " \($0)=\((self[$0] ?? []).joined(separator: ","))" }.joined()
  }
}
