import Subprocess

/// Runs `git` so that it neither asks, nor talks in the user's language, nor writes what it need not.
struct GitProgram: Sendable {
  let spawner: Spawner

  /// The environment of the user without the variables that tie git to a repository.
  let environment: [String: String]

  init(spawner: Spawner, environment: [String: String]) {
    self.spawner = spawner
    var clean = environment
    // `git rev-parse --local-env-vars`, git 2.39: set inside hooks and aliases, and wrong for other trees.
    for name in Self.localVariables { clean[name] = nil }
    clean["GIT_OPTIONAL_LOCKS"] = "0"
    clean["GIT_TERMINAL_PROMPT"] = "0"
    clean["LC_ALL"] = "C"
    self.environment = clean
  }

  static let localVariables = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
    "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_SHALLOW_FILE",
    "GIT_COMMON_DIR", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE",
  ]

  /// Runs git and gives what it printed, whatever its exit status.
  func run(
    _ arguments: [String], in directory: String, input: [UInt8]? = nil,
    adding variables: [String: String] = [:]
  ) throws -> Capture {
    let command = Command(
      "git", arguments, environment: environment.merging(variables) { _, new in new },
      workingDirectory: directory)
    let capture: Capture
    do {
      capture = try spawner.capture(command, input: input, limit: 1 << 30)
    } catch SubprocessError.programNotFound {
      throw RepositoryError.gitMissing
    }
    if capture.outcome.cutoff == .interrupt { throw Interrupted() }
    return capture
  }

  /// Runs git and gives its standard output.
  ///
  /// - Throws: `RepositoryError` where it fails.
  func output(
    _ arguments: [String], in directory: String, input: [UInt8]? = nil,
    adding variables: [String: String] = [:]
  ) throws -> [UInt8] {
    let capture = try run(arguments, in: directory, input: input, adding: variables)
    guard capture.outcome.ending.isSuccess else { throw Self.error(arguments, capture) }
    return capture.output
  }

  /// Like `output`, as text without its last newline.
  func line(
    _ arguments: [String], in directory: String, input: [UInt8]? = nil,
    adding variables: [String: String] = [:]
  ) throws -> String {
    let bytes = try output(arguments, in: directory, input: input, adding: variables)
    return String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  /// Whether a program is in the search path that git has.
  func hasProgram(_ name: String) -> Bool {
    ProgramSearch.find(name, path: environment["PATH"]) != nil
  }

  /// Whether git, asked a question, answers with status 0.
  func succeeds(_ arguments: [String], in directory: String, adding variables: [String: String] = [:]) throws
    -> Bool
  {
    try run(arguments, in: directory, adding: variables).outcome.ending.isSuccess
  }

  static func error(_ arguments: [String], _ capture: Capture) -> RepositoryError {
    error(arguments, capture.outcome.ending, saying: capture.error)
  }

  static func error(_ arguments: [String], _ ending: Ending, saying bytes: [UInt8]) -> RepositoryError {
    let message = String(decoding: bytes, as: UTF8.self)
    if message.contains("No space left on device") || message.contains("Disk quota exceeded") {
      return .diskFull(detail: lastLine(of: message))
    }
    if let line = message.split(separator: "\n").first(where: { $0.hasPrefix("error: unable to write file") })
    {
      return .cannotWrite(detail: String(line))
    }
    let missing = [
      "promisor", "missing blob", "missing tree", "unable to read", "bad object", "missing object",
    ]
    if missing.contains(where: { message.contains($0) }) {
      return .objectMissing(detail: lastLine(of: message))
    }
    let status =
      switch ending {
      case .exit(let code): "exit status \(code)"
      case .signal(let number): "signal \(number)"
      }
    return .gitFailed(arguments: command(in: arguments), status: status, message: lastLine(of: message))
  }

  /// The arguments from git's own command on, without the options before it.
  private static func command(in arguments: [String]) -> [String] {
    var rest = arguments[...]
    while let first = rest.first, first.hasPrefix("-") {
      rest = rest.dropFirst(first == "-c" || first == "-C" ? 2 : 1)
    }
    return Array(rest)
  }

  /// The line that says most: the last one that begins with "fatal:" or "error:", else the last one.
  static func lastLine(of message: String) -> String {
    let lines = message.split(separator: "\n").map(String.init)
    return lines.last { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? lines.last ?? ""
  }
}

/// The user interrupted while git ran.
public struct Interrupted: Error, Sendable {
  /// An interruption.
  public init() {}
}
