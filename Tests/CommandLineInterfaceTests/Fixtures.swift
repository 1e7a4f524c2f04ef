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

/// An operation whose name is the first word of another's.
struct Note: Operation {
  static let configuration = OperationConfiguration(name: "note", abstract: "Keep a note.")

  @Argument(help: "The words.") var text: String
  @Option(help: "By whom.") var by: String?
}

/// An operation of two words, the first of which is an operation, too.
struct ImportNotes: Operation {
  static let configuration = OperationConfiguration(name: "note import", abstract: "Take notes in.")

  @Argument(help: "Where they are.", completion: .file) var file: String
  @Option(help: "What to do with prepared trees.") var cache: CacheUse = .keep
}

/// Operations of two words, the first of which is a group.
struct LogIn: Operation {
  static let configuration = OperationConfiguration(name: "tracker login", abstract: "Sign in.")

  @Option(help: "As whom.") var user: String?
}
struct Status: Operation {
  static let configuration = OperationConfiguration(name: "tracker status", abstract: "Say who is signed in.")
}

/// An operation that no page names.
struct Secret: Operation {
  static let configuration = OperationConfiguration(name: "secret", abstract: "Hush.", isHidden: true)
}

extension CommandLineTool {
  static let sample = CommandLineTool(
    name: "postmortem", abstract: "Postmortems made of measured facts.", version: "1.2.3",
    date: "2026-11-25",
    operations: [
      Prove.self, Measure.self, Note.self, ImportNotes.self, LogIn.self, Status.self, Secret.self,
    ],
    groups: [OperationGroup(name: "tracker", abstract: "Talk with the tracker.")])
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
