public import Casework
public import Declaration
public import Record
import Repository
import Storage

/// Drafts the record of a case.
public struct Draft: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// What is wrong with the last drafts.
  @Option(
    help: ArgumentHelp(
      "From the third revision on: which section is wrong, and why.", valueName: "section: why"))
  public var wrong: String?

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "draft",
    abstract: "Write the record of a case from its facts, once the gate is open.",
    discussion: """
      The record is docs/postmortems/KEY.md. It holds what the case holds and nothing else: Summary, Root cause, Fix and \
      Validation always, the other sections where there are facts for them. Where only a person can say what is \
      missing, draft asks for it instead of writing.

      Drafting again renews the sections that nobody has edited, and keeps the others. One revision is normal: at the \
      third, draft asks which section is wrong, and why.
      """,
    examples: [
      .init("postmortem draft RILL-142", "Write the record, or hear what is missing."),
      .init(
        "postmortem draft RILL-142 --wrong 'Root cause: it names the wrong queue'", "Revise it a third time."),
    ],
    exitStatuses: [.succeeded: "written", .refused: "something is missing", .usage: "wrong usage"])

  /// The fields as declared.
  public init() {}

  /// Drafts.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> DraftReport {
    let desk = try CaseDesk(in: workspace)
    let open = try desk.store.open(key)
    var report = DraftReport(key: key, gate: try desk.gate(of: open))
    guard report.gate.isOpen else { return report }
    let facts = try desk.recordFacts(of: open)
    report.needs = facts.needs
    guard report.needs.isEmpty else { return report }

    let path = desk.recordPath(of: key)
    let memoryPath = "\(open.directory)/draft.json"
    var memory =
      FileTree.isFile(memoryPath)
      ? try JSONText.decode(RecordWriter.Memory.self, from: FileTree.read(memoryPath)) : RecordWriter.Memory()
    let existing = FileTree.isFile(path) ? try FileTree.read(path) : nil
    if existing != nil, memory.revisions >= 2, wrong == nil {
      report.asksWhatIsWrong = true
      return report
    }
    if let wrong { memory.complaints.append(wrong) }
    let writer = try RecordWriter(facts, over: existing, memory: memory)
    if writer.text != existing {
      try FileTree.makeDirectory("\(desk.root)/docs/postmortems", mode: 0o755)
      try FileTree.write(writer.text, to: path, mode: 0o644)
    }
    try FileTree.write(JSONText.encodePretty(writer.memory), to: memoryPath, mode: 0o644)
    report.path = path
    report.changes = writer.changes
    return report
  }

  /// 0 where the record is written, else 3.
  public static func exitStatus(of report: DraftReport) -> ExitStatus {
    report.path == nil ? .refused : .succeeded
  }
}

/// What a draft did, or what it wants.
public struct DraftReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/draft/1"

  /// The case.
  public var key: String

  /// The gate.
  public var gate: GateReport

  /// What only a person can say, where something of that is missing.
  public var needs: [RecordNeed] = []

  /// Whether it asks which section is wrong.
  public var asksWhatIsWrong = false

  /// The record, where it is written.
  public var path: String?

  /// What became of its sections.
  public var changes: [RecordWriter.Change] = []

  init(key: String, gate: GateReport) {
    self.key = key
    self.gate = gate
  }
}
