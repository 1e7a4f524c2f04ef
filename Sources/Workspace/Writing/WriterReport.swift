import Casework
import Record
public import Writer

/// What came of asking a writer.
public struct WriterReport: Sendable, Encodable {
  /// What was sent, or would be.
  public var sent: WriterSheet

  /// Whether nothing was sent, because nothing was to be.
  public var isDryRun = false

  /// How many answers there were.
  public var rounds = 0

  /// The sentences in the record, each with the numbers of the facts that it rests on.
  public var sentences: [Sentence] = []

  /// The sentences that are not in the record, each with the reason.
  public var dropped: [DroppedSentence] = []

  /// What is asked of a person, because the writer has no supported prose for it.
  public var asks: [SectionAsk] = []

  init(sent: WriterSheet) {
    self.sent = sent
  }

  /// A sentence in the record.
  public struct Sentence: Sendable, Encodable, Equatable {
    /// Its section.
    public var section: String

    /// What it says.
    public var text: String

    /// The facts that it rests on.
    public var facts: [Int]
  }

  /// A section without supported prose, and how a person supplies it.
  public struct SectionAsk: Sendable, Encodable, Equatable {
    /// The section.
    public var section: String

    /// Why there is none.
    public var why: String

    /// What a good answer holds.
    public var question: String

    /// The command that takes it.
    public var command: String

    /// Whether there is no draft without it; else the section says what the case says, in its own words.
    public var isMandatory: Bool
  }

  mutating func take(_ result: WritingResult, of key: String) {
    rounds = result.rounds
    dropped = result.dropped
    sentences = result.prose.sorted { $0.key < $1.key }.flatMap { section, sentences in
      sentences.map { Sentence(section: section.heading, text: $0.text, facts: $0.facts) }
    }
    asks = result.missing.map { section, why in
      let field = section.askedField
      return SectionAsk(
        section: section.heading, why: why, question: CaseField.named(field)?.help ?? "",
        command: "postmortem set \(key) \(field)='…'", isMandatory: section.isMandatory)
    }
  }
}

extension SectionKind {
  /// The field of the case that its prose is made of, above all.
  fileprivate var askedField: String {
    switch self {
    case .summary: "title"
    case .rootCause: "cause.mechanism"
    case .whyItProducedTheSymptom: "cause.chain"
    case .fix: "fix.reason"
    case .howItWasFound: "repro.reliable_by"
    case .whyItSlippedThrough: "slipped.text"
    case .validation: "validation.new.what"
    case .symptom, .actionItems, .evidence: "title"
    }
  }
}
