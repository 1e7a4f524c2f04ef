import Casework
import Digest
import YAML

/// Writes a record, and writes it again without touching what a person has changed in it.
public struct RecordWriter: Sendable {
  /// What a writer remembers of the last draft, beside the case.
  public struct Memory: Sendable, Codable, Equatable {
    /// The digest of each section as it was drafted, by its heading.
    public var sections: [String: String] = [:]

    /// How often a draft changed a record that was there.
    public var revisions = 0

    /// What was said to be wrong, when the tool asked.
    public var complaints: [String] = []

    /// Nothing is remembered.
    public init() {}
  }

  /// What became of one section.
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

    /// Its heading.
    public var section: String

    /// What became of it.
    public var kind: Kind
  }

  /// The record as it is to stand in the file.
  public private(set) var text: [UInt8]

  /// What became of the sections.
  public private(set) var changes: [Change] = []

  /// What to remember.
  public private(set) var memory: Memory

  /// Drafts a record from facts.
  ///
  /// - Parameters:
  ///   - existing: the record as it is, or nil.
  ///   - memory: what was remembered of the last draft.
  /// - Throws: `YAMLError`, or `RecordEditError` where the record that is there cannot take a section.
  public init(_ facts: RecordFacts, over existing: [UInt8]?, memory: Memory) throws {
    let draft = RecordDraft(facts).sections
    self.memory = memory
    let front = "---\n\(try RecordFrontMatter(facts).text())---\n"
    guard let existing else {
      let body = draft.map { "## \($0.kind.heading)\n\n\($0.body)\n" }.joined(separator: "\n")
      text = Array("\(front)\n# \(facts.facts.key): \(facts.facts.title)\n\n\(body)".utf8)
      changes = draft.map { Change(section: $0.kind.heading, kind: .written) }
      self.memory.sections = Self.digests(of: RecordDocument(text))
      return
    }
    text = existing
    var document = RecordDocument(existing)
    var drafted: [String: String] = [:]
    for (kind, body) in draft {
      let digest = Self.digest(RecordDocument.normalised(Array(body.utf8)))
      drafted[kind.heading] = digest
      if let section = document.section(kind) {
        let now = Self.digest(document.normalisedBody(of: section))
        if now == digest {
          changes.append(Change(section: kind.heading, kind: .unchanged))
        } else if now == memory.sections[kind.heading] {
          document = try document.replacing(section, with: Array(body.utf8))
          changes.append(Change(section: kind.heading, kind: .renewed))
        } else {
          changes.append(Change(section: kind.heading, kind: .kept))
        }
      } else if memory.sections[kind.heading] == nil || kind.isMandatory {
        document = try document.inserting(kind, with: Array(body.utf8))
        changes.append(Change(section: kind.heading, kind: .written))
      } else {
        // A person has taken it out.
        changes.append(Change(section: kind.heading, kind: .kept))
      }
    }
    for kind in SectionKind.allCases where drafted[kind.heading] == nil {
      guard let section = document.section(kind) else { continue }
      if Self.digest(document.normalisedBody(of: section)) == memory.sections[kind.heading] {
        document = try document.removing(section)
        changes.append(Change(section: kind.heading, kind: .removed))
      }
    }
    text = document.text
    self.memory.sections = drafted
    if text != existing { self.memory.revisions += 1 }
  }

  private static func digests(of document: RecordDocument) -> [String: String] {
    var digests: [String: String] = [:]
    for section in document.sections {
      guard let kind = section.kind else { continue }
      digests[kind.heading] = digest(document.normalisedBody(of: section))
    }
    return digests
  }

  private static func digest(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(of: bytes) }
}
