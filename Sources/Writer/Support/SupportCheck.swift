import Grounding
public import Record

/// Whether a sentence says only what its facts say, as far as its words tell.
///
/// Every name, path, commit and figure of it, and every word that states something, has to be in the facts that it
/// rests on; it may not deny what they affirm, nor give reasons where they give none. What was seen can be quoted
/// between backticks and supports nothing else, for anybody may have written it. That it leaves out a condition, or
/// says something else in the same words and order, is not seen: a person reads the record before it goes anywhere.
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
      ?? strayClause(of: tokens, behind) ?? strayOrder(of: tokens, behind) ?? strayReason(in: tokens, behind)
      ?? turnedRound(tokens, behind.filter { !$0.isQuotation })
  }

  /// Whether it says the opposite of a fact in the words of the fact.
  private func turnedRound(_ tokens: [ProseToken], _ facts: [FactIndex]) -> String? {
    let tokens = Self.own(tokens, facts)
    return FigureCheck(facts).fault(of: tokens) ?? TurningCheck(facts).fault(of: tokens)
      ?? SequenceCheck(facts).fault(of: tokens)
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
        guard facts.contains(where: { Self.holds($0, code: token.text) }) else {
          return Self.isNowhere("`\(token.text)`")
        }
      } else if !isSupported(token.text, facts.filter { !$0.isQuotation }) {
        return Self.isNowhere(token.text)
      }
    }
    return nil
  }

  /// Whether a fact has what stands between backticks; a function may be written with its parentheses.
  private static func holds(_ fact: FactIndex, code: String) -> Bool {
    fact.holds(code) || code.hasSuffix("()") && fact.holds(String(code.dropLast(2)))
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

  /// Whether each clause is one fact's, and affirms or denies what the clauses nearest to it do.
  private func strayClause(of tokens: [ProseToken], _ facts: [FactIndex]) -> String? {
    let facts = facts.filter { !$0.isQuotation }
    let clauses = FactIndex.clauses(of: Self.own(tokens, facts)).filter { !$0.stems.isEmpty }
    guard !clauses.isEmpty else { return "it states nothing of the facts that it rests on" }
    let known = facts.flatMap(\.clauses)
    let nearest = clauses.map { clause in
      let shared = known.map { $0.stems.intersection(clause.stems).count }
      let most = shared.max() ?? 0
      return most == 0 ? [] : known.indices.filter { shared[$0] == most }
    }
    for (place, clause) in clauses.enumerated() {
      let shared = facts.map { $0.stems.intersection(clause.stems).count }.max() ?? 0
      guard shared * 2 >= clause.stems.count else {
        return "it puts words of several facts together, and none of them says it"
      }
      let near = nearest[place]
      if near.isEmpty || near.contains(where: { known[$0].denies == clause.denies }) { continue }
      if clause.denies { return "it denies something (“not”, “no”), and the fact does not" }
      // One clause of a fact may have become two, of which the other one denies.
      let isDenied = clauses.indices.contains { other in
        clauses[other].denies && nearest[other].contains(where: near.contains)
      }
      guard isDenied else { return "it leaves out a “not” or “no” of the fact" }
    }
    return nil
  }

  /// What is quoted letter by letter is nobody's word.
  private static func own(_ tokens: [ProseToken], _ facts: [FactIndex]) -> [ProseToken] {
    tokens.filter { token in !token.isCode || facts.contains { Self.holds($0, code: token.text) } }
  }

  /// Whether words stand in the order of a fact: who does what to whom is in the order.
  ///
  /// Of the pairs of neighbours in a clause a fifth may be otherwise, and a single pair may.
  private func strayOrder(of tokens: [ProseToken], _ facts: [FactIndex]) -> String? {
    let facts = facts.filter { !$0.isQuotation }
    let words = Self.own(tokens, facts).filter(\.states)
    // Of two words that no fact has together, no fact says in which order they stand.
    let pairs = zip(words, words.dropFirst()).filter { one, other in
      one.clause == other.clause && facts.contains { $0.knows(one) && $0.knows(other) }
    }
    let clauses = Dictionary(grouping: pairs) { $0.0.clause }
    let isStray = clauses.values.contains { pairs in
      let strays = pairs.count { pair in !facts.contains { $0.follows(pair.0, pair.1) } }
      return pairs.count > 1 && strays > pairs.count / 5
    }
    return isStray ? "its words stand in another order than in the facts that it rests on" : nil
  }

  private func strayReason(in tokens: [ProseToken], _ facts: [FactIndex]) -> String? {
    guard let word = tokens.first(where: { !$0.isCode && PlainEnglish.isCausal($0.text) })?.text,
      !facts.contains(where: \.explains)
    else { return nil }
    return "“\(word)” gives a reason, and none of the facts that it rests on does"
  }
}
