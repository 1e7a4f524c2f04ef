import Casework
public import Declaration
import Masking
import Storage

/// Takes breadcrumbs that were kept elsewhere into the ledger of a case.
public struct ImportLedger: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// The file.
  @Argument(help: ArgumentHelp("JSON lines, or a Markdown list.", valueName: "file"), completion: .file)
  public var file: String

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "ledger import",
    abstract: "Take breadcrumbs that were kept elsewhere into the ledger of a case.",
    discussion: """
      JSON lines are entries as a ledger has them; number, at and by may be left out. References are to numbers of the \
      file, and are renumbered. Of a Markdown list each item is a note, and one that begins with “Hypothesis:” is a \
      hypothesis; whatever is no list is passed over. All of the file is taken in or, where a line is wrong, nothing.

      Imported entries name the file: an imported experiment was not measured here. The same file can be imported again \
      after it grew: what it brought before is not added twice.
      """,
    examples: [.init("postmortem ledger import RILL-142 notes.md", "Import a list of notes.")],
    exitStatuses: [
      .succeeded: "imported", .failed: "a line is wrong, and nothing was imported", .usage: "wrong usage",
    ]
  )

  /// The fields as declared.
  public init() {}

  /// Imports it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> LedgerReport {
    let desk = try CaseDesk(in: workspace)
    let journal = try desk.store.ledger(of: key)
    let text = try secrets.masker().mask(FileTree.read(Path.absolute(file, from: workspace.directory)))
    let items = try LedgerImport(text.text)
    let added = try journal.append(
      items, from: Path.name(file), by: desk.userName(environment: workspace.environment), at: CaseDesk.now())
    var report = LedgerReport(key: key, path: journal.path, try journal.read(), added: added.map(\.number))
    report.masked = MaskedPlace.list(text.secrets, in: Path.name(file))
    return report
  }

  /// Always 0: the file was imported.
  public static func exitStatus(of report: LedgerReport) -> ExitStatus { .succeeded }
}
