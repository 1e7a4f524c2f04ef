public import Casework
public import Declaration
public import Masking
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

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "draft",
    abstract: "Write the record of a case from its facts, once the gate is open.",
    discussion: """
      The record is docs/postmortems/KEY.md, unless .postmortem/config.yaml says otherwise. It holds what the case holds \
      and nothing else: Summary, Root cause, Fix and Validation always, the other sections where there are facts for \
      them. Where only a person can say what is missing, draft asks for it instead of writing.

      Drafting again renews what nobody has edited, keeps the rest, and shows the differences. One revision is normal: \
      at the third, draft asks which section is wrong, and why.

      What was written into case.yaml by hand is taken into the evidence as attested by you: you draft from it. Where \
      a line of the evidence cannot be read, that is an error: who gave the value may stand there.

      The words come from templates; `postmortem templates` shows them, and where a team puts its own.
      """,
    examples: [
      .init("postmortem draft RILL-142", "Write the record, or hear what is missing."),
      .init(
        "postmortem draft RILL-142 --wrong 'Root cause: it names the wrong queue'", "Revise it a third time."),
    ],
    exitStatuses: [
      .succeeded: "written", .refused: "something is missing", .usage: "wrong usage",
      .conflict: "the record was edited meanwhile",
      .failed: "a file is not in order, or evidence cannot be read",
      .configuration: "the record may not be written, as on a read-only file system",
    ])

  /// The fields as declared.
  public init() {}

  /// Drafts.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> DraftReport {
    let answer = try wrong.map(WrongSection.init)
    let desk = try CaseDesk(in: workspace)
    let open = try desk.store.open(key)
    var report = DraftReport(key: key, gate: try desk.gate(of: open))
    guard report.gate.isOpen else { return report }
    let masker = try secrets.masker()
    var places: [MaskedPlace] = []
    let (file, evidence) = try desk.masked(open, by: masker, &places)
    var facts = try desk.recordFacts(of: file.facts(), evidence: evidence, masking: masker)
    report.needs = facts.needs
    report.remarks = facts.remarks
    guard report.needs.isEmpty else { return report }
    let person = desk.userName(environment: workspace.environment)
    // Whoever drafts from what was written into the file by hand vouches for it.
    let byHand = file.values(notIn: evidence)
    // Who gave a value may stand where nobody can read it: then nobody else vouches for it unasked.
    guard open.unreadable.isEmpty || byHand.isEmpty else {
      throw UnvouchedValues(key: key, fields: byHand.map(\.path), unreadable: open.unreadable)
    }
    let vouched = try open.entries(
      stating: byHand.map { .attested(AttestedValue(field: $0.path, value: $0.value, by: person)) },
      at: CaseDesk.now())
    facts.evidence += vouched

    let files = ProjectFiles(root: desk.root)
    let place = try RecordPlace(
      of: facts.facts, fixed: facts.fixed, in: open.directory, root: desk.root, settings: files.settings())
    let path = "\(desk.root)/\(place.path)"
    OpenFile.removeAbandoned(in: Path.parent(path))
    let standing = try Self.record(at: path)
    // A file that somebody emptied has no parts that a person could have edited: it is written anew, whole.
    let existing = standing.flatMap { $0.allSatisfy(\.isBlank) ? nil : $0 }
    let writer = try RecordWriter(
      facts, templates: files.templates(), over: existing,
      memory: existing == nil ? DraftMemory() : place.memory)
    var memory = writer.memory
    memory.path = place.path
    memory.answers = place.memory.answers
    let changes = writer.text != standing
    if existing != nil, changes, memory.revisions >= DraftMemory.revisionThatAsks, answer == nil {
      report.asksWhatIsWrong = true
      report.changes = writer.changes
      return report
    }
    if let answer {
      let kept = DraftMemory.Answer(
        section: answer.section.heading, why: masker.mask(answer.why).text, by: person, at: CaseDesk.now())
      memory.answers.append(kept)
      report.answer = kept
    }
    try open.add(vouched)
    if changes {
      // Before the record: where the draft is cut short after it, its text is not taken for a person's next time.
      try FileTree.write(
        JSONText.encodePretty(place.memory.announcing(memory)), to: place.memoryPath, mode: 0o644)
      try FileTree.makeDirectory(Path.parent(path), mode: 0o755)
      let staged = try FileTree.stage(writer.text, for: path, mode: 0o644)
      // An editor knows no lock: what it saved since the record was read is not written over.
      guard try Self.record(at: path) == standing else { throw CaseStoreError.editedMeanwhile(path: path) }
      try staged.move(to: path)
    }
    if memory != place.memory {
      try FileTree.write(JSONText.encodePretty(memory), to: place.memoryPath, mode: 0o644)
    }
    report.path = path
    report.vouchedFor = byHand.map(\.path)
    report.masked = MaskedPlace.once(places)
    report.changes = writer.changes
    report.revisions = memory.revisions
    return report
  }

  private static func record(at path: String) throws(FileError) -> [UInt8]? {
    FileTree.isFile(path) ? try FileTree.read(path) : nil
  }

  /// 0 where the record is written, else 3.
  public static func exitStatus(of report: DraftReport) -> ExitStatus {
    report.path == nil ? .refused : .succeeded
  }
}

extension UInt8 {
  /// Whether it is a space, a tab, the end of a line, or a part of a byte order mark.
  fileprivate var isBlank: Bool { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains(self) }
}

/// Evidence cannot be read, and values stand in the case of which no other evidence speaks.
struct UnvouchedValues: Error {
  var key: String
  var fields: [String]
  var unreadable: [UnreadableLine]
}

/// What a draft did, or what it wants.
public struct DraftReport: Sendable, Encodable, MaskingResult {
  /// The name and version of this document's format.
  public var schema = "postmortem/draft/1"

  /// The case.
  public var key: String

  /// The gate.
  public var gate: GateReport

  /// What only a person can say, where something of that is missing.
  public var needs: [RecordNeed] = []

  /// What is worth a look, and closes nothing.
  public var remarks: [RecordRemark] = []

  /// Whether it asks which section is wrong.
  public var asksWhatIsWrong = false

  /// What was said to be wrong, as it is kept: which section was meant may have been told from its spelling.
  public var answer: DraftMemory.Answer?

  /// The record, where it is written.
  public var path: String?

  /// What became of its parts; where it asks, what would become of them.
  public var changes: [RecordWriter.Change] = []

  /// Fields that were written into case.yaml by hand: from now on attested by whoever drafted.
  public var vouchedFor: [String] = []

  /// How often it was revised.
  public var revisions = 0

  /// The secrets that are masked in what is kept; absent where there are none.
  public var masked: [MaskedPlace]?

  init(key: String, gate: GateReport) {
    self.key = key
    self.gate = gate
  }
}
