/// A program to start: where it is, what it is told, and where it runs.
public struct Command: Sendable, Equatable {
  /// An absolute path, or a name that is looked up in the `PATH` of `environment`.
  public var program: String

  /// What the program is told; its own name is added in front.
  public var arguments: [String]

  /// The whole environment of the program: nothing is inherited beside it.
  public var environment: [String: String]

  /// The absolute path of the directory that the program starts in.
  public var workingDirectory: String

  /// A command from its parts.
  public init(
    _ program: String, _ arguments: [String], environment: [String: String], workingDirectory: String
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
  }
}
