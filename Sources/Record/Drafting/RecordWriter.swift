import Casework
import Digest
import YAML

/// Writes a record, and writes it again without touching what a person has changed in it.
public struct RecordWriter: Sendable {
  /// What became of one part.
  public struct Change: Sendable, Codable, Equatable {
    /// What can become of it.
    public enum Kind: String, Sendable, Codable {
      case written
      case renewed
      case unchanged
      case removed

      /// A person has edited it, so it stays as it is.
      case kept
    }

    /// The heading of the section, or "Title", or "Front matter".
    public var part: String

    /// What became of it.
    public var kind: Kind

    /// How its text changed; for a part that is kept, how the facts differ from it.
    public var diff: [String]

    init(_ part: String, _ kind: Kind, from old: [UInt8] = [], to new: [UInt8] = []) {
      self.part = part
      self.kind = kind
      diff = old == new ? [] : LineDiff(from: old, to: new).lines
    }
  }

  /// The record as it is to stand in the file.
  public private(set) var text: [UInt8]

  /// What became of its parts, in the order of the record.
  public private(set) var changes: [Change] = []

  /// What to remember.
  public private(set) var memory: DraftMemory

  /// Drafts a record from facts.
  ///
  /// - Parameters:
  ///   - existing: the record as it is, or nil.
  ///   - memory: what was remembered of the last draft.
  /// - Throws: `RecordDraftError`, `YAMLError`, or `RecordEditError` where the record that is there cannot take a part.
  public init(
    _ facts: RecordFacts, templates: SectionTemplates, over existing: [UInt8]?, memory: DraftMemory
  ) throws {
    self.memory = memory
    self.memory.drafted = memory.drafted ?? facts.today
    self.memory.partsUnderWay = nil
    self.memory.recordUnderWay = nil
    let draft = try RecordDraft(facts, templates: templates)
    let sections = draft.sections
    let document = existing.map(RecordDocument.init)
    let written = Self.marks(of: draft, facts.written?.mark, in: document, memory)
    self.memory.written = written
    // A heading is one line.
    let words = facts.facts.title.split(whereSeparator: \.isNewline).joined(separator: " ")
    let title = Array("\(facts.facts.key): \(words)".utf8)
    let front = Array(
      try RecordFrontMatter(facts, drafted: self.memory.drafted ?? facts.today, written: written).text().utf8)
    guard let existing, var document else {
      let bodies = sections.map { "## \($0.kind.heading)\n\n\($0.body)\n" }.joined(separator: "\n")
      text =
        Array("---\n".utf8) + front + Array("---\n\n# ".utf8) + title + Array("\n\n\(bodies)".utf8)
      changes = sections.map { Change($0.kind.heading, .written) }
      remember(sections, title: title, front: front)
      return
    }
    text = existing
    document = try Self.renewFrontMatter(of: document, to: front, written, memory, &changes)
    document = try Self.renewTitle(of: document, to: title, memory, &changes)
    try renewSections(of: &document, to: sections, memory)
    text = document.text
    remember(sections, title: title, front: front)
    // Whatever changed since the last draft was written, here or by a person's hand, is a revision.
    let now = Self.digest(existing)
    let wasEdited = memory.record.map { $0 != now && memory.recordUnderWay != now } ?? false
    if wasEdited { self.memory.revisions += 1 }
    if text != existing { self.memory.revisions += 1 }
  }

  // MARK: Parts

  private static let titlePart = "Title"
  private static let frontMatterPart = "Front matter"

  private mutating func remember(
    _ sections: [(kind: SectionKind, body: String)], title: [UInt8], front: [UInt8]
  ) {
    memory.parts = Dictionary(
      uniqueKeysWithValues: sections.map { ($0.kind.heading, Self.digest(ofBody: Array($0.body.utf8))) })
    memory.parts[Self.titlePart] = Self.digest(title)
    memory.parts[Self.frontMatterPart] = Self.digest(ofBody: front)
    memory.record = Self.digest(text)
  }

  /// What becomes of a part that reads `now`, and is to be `new`.
  private static func fate(
    of part: String, now: String, new: String, _ memory: DraftMemory
  ) -> Change.Kind {
    if now == new { return .unchanged }
    return memory.isDrafted(part, now) ? .renewed : .kept
  }

