public import Declaration
import Storage

/// Prints the record of a case.
public struct Show: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// Whether the file itself is wanted.
  @Flag(help: "Print the file's text, not a page made of it.")
  public var plain = false

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "show",
    abstract: "Print the record of a case.",
    discussion: """
      At a terminal the record is a page as wide as that, of at most 100 columns: paragraphs, lists and tables are \
      wrapped, code is not. Anywhere else it is the file, byte for byte; `--color always` makes a page of it there too, \
      for a pager, and `--plain` shows the file's text at a terminal. What would steer the terminal is shown as an escape.
      """,
    examples: [
      .init("postmortem show RILL-142", "Read it in the terminal."),
      .init("postmortem show RILL-142 > copy.md", "Its Markdown, byte for byte."),
      .init("postmortem show RILL-142 --color always | less -R", "Page by page."),
    ],
    exitStatuses: [.succeeded: "printed", .failed: "there is no record yet"])

  /// The fields as declared.
  public init() {}

  /// Reads it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> ShownRecord {
    let path = try CaseDesk(in: workspace).record(of: key)
    return ShownRecord(key: key, path: path, bytes: try FileTree.read(path), isPlain: plain)
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

  /// Its text; bytes that are no UTF-8 are U+FFFD in it.
  public var markdown: String

  /// What the file holds.
  public var bytes: [UInt8]

  /// Whether the file itself is wanted, and no page made of it.
  public var isPlain: Bool

  /// A record of these bytes.
  public init(key: String, path: String, bytes: [UInt8], isPlain: Bool = false) {
    self.key = key
    self.path = path
    markdown = String(decoding: bytes, as: UTF8.self)
    self.bytes = bytes
    self.isPlain = isPlain
  }

  private enum CodingKeys: CodingKey {
    case key, path, markdown
  }
}

/// There is no record of this case yet.
struct NoRecord: Error {
  var key: String
}
