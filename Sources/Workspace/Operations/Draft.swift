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

  /// The language model.
  @Option(
    help: ArgumentHelp(
      "Have this language model of your settings phrase sections.",
      discussion: """
        The facts go to it, numbered and with secrets masked, after a list of what is sent and where; you are asked once \
        for each destination. A sentence that says more than its facts is dropped and named. docs/writer.md has the rest.
        """, valueName: "name"))
  public var writer: String?

  /// Whether nothing is sent.
  @Flag(help: "Send nothing: show what a writer would get, and where.")
  public var dryRun = false

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

      With --writer a language model phrases sections from the facts of the case; no draft needs one, and none is asked \
      unless you name it. It is one of those that your own settings name. Whatever it writes is judged at once: what its \
      facts do not support is dropped and named. Where a section that every record has is left without a sentence, nothing \
      is written. What a model wrote is marked in the record's front matter.

      The words come from templates; `postmortem templates` shows them, and where a team puts its own.
      """,
    examples: [
      .init("postmortem draft RILL-142", "Write the record, or hear what is missing."),
      .init(
        "postmortem draft RILL-142 --wrong 'Root cause: it names the wrong queue'", "Revise it a third time."),
      .init("postmortem draft RILL-142 --writer local --dry-run", "See what a writer would get."),
      .init("postmortem draft RILL-142 --writer local", "Have it phrase the sections."),
    ],
    exitStatuses: [
      .succeeded: "written, or shown what would be sent",
      .refused:
        "something is missing, or the writer has no supported prose for a section that every record has",
      .usage: "wrong usage",
      .conflict: "the record, or the facts, were edited meanwhile",
      .failed: "a file is not in order, evidence cannot be read, or the writer's answer is of no use",
      .configuration:
        "the record may not be written, as on a read-only file system; or the writer is not set up, or refuses the key",
      .signOffNeeded: "nobody has agreed yet that facts are sent to the writer",
      .network: "the writer cannot be reached, or has no time",
      .interrupted: "interrupted; nothing was written",
    ])

  /// The fields as declared.
  public init() {}

  /// Drafts.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> DraftReport {
    let answer = try wrong.map(WrongSection.init)
    guard writer != nil || !dryRun else { throw UsageError.dryRunWithoutWriter }
    var workspace = workspace
    let access = try writer.map { try WriterAccess(named: $0, in: &workspace) }
    let desk = try CaseDesk(in: workspace)
    let masker = try secrets.masker()
    var written: (sections: WrittenSections, by: DraftWriting)?
    if let access {
      let turn = try WriterTurn(self, access, at: desk, masking: masker, in: workspace)
      guard let writing = turn.writing, let sections = turn.sections else { return turn.report }
      written = (sections, writing)
    }
    let open = try desk.store.open(key)
    let material = try DraftMaterial(open, at: desk, masking: masker)
    var report = DraftReport(key: key, gate: material.gate)
    report.writer = written?.by.report
    guard var facts = material.facts else { return report }
    if let written {
      guard written.by.isOf(facts) else { throw FactsChanged(key: key) }
      facts.written = written.sections
    }
    report.needs = facts.needs
    report.remarks = facts.remarks
    guard report.needs.isEmpty else { return report }
    let (file, evidence) = (material.file, material.evidence)
    let places = material.places + (written?.by.places ?? [])
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
    let path = try place.checkedPath(in: desk.root)
    OpenFile.removeAbandoned(in: Path.parent(path))
    let standing = try Self.standing(at: path)
    // A file that somebody emptied has no parts that a person could have edited: it is written anew, whole.
    let existing = standing.flatMap { $0.isBlank ? nil : $0 }
    let draft = try RecordWriter(
      facts, templates: files.templates(), over: existing,
      memory: existing == nil ? DraftMemory() : place.memory)
    var memory = draft.memory
    memory.path = place.path
    memory.answers = place.memory.answers
    let changes = draft.text != standing
    if existing != nil, changes, memory.revisions >= DraftMemory.revisionThatAsks, answer == nil {
      report.asksWhatIsWrong = true
      report.changes = draft.changes
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
      let staged = try FileTree.stage(draft.text, for: path, mode: 0o644)
      // An editor knows no lock: what it saved since the record was read is not written over.
      guard try Self.standing(at: path) == standing else { throw CaseStoreError.editedMeanwhile(path: path) }
      try staged.move(to: path)
    }
    if memory != place.memory {
      try FileTree.write(JSONText.encodePretty(memory), to: place.memoryPath, mode: 0o644)
    }
    report.path = path
    report.vouchedFor = byHand.map(\.path)
    report.masked = MaskedPlace.once(places)
    report.changes = draft.changes
    report.revisions = memory.revisions
    return report
  }

  /// What stands at a path; nil where nothing does.
  static func standing(at path: String) throws(FileError) -> [UInt8]? {
    FileTree.isFile(path) ? try FileTree.read(path) : nil
  }

  /// 0 where the record is written, or nothing was to be; else 3.
  public static func exitStatus(of report: DraftReport) -> ExitStatus {
    report.path != nil || report.writer?.isDryRun == true ? .succeeded : .refused
  }
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

  /// What came of asking a writer; absent where none was named.
  public var writer: WriterReport?

  init(key: String, gate: GateReport) {
    self.key = key
    self.gate = gate
  }
}
