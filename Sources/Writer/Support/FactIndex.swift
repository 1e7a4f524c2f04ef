import Record

/// A fact as sentences are held against it.
struct FactIndex {
  /// What it says.
  let text: String

  /// Its words and code spans; none of a quotation.
  let tokens: [ProseToken]

  /// Whether it says why something is so.
  let explains: Bool

  /// Whether it can be quoted, and vouches for nothing.
  let isQuotation: Bool

  /// Names, figures and all else that has to be written as the fact has it.
  let words: Set<String>

  /// What its words come to without their endings.
  let stems: Set<String>

  /// Where each of them stands among the words that state something, counted from 0.
  private let places: [String: [Int]]

  /// Its clauses: what they are about, and whether they deny it.
  let clauses: [Clause]

  struct Clause {
    var stems: Set<String> = []
    var denies = false
  }

  init(_ fact: WritingFact) {
    text = fact.text
    isQuotation = fact.kind == .quotes
    guard !isQuotation else {
      (tokens, explains, words, stems, clauses, places) = ([], false, [], [], [], [:])
      return
    }
    var words: Set<String> = []
    var stems: Set<String> = []
    let tokens = ProseToken.tokens(of: fact.text)
    self.tokens = tokens
    for token in tokens {
      words.formUnion(Self.forms(of: token))
      stems.formUnion(Self.stems(of: token))
      // Code between backticks has words of its own, with their marks.
      if token.isCode {
        for inner in ProseToken.tokens(of: token.text) { words.formUnion(Self.forms(of: inner)) }
      }
    }
    self.words = words
    self.stems = stems
    var places: [String: [Int]] = [:]
    for (place, token) in tokens.filter(\.states).enumerated() {
      for stem in Self.stems(of: token) { places[stem, default: []].append(place) }
    }
    self.places = places
    clauses = Self.clauses(of: tokens).map { clause in
      Clause(stems: clause.stems, denies: clause.denies || fact.kind == .denies)
    }
    explains = fact.kind == .explains || tokens.contains { !$0.isCode && PlainEnglish.isCausal($0.text) }
  }

  /// A token and the words within it.
  ///
  /// A part of a date or of a figure is no figure; the line of a file is.
  private static func forms(of token: ProseToken) -> [String] {
    let parts = token.parts.filter { part in
      token.text.contains(":") || !part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return [token.text, token.text.withoutThousands] + parts
  }

  /// The clauses of a text, those without a word of their own left out.
  static func clauses(of tokens: [ProseToken]) -> [Clause] {
    var clauses: [Int: Clause] = [:]
    for token in tokens {
      if !token.isCode, PlainEnglish.isNegation(token.text) {
        clauses[token.clause, default: Clause()].denies = true
      } else if token.states {
        clauses[token.clause, default: Clause()].stems.formUnion(stems(of: token))
      }
    }
    return clauses.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What the words of a token come to, those within a name included.
  static func stems(of token: ProseToken) -> Set<String> {
    var stems: Set<String> = [
      WordStem.stem(token.text), PlainEnglish.figure(token.text) ?? token.text.withoutThousands,
    ]
    for part in token.parts {
      stems.insert(WordStem.stem(part))
      for word in part.split(separator: "_") { stems.insert(WordStem.stem(String(word))) }
    }
    return stems
  }

  /// Whether a word is among those that state something here.
  func knows(_ token: ProseToken) -> Bool { Self.stems(of: token).contains { places[$0] != nil } }

  /// How far apart words may stand that a sentence has side by side.
  private static let widestGap = 4

  /// Whether two words that a sentence has side by side stand in the same order here, and near each other.
  func follows(_ one: ProseToken, _ other: ProseToken) -> Bool {
    let (before, after) = (Self.stems(of: one), Self.stems(of: other))
    let starts = before.flatMap { places[$0] ?? [] }
    let ends = after.flatMap { places[$0] ?? [] }
    return starts.contains { start in ends.contains { (1...Self.widestGap).contains($0 - start) } }
  }

  /// Whether it holds a text as it is written, and not as a part of a longer name.
  func holds(_ wanted: String) -> Bool {
    let (text, wanted) = (Array(self.text.utf8), Array(wanted.utf8))
    guard !wanted.isEmpty, wanted.count <= text.count else { return false }
    var start = 0
    while start + wanted.count <= text.count {
      guard text[start...].starts(with: wanted) else {
        start += 1
        continue
      }
      let end = start + wanted.count
      let isCutBefore = start > 0 && Self.isWord(text[start - 1]) && Self.isWord(text[start])
      let isCutBehind = end < text.count && Self.isWord(text[end]) && Self.isWord(text[end - 1])
      if !isCutBefore, !isCutBehind { return true }
      start += 1
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}

extension ProseToken {
  /// Whether it states something by itself.
  var states: Bool { isCode || !PlainEnglish.contains(text) && !PlainEnglish.isNegation(text) }
}

extension String {
  /// A figure without the commas that part its thousands.
  var withoutThousands: String {
    let isFigure = utf8.allSatisfy { (0x30...0x39).contains($0) || ",.".utf8.contains($0) }
    return isFigure ? filter { $0 != "," } : self
  }
}
