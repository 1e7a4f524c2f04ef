public import Record

/// A sentence of a model's that is not in the record, and why.
public struct DroppedSentence: Sendable, Encodable, Equatable {
  /// The section that it was for.
  public var section: String

  /// What it said.
  public var text: String

  /// The facts that it named.
  public var facts: [Int]

  /// Why it cannot stand: the end of a sentence.
  public var why: String

  /// In which answer it came: 1 or 2.
  public var round: Int
}

/// What came of asking a model.
public struct WritingResult: Sendable {
  /// The sentences that stand, by their section.
  public var prose: [SectionKind: [WrittenSentence]] = [:]

  /// Those that do not.
  public var dropped: [DroppedSentence] = []

  /// How many answers there were.
  public var rounds = 0

  /// The sections for which nothing stands, and why.
  public var missing: [(section: SectionKind, why: String)] = []

  /// Nothing yet.
  init() {}
}

/// Asks a model for prose, judges it at once, and asks once more for what could not stand.
public struct ProseRounds {
  /// So many answers at most.
  public static let most = 2

  private let brief: WritingBrief
  private let check: SupportCheck
  private let review: ([(section: SectionKind, text: String)]) throws -> [String?]
  private let gaps: ([SectionKind: [WrittenSentence]]) throws -> [SectionKind: String]

  /// - Parameters:
  ///   - review: why sentences cannot stand by the rules of the review, in their order; nil for those that can.
  ///   - gaps: what sections of these sentences lack.
  public init(
    _ brief: WritingBrief,
    review: @escaping ([(section: SectionKind, text: String)]) throws -> [String?],
    gaps: @escaping ([SectionKind: [WrittenSentence]]) throws -> [SectionKind: String]
  ) {
    self.brief = brief
    check = SupportCheck(brief.facts)
    self.review = review
    self.gaps = gaps
  }

  /// The prose that stands.
  ///
  /// - Parameters:
  ///   - ask: gives the text of an answer.
  ///   - tell: is told of each sentence that cannot stand.
  /// - Throws: what `ask` throws; `WriterError` where an answer is not what was asked for.
  public func run(
    asking ask: (WriterTask) throws -> String, dropping tell: (DroppedSentence) -> Void = { _ in }
  ) throws -> WritingResult {
    var result = WritingResult()
    var wanted = brief.sections
    var lacking: [SectionKind: String] = [:]
    for round in 1...Self.most where !wanted.isEmpty {
      result.rounds = round
      let asked = WritingBrief(facts: brief.facts, sections: wanted)
      // What stands already, and is said again, is neither wanted nor at fault.
      let settled = Set(brief.sections).subtracting(wanted).map(\.heading)
      let written = try AnswerReading.sentences(
        in: ask(asked.task(after: result.dropped + Self.told(lacking, in: round)))
      ).filter { !settled.contains($0.section) }
      let (prose, dropped) = try judged(written, for: wanted, round)
      result.dropped += dropped
      dropped.forEach(tell)
      let found = try gaps(prose)
      for section in wanted {
        let new = prose[section] ?? []
        let old = result.prose[section] ?? []
        let isBetter = lacking[section] != nil || new.count >= old.count
        guard !new.isEmpty, isBetter || old.isEmpty else { continue }
        // What still lacks something takes the place of nothing that lacks nothing.
        if found[section] != nil, !old.isEmpty, lacking[section] == nil { continue }
        result.prose[section] = new
        lacking[section] = found[section]
      }
      let headings = Set(dropped.map(\.section))
      wanted = wanted.filter {
        result.prose[$0] == nil || lacking[$0] != nil || headings.contains($0.heading)
      }
    }
    for (section, why) in lacking {
      result.prose[section] = nil
      result.missing.append((section, why))
    }
    for section in brief.sections where result.prose[section] == nil && lacking[section] == nil {
      result.missing.append((section, "no sentence of it stands"))
    }
    result.missing.sort { $0.section < $1.section }
    return result
  }

  /// What sections lack, as the model is told it.
  private static func told(_ lacking: [SectionKind: String], in round: Int) -> [DroppedSentence] {
    lacking.sorted { $0.key < $1.key }.map {
      DroppedSentence(section: $0.key.heading, text: "", facts: [], why: $0.value, round: round - 1)
    }
  }

  // MARK: One answer

  private func judged(
    _ written: [WrittenSentence], for wanted: [SectionKind], _ round: Int
  ) throws -> (prose: [SectionKind: [WrittenSentence]], dropped: [DroppedSentence]) {
    let places = Dictionary(uniqueKeysWithValues: wanted.map { ($0.heading, $0) })
    let sections = written.map { places[$0.section] }
    var faults = zip(written, sections).map { sentence, section in
      section.map { check.fault(of: sentence, in: $0) } ?? "that section was not asked for"
    }
    let standing = written.indices.filter { faults[$0] == nil }
    let reviewed = try review(
      standing.compactMap { place in sections[place].map { ($0, written[place].text) } })
    for (place, fault) in zip(standing, reviewed) { faults[place] = fault }
    var prose: [SectionKind: [WrittenSentence]] = [:]
    var dropped: [DroppedSentence] = []
    var before: [String: Bool] = [:]
    for (place, sentence) in written.enumerated() {
      var fault = faults[place]
      if fault == nil, before[sentence.section] != true, LeaningWords.begins(sentence.text) {
        fault = "it leans on a sentence before it that is not there"
      }
      if fault == nil, let section = sections[place],
        prose[section]?.contains(where: { $0.text == sentence.text }) == true
      {
        fault = "it is said twice"
      }
      before[sentence.section] = fault == nil
      if let fault {
        dropped.append(
          DroppedSentence(
            section: sentence.section, text: sentence.text, facts: sentence.facts, why: fault, round: round))
      } else if let section = sections[place] {
        prose[section, default: []].append(sentence)
      }
    }
    return (prose, dropped)
  }
}

/// Words at the beginning of a sentence that mean something of the sentence before it.
enum LeaningWords {
  static func begins(_ text: String) -> Bool {
    guard let first = ProseToken.tokens(of: text).first, !first.isCode else { return false }
    return words.contains(first.text.lowercased())
  }

  private static let words: Set<String> = [
    "it", "its", "it's", "they", "their", "them", "this", "that", "these", "those", "he", "she", "then",
    "therefore", "thus", "hence", "so", "consequently", "both", "such", "but", "and", "or", "yet", "still",
    "instead", "however", "thereby", "afterwards", "also", "too", "another", "other", "others", "which",
  ]
}
