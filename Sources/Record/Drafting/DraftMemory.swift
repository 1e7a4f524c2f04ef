/// What a writer remembers of the last draft, beside the case: it tells what a person has edited since.
public struct DraftMemory: Sendable, Codable, Equatable {
  /// The digest of each part as it was drafted, by its name: the heading of a section, "Title", "Front matter".
  public var parts: [String: String] = [:]

  /// The digest of the record as it was written last.
  public var record: String?

  /// The parts of a draft that is being written; nil once the record holds it.
  public var partsUnderWay: [String: String]?

  /// The digest of the record with them.
  public var recordUnderWay: String?

  /// Where the record is, from the root of the working tree.
  public var path: String?

  /// The day of the first draft.
  public var drafted: String?

  /// How often the record was changed since, by a draft or by a person between two drafts.
  public var revisions = 0

  /// One revision is normal; before this one, be it drafted or posted, it is asked which section is wrong.
  public static let revisionThatAsks = 3

  /// What was said to be wrong, when the tool asked.
  public var answers: [Answer] = []

  /// The sections that a model wrote, by their headings.
  public var written: [String: WriterMark] = [:]

  /// Nothing is remembered.
  public init() {}

  /// What somebody said to be wrong with a record.
  public struct Answer: Sendable, Codable, Equatable {
    /// The heading of the section.
    public var section: String

    /// Why.
    public var why: String

    /// Who said so.
    public var by: String

    /// When: ISO 8601, UTC.
    public var at: String

    /// An answer from its parts.
    public init(section: String, why: String, by: String, at: String) {
      self.section = section
      self.why = why
      self.by = by
      self.at = at
    }
  }

  /// What is remembered while a draft is written: cut short, the next one knows its own text again.
  public func announcing(_ next: DraftMemory) -> DraftMemory {
    var memory = self
    memory.path = next.path
    memory.partsUnderWay = next.parts
    memory.recordUnderWay = next.record
    memory.written.merge(next.written) { $1 }
    return memory
  }

  /// Whether a part is as a draft has written it, though that draft may have been cut short afterwards.
  func isDrafted(_ part: String, _ digest: String) -> Bool {
    parts[part] == digest || partsUnderWay?[part] == digest
  }

  private enum CodingKeys: String, CodingKey {
    case parts, record, partsUnderWay, recordUnderWay, path, drafted, revisions, answers, written
  }

  /// Reads what an earlier version may have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    parts = try container.decodeIfPresent([String: String].self, forKey: .parts) ?? [:]
    record = try container.decodeIfPresent(String.self, forKey: .record)
    partsUnderWay = try container.decodeIfPresent([String: String].self, forKey: .partsUnderWay)
    recordUnderWay = try container.decodeIfPresent(String.self, forKey: .recordUnderWay)
    path = try container.decodeIfPresent(String.self, forKey: .path)
    drafted = try container.decodeIfPresent(String.self, forKey: .drafted)
    revisions = try container.decodeIfPresent(Int.self, forKey: .revisions) ?? 0
    answers = try container.decodeIfPresent([Answer].self, forKey: .answers) ?? []
    written = try container.decodeIfPresent([String: WriterMark].self, forKey: .written) ?? [:]
  }
}
