import Casework
import Masking
import Record
import Storage
import Subprocess
import Writer

/// Has a language model phrase sections of a draft, and judges what it writes before any of it is used.
struct DraftWriting {
  private let access: WriterAccess
  private let facts: RecordFacts
  private let desk: CaseDesk
  private let templates: SectionTemplates

  /// The record without a model's prose.
  private let plain: RecordDocument

  private let path: String

  /// The facts and sections that are sent.
  private let brief: WritingBrief

  /// What came of it.
  private(set) var report: WriterReport

  /// The secrets that were masked in what is sent.
  private(set) var places: [MaskedPlace] = []

  /// - Parameter kept: the sections that a person has edited, which stay as they are.
  init(
    _ access: WriterAccess, _ facts: RecordFacts, keeping kept: Set<SectionKind>, templates: SectionTemplates,
    at path: String, of desk: CaseDesk
  ) throws {
    self.access = access
    self.facts = facts
    self.desk = desk
    self.templates = templates
    self.path = path
    plain = RecordDocument(
      try RecordWriter(facts, templates: templates, over: nil, memory: DraftMemory()).text)
    var places: [MaskedPlace] = []
    let sendable = facts.forWriting.map { $0.sendable(&places) }
    self.places = places
    brief = WritingBrief(
      facts: sendable, sections: try Self.sections(of: facts, keeping: kept, templates: templates))
    report = WriterReport(sent: WriterSheet(access.writer.settings, brief))
  }

  /// The sections that a model is asked for: those that the draft has anyway, and that have a place for its prose.
  private static func sections(
    of facts: RecordFacts, keeping kept: Set<SectionKind>, templates: SectionTemplates
  ) throws -> [SectionKind] {
    var facts = facts
    let mark = WriterMark(writer: "", model: "", date: "")
    facts.written = WrittenSections(
      prose: Dictionary(uniqueKeysWithValues: WritingBrief.offered.map { ($0, "A sentence.") }), mark: mark)
    let places = try RecordDraft(facts, templates: templates).writtenKinds
    return WritingBrief.offered.filter { section in
      guard places.contains(section), !kept.contains(section) else { return false }
      // Without a word of a person's there is nothing to phrase.
      return section != .whyItSlippedThrough || !facts.facts.slipped.text.isEmpty
    }
  }

  /// Nothing is sent: only what would be is told.
  mutating func isDryRun() { report.isDryRun = true }

  /// Whether these are the facts that were sent.
  func isOf(_ other: RecordFacts) -> Bool {
    var places: [MaskedPlace] = []
    return other.forWriting.map { $0.sendable(&places) } == brief.facts
  }

  /// Asks, and gives the prose that stands; nil where a section that every record has is left without.
  ///
  /// - Throws: `WriterConsentNeeded`; `WriterError`; `ConversationInterrupted`; errors of the rooms below.
  mutating func run(command: String, in workspace: Workspace) throws -> WrittenSections? {
    // Where a person has edited every section there is nothing to phrase.
    guard !brief.sections.isEmpty else { return written([:]) }
    let consent = try WriterConsent(environment: workspace.environment, outside: desk.root)
    if try consent.isGiven(for: report.sent.destination) {
      workspace.observe(.writer(.sending(report.sent)))
    } else {
      try consent.ask(for: report.sent, command: command, at: workspace.signOff)
    }
    let result = try ask(in: workspace)
    report.take(result, of: facts.facts.key)
    guard !report.asks.contains(where: \.isMandatory) else { return nil }
    return written(result.prose)
  }

  private func ask(in workspace: Workspace) throws -> WritingResult {
    let review = try ProseReview(like: plain, at: path, naming: persons, of: desk)
    var client = try access.client(in: workspace)
    var round = 0
    let name = access.writer.settings.name
    let rounds = ProseRounds(brief) { sentences in
      try review.faults(of: sentences)
    } gaps: { prose in
      var facts = facts
      facts.written = written(prose)
      let record = try RecordWriter(facts, templates: templates, over: nil, memory: DraftMemory()).text
      return review.gaps(in: RecordDocument(record), beside: plain)
    }
    do {
      return try rounds.run { task in
        round += 1
        workspace.observe(.writer(.asking(writer: name, round: round)))
        return try client.answer(to: task)
      } dropping: {
        workspace.observe(.writer(.dropped($0)))
      }
    } catch let error as WriterError {
      if workspace.interrupt.hasCome { throw ConversationInterrupted() }
      throw error
    }
  }

  /// Whoever the case names.
  private var persons: [String] {
    let bug = facts.facts
    let named =
      [bug.owner, bug.repro.attested.by, bug.outage.confirmedBy] + bug.validation.map(\.attested.by)
      + bug.actions.map(\.owner) + facts.commits.values.map(\.author).sorted()
    return named.filter { !$0.isEmpty }
  }

  // MARK: Prose

  /// How many sentences a paragraph has at most; a summary is one paragraph.
  private static let longestParagraph = 4

  private func written(_ prose: [SectionKind: [WrittenSentence]]) -> WrittenSections {
    let settings = access.writer.settings
    let mark = WriterMark(writer: settings.name, model: settings.model, date: facts.today)
    var texts: [SectionKind: String] = [:]
    for (section, sentences) in prose where !sentences.isEmpty {
      let length = section == .summary ? sentences.count : Self.longestParagraph
      let paragraphs = stride(from: 0, to: sentences.count, by: length).map { start in
        sentences[start..<min(start + length, sentences.count)].map { Self.sentence($0.text) }
          .joined(separator: " ")
      }
      texts[section] = paragraphs.joined(separator: "\n\n")
    }
    return WrittenSections(prose: texts, mark: mark)
  }

  /// Without blanks around it, and with the full stop that it ends with.
  private static func sentence(_ text: String) -> String {
    let text = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    return text.hasSuffix(".") ? text : "\(text)."
  }
}