  /// Which sections of the record that is made are a model's: those that it writes now, and those that it wrote before
  /// and that stay because a person has edited them since.
  private static func marks(
    of draft: RecordDraft, _ mark: WriterMark?, in document: RecordDocument?, _ memory: DraftMemory
  ) -> [String: WriterMark] {
    var marks: [String: WriterMark] = [:]
    for kind in SectionKind.allCases {
      let name = kind.heading
      if let section = document?.section(kind) {
        let now = digest((document?.normalisedBody(of: section)) ?? [])
        let new = draft.sections.first { $0.kind == kind }.map { digest(ofBody: Array($0.body.utf8)) }
        if !memory.isDrafted(name, now), now != new {
          marks[name] = memory.written[name]
          continue
        }
      }
      if draft.writtenKinds.contains(kind) { marks[name] = mark }
    }
    return marks
  }

  private static func renewFrontMatter(
    of document: RecordDocument, to front: [UInt8], _ written: [String: WriterMark], _ memory: DraftMemory,
    _ changes: inout [Change]
  ) throws -> RecordDocument {
    let old = document.frontMatter.map { Array(document.text[$0.content]) } ?? []
    let kind = fate(of: frontMatterPart, now: digest(ofBody: old), new: digest(ofBody: front), memory)
    if kind != .unchanged { changes.append(Change(frontMatterPart, kind, from: old, to: front)) }
    if kind == .renewed { return try document.replacingFrontMatter(with: Array(front.dropLast())) }
    return kind == .kept ? try marked(document, old, written) : document
  }

  /// Front matter that a person has edited says what a model wrote all the same; every other byte of it stays.
  private static func marked(
    _ document: RecordDocument, _ old: [UInt8], _ written: [String: WriterMark]
  ) throws -> RecordDocument {
    let key = RecordFrontMatter.writtenKey
    let now = document.frontMatter == nil ? nil : try document.readFrontMatter()
    let wanted = RecordFrontMatter.value(of: written)
    guard wanted != now?[key]?.value else { return document }
    let yaml = try YAMLDocument(text: old, name: "front matter", firstLine: 2)
    let new = try wanted.map { try yaml.setting([.key(key)], to: $0) } ?? yaml.removing([.key(key)])
    return try document.replacingFrontMatter(with: new.bytes)
  }

  private static func renewTitle(
    of document: RecordDocument, to title: [UInt8], _ memory: DraftMemory, _ changes: inout [Change]
  ) throws -> RecordDocument {
    guard let heading = document.title else { return document }
    var line = Array(document.text[heading.range])
    while let last = line.last, last == 0x0A || last == 0x0D || last == 0x20 { line.removeLast() }
    let mark = Array("# ".utf8)
    guard line.starts(with: mark) else { return document }
    let old = Array(line.dropFirst(mark.count))
    let kind = fate(of: titlePart, now: digest(old), new: digest(title), memory)
    if kind != .unchanged { changes.append(Change(titlePart, kind, from: old, to: title)) }
    guard kind == .renewed else { return document }
    var text = document.text
    let start = heading.range.lowerBound + mark.count
    text.replaceSubrange(start..<start + old.count, with: title)
    return RecordDocument(text)
  }

  private mutating func renewSections(
    of document: inout RecordDocument, to sections: [(kind: SectionKind, body: String)], _ memory: DraftMemory
  ) throws {
    for kind in SectionKind.allCases {
      let name = kind.heading
      let section = document.section(kind)
      let old = section.map { document.normalisedBody(of: $0) } ?? []
      guard let body = sections.first(where: { $0.kind == kind })?.body else {
        // There are no facts for it any more.
        guard let section else { continue }
        guard memory.isDrafted(name, Self.digest(old)) else { continue }
        document = try document.removing(section)
        changes.append(Change(name, .removed, from: old))
        continue
      }
      let new = RecordDocument.normalised(Array(body.utf8))
      guard let section else {
        // A person has taken it out, unless it was never there.
        let isGone = memory.parts[name] != nil && !kind.isMandatory
        if !isGone { document = try document.inserting(kind, with: Array(body.utf8)) }
        changes.append(Change(name, isGone ? .kept : .written, to: new))
        continue
      }
      let fate = Self.fate(of: name, now: Self.digest(old), new: Self.digest(new), memory)
      if fate == .renewed { document = try document.replacing(section, with: Array(body.utf8)) }
      // Of an edited section only what is new in the facts is worth a look.
      let isToldBefore = fate == .kept && memory.parts[name] == Self.digest(new)
      changes.append(
        fate == .unchanged || isToldBefore ? Change(name, fate) : Change(name, fate, from: old, to: new))
    }
  }

  private static func digest(ofBody bytes: [UInt8]) -> String { digest(RecordDocument.normalised(bytes)) }

  private static func digest(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(of: bytes) }
}
