/// What a server is told by the process that it runs in.
public struct LanguageServerSettings: Sendable {
  /// The name of the tool.
  public var name: String

  /// Its version.
  public var version: String

  /// The environment; programs that are started get it.
  public var environment: [String: String]

  /// For how long nothing is to be typed before names are looked up.
  public var pause: Duration

  /// Settings from their parts.
  public init(
    name: String, version: String, environment: [String: String], pause: Duration = .milliseconds(300)
  ) {
    self.name = name
    self.version = version
    self.environment = environment
    self.pause = pause
  }
}
