import Casework
public import Declaration
import Storage

/// Prints the record of a case.
public struct Show: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "show",
    abstract: "Print the record of a case.",
    examples: [
      .init("postmortem show RILL-142", "Read it in the terminal."),
      .init("postmortem show RILL-142 | wl-copy", "Its Markdown, as it is in the file."),
    ],
    exitStatuses: [.succeeded: "printed", .failed: "there is no record yet"])

  /// The fields as declared.
  public init() {}

  /// Reads it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> ShownRecord {
    let desk = try CaseDesk(in: workspace)
    let contents = try desk.store.read(key)
    let path = try desk.recordPath(of: contents.file.facts(), in: "\(desk.store.directory)/\(key)")
    guard FileTree.isFile(path) else { throw NoRecord(key: key) }
    return ShownRecord(
      key: key, path: path, markdown: String(decoding: try FileTree.read(path), as: UTF8.self))
  }

  /// Always 0: what is not there is an error.
  public static func exitStatus(of record: ShownRecord) -> ExitStatus { .succeeded }
}

/// A record as it is in its file.
public struct ShownRecord: Sendable, Encodable {
  /// The case.
  public var key: String

  /// The file.
  public var path: String

  /// Its text.
  public var markdown: String
}

/// There is no record of this case yet.
struct NoRecord: Error {
  var key: String
}
