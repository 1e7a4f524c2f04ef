public import Declaration
import Proof
import Storage

/// What the commands see of the world, and what is kept.
public struct CommandIsolation: ParsableArguments {
  /// Whether there is a network.
  @Flag(help: "Run the commands without a network.")
  public var offline = false

  /// Whether trees are cleaned.
  @Flag(help: "Give each run a clean tree, set up anew.")
  public var fresh = false

  /// Variables.
  @Option(
    help: ArgumentHelp("Set a variable, or record one of yours.", valueName: "name[=value]"))
  public var env: [String] = []

  /// Commands to record.
  @Option(
    help: ArgumentHelp("Record what this prints, such as 'cc --version'.", valueName: "cmd"))
  public var record: [String] = []

  /// The cache.
  @Option(
    help: ArgumentHelp("Where trees and evidence go ($POSTMORTEM_CACHE).", valueName: "dir"),
    completion: .directory)
  public var cache: String?

  /// The fields as declared.
  public init() {}

  /// Says it to a proof.
  ///
  /// - Throws: `UsageError` where a variable has no name.
  func apply(to request: inout ProofRequest) throws {
    request.isOffline = offline
    request.isFresh = fresh
    request.records = record
    request.variables = try env.map { text throws(UsageError) in
      let wish = try VariableWish(text)
      return (wish.name, wish.value)
    }
  }

  /// The cache that is asked for, or that of the user.
  ///
  /// - Throws: `ProofError.noCacheDirectory`.
  func cacheFound(in workspace: Workspace) throws -> ProofCache {
    let asked = cache.flatMap { $0.isEmpty ? nil : $0 }
    guard let cache = asked ?? ProofCache.defaultDirectory(environment: workspace.environment) else {
      throw ProofError.noCacheDirectory
    }
    return ProofCache(at: Path.absolute(cache, from: workspace.directory))
  }
}
