/// What a writer remembers of the last draft, beside the case: it tells what a person has edited since.
public struct DraftMemory: Sendable, Codable, Equatable {
  /// The digest of each part as it was drafted, by its name: the heading of a section, "Title", "Front matter".
  public var parts: [String: String] = [:]

  /// The digest of the record as it was written last.
  public var record: String?

  /// Where the record is, from the root of the working tree.
  public var path: String?

  /// The day of the first draft.
  public var drafted: String?

  /// How often the record was changed since, by a draft or by a person between two drafts.
  public var revisions = 0

  /// What was said to be wrong, when the tool asked.
  public var answers: [Answer] = []

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

  private enum CodingKeys: String, CodingKey {
    case parts, record, path, drafted, revisions, answers
  }

  /// Reads what an earlier version may have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    parts = try container.decodeIfPresent([String: String].self, forKey: .parts) ?? [:]
    record = try container.decodeIfPresent(String.self, forKey: .record)
    path = try container.decodeIfPresent(String.self, forKey: .path)
    drafted = try container.decodeIfPresent(String.self, forKey: .drafted)
    revisions = try container.decodeIfPresent(Int.self, forKey: .revisions) ?? 0
    answers = try container.decodeIfPresent([Answer].self, forKey: .answers) ?? []
  }
}
