/// Whether figures stay with what was measured: “10 of 10 before the fix” is never said of the runs after it.
///
/// What a fact measured on sides is repeated part by part, each figure with its side, or left out whole: beside such
/// figures nothing is put in, and without them nothing is taken.
struct FigureCheck {
  /// What facts measured, as lists of the parts of a sentence.
  private let measured: [[FigureStatement]]

  /// The sentences of facts that measured nothing on a side.
  private let others: [[ProseToken]]

  init(_ facts: [FactIndex]) {
    let sentences = facts.flatMap { fact in
      Dictionary(grouping: fact.tokens, by: \.sentence).sorted { $0.key < $1.key }.map(\.value)
    }
    let statements = sentences.map(FigureStatement.all)
    measured = statements.filter(Self.measures)
    others = zip(sentences, statements).filter { !Self.measures($0.1) }.map(\.0)
  }

  private static func measures(_ statements: [FigureStatement]) -> Bool {
    let figures = statements.flatMap(\.figures)
    return statements.contains { !$0.sides.isEmpty }
      && (figures.count > 1 || figures.contains { $0.contains(" of ") })
  }

  func fault(of tokens: [ProseToken]) -> String? {
    if let figure = strayFigure(in: tokens) { return "its facts have “\(figure)” beside other words" }
    guard !measured.isEmpty else { return nil }
    for statement in FigureStatement.all(of: tokens) where !isOfOthers(statement) {
      if statement.figures.isEmpty {
        if statement.sides.isEmpty, isAside(statement) { continue }
        return "it takes words of a measured fact without the figures and the side that belong to them"
      }
      guard statement.sides.count == 1 else {
        return
          "“\(statement.figures[0])” needs the one side (“before the fix”, “after it”) that its fact has beside it"
      }
      guard measured.contains(where: { Self.has($0, statement) }) else {
        return "its facts do not have “\(statement.figures[0])” on that side, and in those words"
      }
    }
    return nil
  }

  // MARK: Sides

  /// Whether a part of the sentence rests on facts that measured nothing.
  private func isOfOthers(_ statement: FigureStatement) -> Bool {
    let known = others.map { sentence in
      sentence.reduce(into: Set<String>()) { $0.formUnion(Self.keys(of: $1)) }
    }
    return statement.sides.isEmpty
      && statement.tokens.filter(\.states).allSatisfy { token in
        known.contains { !$0.isDisjoint(with: Self.keys(of: token)) }
      }
  }

  private static func keys(of token: ProseToken) -> Set<String> {
    token.isCode
      ? Set([token.text] + token.parts + ProseToken.tokens(of: token.text).map(\.text))
      : [token.text, FigureStatement.content(of: token)]
  }

  /// Whether it is what a measured fact says beside its figures.
  private func isAside(_ statement: FigureStatement) -> Bool {
    measured.joined().contains {
      $0.figures.isEmpty && $0.sides.isEmpty && $0.content.isSuperset(of: statement.content)
    }
  }

  /// Whether a fact has these figures, in this order, on this side and in these words.
  private static func has(_ fact: [FigureStatement], _ wanted: FigureStatement) -> Bool {
    let head = fact.first { !$0.figures.isEmpty }
    let plain = Set(fact.flatMap(\.tokens).map { $0.text.lowercased() }).union(fillers)
    let isPlain = wanted.tokens.indices.allSatisfy { place in
      let token = wanted.tokens[place]
      return token.states || plain.contains(token.text.lowercased())
        || FigureStatement.side(at: place, of: wanted.tokens) != nil
    }
    return isPlain
      && fact.contains { part in
        guard part.sides == wanted.sides, holds(part.figures, wanted.figures) else { return false }
        let words = part.tokens + (part.isContinued ? [] : head?.tokens ?? [])
        return wanted.tokens.filter(\.states).allSatisfy { token in
          words.contains { isSame($0, token) }
            && (!isCount(token) || part.tokens.contains { isSame($0, token) })
        }
      }
  }

  private static func isCount(_ token: ProseToken) -> Bool { FigureStatement.figure(token) != nil }

  /// Whether a word is one of the fact, or the command that its code begins with.
  private static func isSame(_ known: ProseToken, _ token: ProseToken) -> Bool {
    guard known.isCode else {
      return FigureStatement.content(of: known) == FigureStatement.content(of: token)
    }
    return known.text.hasPrefix(token.text)
  }

  private static func holds(_ figures: [String], _ wanted: [String]) -> Bool {
    var rest = figures[...]
    return wanted.allSatisfy { figure in
      guard let place = rest.firstIndex(of: figure) else { return false }
      rest = rest[(place + 1)...]
      return true
    }
  }

  /// Words that say nothing of when or how often something was so.
  private static let fillers: Set<String> = [
    "a", "an", "the", "of", "out", "in", "on", "it", "its", "that", "this", "was", "were", "is", "are", "had",
    "has",
    "and", "but", "while", "fix", "bug",
  ]

  // MARK: Figures without a side

  /// A figure of a fact with several that stands before another word than there.
  private func strayFigure(in tokens: [ProseToken]) -> String? {
    let words = tokens.filter(\.states)
    for (one, other) in zip(words, words.dropFirst()) where one.clause == other.clause {
      guard let figure = FigureStatement.figure(one) else { continue }
      let having = (others + measured.map { $0.flatMap(\.tokens) }).filter { sentence in
        sentence.contains { FigureStatement.figure($0) == figure }
      }
      let isSingle = having.contains { $0.count(where: Self.isCount) == 1 }
      guard !having.isEmpty, !isSingle else { continue }
      let stands = having.contains { sentence in
        let known = sentence.filter(\.states)
        return zip(known, known.dropFirst()).contains {
          FigureStatement.figure($0) == figure && Self.isSame($1, other)
        }
      }
      guard stands || !measured.isEmpty else { return figure }
    }
    return nil
  }
}
