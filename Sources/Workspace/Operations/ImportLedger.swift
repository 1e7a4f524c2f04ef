import Casework
public import Declaration
import Masking
import Patterns
import Repository
import Storage

/// Takes breadcrumbs that were kept elsewhere into the ledger of a case.
public struct ImportLedger: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// The file.
  @Argument(
    help: ArgumentHelp("JSON lines, a Markdown list, or an agent's transcript.", valueName: "file"),
    completion: .file)
  public var file: String

  /// Which commands of a transcript.
  @Option(
    help: ArgumentHelp(
      "Of a transcript, take only commands that match this regular expression.", valueName: "regex"))
  public var only: String?

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

      The transcripts that coding agents keep are read, too: those of Claude Code (~/.claude/projects/, a directory for each \
      working directory) and of Codex (~/.codex/sessions/, by day). Their commands become experiments, with the exit \
      status and the end of the output as the agent was told them; what each one rules in or out is yours to say, by \
      postmortem note. Commands without a result and what has an unknown shape are passed over and counted.

      Imported entries name the file: an imported experiment was not measured here. The same file can be imported again \
      after it grew: what it brought before is not added twice.
      """,
    examples: [
      .init("postmortem ledger import RILL-142 notes.md", "Import a list of notes."),
      .init(
        "postmortem ledger import RILL-142 session.jsonl --only 'ctest|repro'",
        "Of an agent's session, import what it tested."),
    ],
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
    let only = try only.map { try Pattern($0) }
    let masker = try secrets.masker()
    let bytes = try FileTree.read(Path.absolute(file, from: workspace.directory))
    let name = Path.name(file)
    var person = desk.userName(environment: workspace.environment)
    let items: LedgerImport
    var count: TranscriptCount?
    var masked: [MaskedPlace]?
    if let transcript = AgentTranscript(bytes) {
      let taking = TranscriptTaking(transcript: transcript, only: only, masker: masker) { directory in
        desk.repository.treePath(of: ".", from: directory)
      }
      let taken = try taking.experiments(from: name)
      person += " (through \(transcript.agent.rawValue))"
      items = taken.items
      count = taken.count
      masked = MaskedPlace.once(taken.masked)
    } else {
      if only != nil { throw UsageError.onlyWithoutTranscript }
      let text = masker.mask(bytes)
      items = try LedgerImport(text.text)
      masked = MaskedPlace.list(text.secrets, in: name)
    }
    let added = try journal.append(items, from: name, by: person, at: CaseDesk.now())
    var report = LedgerReport(key: key, path: journal.path, try journal.read(), added: added.map(\.number))
    report.transcript = count
    report.masked = masked
    return report
  }

  /// Always 0: the file was imported.
  public static func exitStatus(of report: LedgerReport) -> ExitStatus { .succeeded }
}
