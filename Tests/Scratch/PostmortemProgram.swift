import Storage
import Storage
public import Subprocess

/// The built `postmortem`, run as a user runs it, in a home of its own.
public struct PostmortemProgram: Sendable {
  /// Where the program is.
  public let path: String

  /// The directory that is its home; the cache is in it.
  public let home: TemporaryDirectory

  /// The whole environment that it is started with.
  public var environment: [String: String]

  /// Its cache directory.
  public var cache: String { "\(home.path)/cache" }

  /// The program that was built together with the running tests.
  public init() throws {
    home = try TemporaryDirectory()
    path = Self.builtProgram
    environment = [
      "PATH": ProcessVariables.path, "HOME": home.path, "POSTMORTEM_TEST_HOME": home.path,
      "POSTMORTEM_CACHE": "\(home.path)/cache",
      "LC_ALL": "C",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// The test bundle stands beside the program: as the executable itself, or, elsewhere, as a directory that is
  /// named on the command line.
  private static let builtProgram: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    let parts = bundle.split(separator: "/", omittingEmptySubsequences: false)
    let directory = parts.prefix { !$0.hasSuffix(".xctest") }
    return directory.joined(separator: "/") + "/postmortem"
  }()

  /// What a call came to.
  public struct Result: Sendable {
    /// How it ended.
    public var ending: Ending

    /// Its standard output.
    public var output: String

    /// Its standard error.
    public var error: String

    /// Standard output as the one JSON document that it is.
    ///
    /// - Throws: an error of decoding where it is anything else.
    public func json() throws -> JSONValue {
      try JSONText.decode(JSONValue.self, from: Array(output.utf8))
    }
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - variables: set beside those of `environment`.
  ///   - input: what stands on its standard input.
  public func run(
    _ arguments: [String], in directory: String, adding variables: [String: String] = [:],
    input: String? = nil
  ) throws -> Result {
    let command = Command(
      path, arguments, environment: environment.merging(variables) { _, new in new },
      workingDirectory: directory)
    let capture = try Spawner().capture(
      command, input: input.map { Array($0.utf8) }, timeLimit: .seconds(120))
    return Result(
      ending: capture.outcome.ending, output: String(decoding: capture.output, as: UTF8.self),
      error: String(decoding: capture.error, as: UTF8.self))
  }
}
