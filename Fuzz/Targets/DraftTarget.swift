import Casework
import Digest
import Record

/// What a person makes of a drafted record, and texts of the case it is drafted from.
///
/// The first part is put into the draft, at a place that its length chooses; the others are facts.
struct DraftTarget: FuzzTarget {
  let name = "draft"

  let shapes: [GrowingShape] = [
    GrowingShape("x\n"), GrowingShape("## Notes\n\n"), GrowingShape("```\n"), GrowingShape("`"),
    GrowingShape("> "), GrowingShape("word "),
  ]

  func read(_ bytes: [UInt8]) {
    guard let first = try? Self.draft(Self.facts(FuzzInput([])), over: nil, memory: .init()) else { return }
    _ = try? Self.draft(Self.facts(FuzzInput([])), over: first.text + bytes, memory: first.memory)
    var facts = Self.facts(FuzzInput([]))
    facts.facts.cause.mechanism = String(decoding: bytes, as: UTF8.self)
    _ = try? Self.draft(facts, over: first.text, memory: first.memory)
  }

  func check(_ input: FuzzInput) throws {
    let facts = Self.facts(input)
    guard let first = try? Self.draft(facts, over: nil, memory: .init()) else { return }
    try promise(Self.staysInSections(first.text, facts), "a section runs over: \(shown(first.text))")
    try checkAgain(facts, over: first, "at once")
    let edited = Self.edited(first.text, with: input.text)
    var changed = facts
    changed.facts.fix.reason += " And so it holds."
    changed.facts.cause.mechanism = input.string(5, or: "Another mechanism, `f()`.")
    for facts in [facts, changed] {
      guard (try? Self.draft(facts, over: nil, memory: .init())) != nil else { continue }
      guard let second = try? Self.draft(facts, over: edited, memory: first.memory) else { continue }
      try checkEdits(kept: RecordDocument(edited), in: second, memory: first.memory)
      try checkAgain(facts, over: second, "over an edited record")
    }
  }

  /// Whether each text of the case stays in its section; a heading or an open fence in one is refused.
  private static func staysInSections(_ text: [UInt8], _ facts: RecordFacts) -> Bool {
    let record = RecordDocument(text)
    guard let templates = try? SectionTemplates(),
      let drafted = try? RecordDraft(facts, templates: templates).sections
    else { return false }
    return record.sections.map(\.kind) == drafted.map(\.kind)
      && zip(record.sections, drafted).allSatisfy {
        record.normalisedBody(of: $0) == RecordDocument.normalised(Array($1.body.utf8))
      }
  }

  private static func draft(
    _ facts: RecordFacts, over existing: [UInt8]?, memory: DraftMemory
  ) throws -> RecordWriter {
    try RecordWriter(facts, templates: SectionTemplates(), over: existing, memory: memory)
  }

  /// Drafting twice is drafting once.
  private func checkAgain(_ facts: RecordFacts, over writer: RecordWriter, _ when: String) throws {
    let again: RecordWriter
    do {
      again = try Self.draft(facts, over: writer.text, memory: writer.memory)
    } catch {
      throw BrokenPromise("what was drafted \(when) cannot be drafted again: \(error)\n\(shown(writer.text))")
    }
    try promise(
      again.text == writer.text,
      "drafting twice \(when): \(again.changes.filter { $0.kind != .unchanged && $0.kind != .kept })\n"
        + "\(shown(writer.text))\n\(shown(again.text))")
    try promise(again.memory.revisions == writer.memory.revisions, "a revision \(when) that changes nothing")
  }

  /// No section that a person wrote or changed is lost: it is still there, byte for byte.
  private func checkEdits(
    kept record: RecordDocument, in writer: RecordWriter, memory: DraftMemory
  ) throws {
    let after = RecordDocument(writer.text)
    var bodies = after.sections.map { (after.normalisedBody(of: $0), $0.kind, $0.heading) }
    let original = writer.changes.filter { $0.kind == .renewed || $0.kind == .removed }.map(\.part)
    for section in record.sections {
      let body = record.normalisedBody(of: section)
      let isFirst = section.kind.flatMap(record.section)?.range == section.range
      if isFirst, let kind = section.kind, original.contains(kind.heading) {
        // Only what is as it was drafted may be renewed or removed.
        let digest = SHA256.hexadecimal(of: body)
        try promise(
          memory.parts[kind.heading] == digest, "the edited section \(kind.heading) is drafted anew")
        continue
      }
      guard let place = bodies.firstIndex(where: { $0 == (body, section.kind, section.heading) }) else {
        throw BrokenPromise("the section \(section.heading.debugDescription) is lost: \(shown(writer.text))")
      }
      bodies.remove(at: place)
    }
  }

  private static func edited(_ text: [UInt8], with bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return text }
    // At the beginning of a line, so that short edits meet headings and fences.
    let lines = text.indices.filter { $0 == 0 || text[$0 - 1] == 0x0A }
    let place = lines[(bytes.count * 7 + Int(bytes[0])) % lines.count]
    var edited = text
    edited.replaceSubrange(place..<min(text.count, place + bytes.count % 5), with: bytes)
    return edited
  }

  /// A small bug, some of its texts chosen by the input.
  private static func facts(_ input: FuzzInput) -> RecordFacts {
    var bug = Case(key: "RILL-142")
    bug.title = input.string(1, or: "Evaluating a graph hangs")
    bug.owner = "Mei-Lin Hart"
    bug.symptom.text = input.string(2, or: "timeout after 60 s")
    bug.cause.mechanism = input.string(3, or: "`submit` records no event when there is one stream.")
    bug.cause.chain = input.string(4)
    bug.fix.commits = ["e3dcc8a"]
    bug.fix.summary = "Every task is recorded"
    bug.fix.reason = "The event is recorded by the task itself."
    bug.noActions = "The fix removes the only fast path"
    let commit = RecordFacts.CommitFacts(
      id: "e3dcc8a011b4a78cc1034b95b3f74a950b293cd6", subject: "Record the event of every task",
      author: "Mei-Lin Hart", date: "2026-07-09")
    return RecordFacts(
      facts: bug, evidence: [], ledger: Ledger([]), commits: ["e3dcc8a": commit],
      files: [.init(path: "src/scheduler.c", isTest: false, isAdded: false)], affected: [],
      directory: ".postmortem/cases/RILL-142", today: "2026-07-10")
  }
}
