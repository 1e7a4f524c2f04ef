import Casework
import Masking
import Proof
import Record
import Storage

/// A writer's part of a draft, which takes as long as a model takes: without a lock of the case, and before anything is
/// written.
struct WriterTurn {
  /// What is told where it ends there.
  private(set) var report: DraftReport

  /// Who asked, where a draft can be made of what came.
  private(set) var writing: DraftWriting?

  /// The prose that stands; nil where no draft can be made.
  private(set) var sections: WrittenSections?

  /// - Throws: `WriterAccessError`, `WriterConsentNeeded`, `WriterError`; errors of the rooms below.
  init(
    _ draft: Draft, _ access: WriterAccess, at desk: CaseDesk, masking masker: Masker, in workspace: Workspace
  ) throws {
    try access.checkSettings(outside: desk.root)
    let material = try DraftMaterial(desk.store.read(draft.key), at: desk, masking: masker)
    report = DraftReport(key: draft.key, gate: material.gate)
    guard let facts = material.facts else { return }
    report.needs = facts.needs
    report.remarks = facts.remarks
    guard report.needs.isEmpty else { return }
    let files = ProjectFiles(root: desk.root)
    let templates = try files.templates()
    let place = try RecordPlace(
      of: facts.facts, fixed: facts.fixed, in: desk.store.directory(of: draft.key), root: desk.root,
      settings: files.settings())
    let existing = try Draft.standing(at: place.checkedPath(in: desk.root)).flatMap { $0.isBlank ? nil : $0 }
    let plain = try RecordWriter(
      facts, templates: templates, over: existing, memory: existing == nil ? DraftMemory() : place.memory)
    // A model's words will not be those that are there: it will be a revision.
    let revisions = plain.memory.revisions + (plain.text == existing ? 1 : 0)
    if existing != nil, revisions >= DraftMemory.revisionThatAsks, draft.wrong == nil {
      report.asksWhatIsWrong = true
      report.changes = plain.changes
      return
    }
    let kept = Set(plain.changes.filter { $0.kind == .kept }.map(\.part))
    var writing = try DraftWriting(
      access, facts, keeping: Set(SectionKind.allCases.filter { kept.contains($0.heading) }),
      templates: templates, at: place.path, of: desk)
    report.masked = MaskedPlace.once(writing.places)
    defer { report.writer = writing.report }
    if draft.dryRun {
      writing.isDryRun()
      return
    }
    let command = "postmortem draft \(draft.key) --writer \(ShellWord.quoted(draft.writer ?? ""))"
    sections = try writing.run(command: command, in: workspace)
    if sections != nil { self.writing = writing }
  }
}

extension [UInt8] {
  /// Whether nothing stands in it: spaces, tabs, ends of lines, a byte order mark.
  var isBlank: Bool {
    allSatisfy { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
  }
}
