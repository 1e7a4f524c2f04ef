/// What a server is told by the process that it runs in.
public struct ServerSettings: Sendable {
  /// The name of the tool.
  public var name: String

  /// Its version.
  public var version: String

  /// The environment; programs that are started get it.
  public var environment: [String: String]

  /// The directory that the process stands in.
  public var directory: String

  /// Whether the user named that directory, so that it is meant whatever the client says.
  public var isDirectoryNamed: Bool

  /// The user's home as the system knows it, whatever the environment says; nil where there is none.
  public var home: String?

  /// Settings from their parts.
  public init(
    name: String, version: String, environment: [String: String], directory: String, isDirectoryNamed: Bool,
    home: String?
  ) {
    self.name = name
    self.version = version
    self.environment = environment
    self.directory = directory
    self.isDirectoryNamed = isDirectoryNamed
    self.home = home
  }
}
