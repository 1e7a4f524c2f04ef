import Grounding
public import Record

/// Whether a sentence says only what its facts say, as far as its words tell.
///
/// Every name, path, commit and figure of it, and every word that states something, has to be in the facts that it
/// rests on; it may not deny what they affirm, nor give reasons where they give none. That its words stand in another
/// order, and so say something else, is not seen: a person reads the record before it goes anywhere.
public struct SupportCheck: Sendable {
  /// A sentence of more bytes is two.
  static let longestSentence = 400

  /// A sentence that rests on more facts than that rests on none.
  static let mostFacts = 6

  private let facts: [FactIndex]

  /// A check against facts, which are numbered from 1.
  public init(_ facts: [WritingFact]) {
    self.facts = facts.map(FactIndex.init)
  }

  /// Why a sentence cannot stand, to be said to the model and to people; nil where it can.
  public func fault(of sentence: WrittenSentence, in section: SectionKind) -> String? {
    if let fault = SentenceShape.fault(of: sentence.text) { return fault }
    guard !sentence.facts.isEmpty else { return "it names no fact that it rests on" }
    if let stray = sentence.facts.first(where: { !(1...facts.count).contains($0) }) {
      return "there is no fact \(stray)"
    }
    let named = Set(sentence.facts)
    guard named.count <= Self.mostFacts else {
      return "it names \(named.count) facts; a sentence rests on \(Self.mostFacts) at most"
    }
    let behind = named.sorted().map { facts[$0 - 1] }
    let tokens = ProseToken.tokens(of: sentence.text)
    return missingClaim(of: sentence.text, in: section, behind) ?? missingWord(of: tokens, behind)
      ?? strayClause(of: tokens, behind) ?? strayReason(in: tokens, behind)
  }

  // MARK: Names and figures

  /// What the review takes for a claim.
  private func missingClaim(of text: String, in section: SectionKind, _ facts: [FactIndex]) -> String? {
    let record = RecordDocument(Array("## \(section.heading)\n\n\(text)\n".utf8))
    return ClaimReader.claims(in: record).map(\.text).first { claim in
      !facts.contains { $0.holds(claim) || $0.words.contains(claim) }
    }.map(Self.isNowhere)
  }

  // MARK: Words

  private func missingWord(of tokens: [ProseToken], _ facts: [FactIndex]) -> String? {
    for token in tokens {
      if token.isCode {
        let bare = token.text.hasSuffix("()") ? String(token.text.dropLast(2)) : token.text
        guard facts.contains(where: { $0.holds(token.text) || $0.holds(bare) }) else {
          return Self.isNowhere("`\(token.text)`")
        }
      } else if !isSupported(token.text, facts) {
        return Self.isNowhere(token.text)
      }
    }
    return nil
  }

  private func isSupported(_ word: String, _ facts: [FactIndex]) -> Bool {
    if PlainEnglish.contains(word) || PlainEnglish.isNegation(word) { return true }
    let word = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
    let figure = PlainEnglish.figure(word) ?? word.withoutThousands
    if facts.contains(where: { $0.words.contains(word) || $0.words.contains(figure) || $0.holds(word) }) {
      return true
    }
    guard !Self.isExact(word) else { return false }
    let stem = WordStem.stem(word)
    return facts.contains { $0.stems.contains(stem) }
  }

  /// Whether it has to stand in a fact letter by letter: a name of the code, a path, a figure.
  private static func isExact(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.contains { (0x30...0x39).contains($0) || "_/:.".utf8.contains($0) }
      || bytes.dropFirst().contains { (0x41...0x5A).contains($0) }
  }

  private static func isNowhere(_ word: String) -> String {
    "“\(word)” is in none of the facts that it rests on"
  }

  // MARK: Clauses

  /// Whether each clause is one fact's, and affirms or denies what the clause nearest to it does.
  private func strayClause(of tokens: [ProseToken], _ facts: [FactIndex]) -> String? {
    let clauses = FactIndex.clauses(of: tokens).filter { !$0.stems.isEmpty }
    guard !clauses.isEmpty else { return "it states nothing of the facts that it rests on" }
    for clause in clauses {
      let shared = facts.map { $0.stems.intersection(clause.stems).count }.max() ?? 0
      guard shared * 2 >= clause.stems.count else {
        return "it puts words of several facts together, and none of them says it"
      }
      let near = facts.flatMap(\.clauses).map { ($0.denies, $0.stems.intersection(clause.stems).count) }
      let most = near.map(\.1).max() ?? 0
      guard most == 0 || near.contains(where: { $0.1 == most && $0.0 == clause.denies }) else {
        return clause.denies
          ? "it denies something (“not”, “no”), and the fact does not"
          : "it leaves out a “not” or “no” of the fact"
      }
    }
    return nil
  }

  private func strayReason(in tokens: [ProseToken], _ facts: [FactIndex]) -> String? {
    guard let word = tokens.first(where: { !$0.isCode && PlainEnglish.isCausal($0.text) })?.text,
      !facts.contains(where: \.explains)
    else { return nil }
    return "“\(word)” gives a reason, and none of the facts that it rests on does"
  }
}
