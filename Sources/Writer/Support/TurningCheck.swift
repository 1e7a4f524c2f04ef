/// Whether words that turn what is said (“not”, “before”, “unless”, “lacks”) turn the words that they turn in the facts.
///
/// “Returns before it groups any” does not say that anything is grouped, and “pushes `A` and no `B`” says nothing of
/// no `A`. So a word that a fact has turned alone is turned alike, and no other is.
struct TurningCheck {
  private let facts: [TurnedWords]

  init(_ facts: [FactIndex]) {
    self.facts = facts.map { TurnedWords($0.tokens) }
  }

  func fault(of tokens: [ProseToken]) -> String? {
    let sentence = TurnedWords(tokens)
    return strayTurn(in: sentence) ?? leftOutTurn(in: sentence)
  }

  /// A word that the sentence turns, and no fact does.
  private func strayTurn(in sentence: TurnedWords) -> String? {
    for (turn, place) in sentence.turns {
      let word = sentence.tokens[place]
      let stems = FactIndex.stems(of: word)
      let isKnown = facts.contains { fact in
        fact.turns.contains { other, place in
          other == turn
            && (!FactIndex.stems(of: fact.tokens[place]).isDisjoint(with: stems)
              || TurnedWords.isSame(fact.tokens[place], word))
        }
      }
      if !isKnown { return "\(turn.told) “\(word.text)” stands in none of the facts that it rests on" }
    }
    return nil
  }

  /// A word that the facts have turned alone, and the sentence not.
  private func leftOutTurn(in sentence: TurnedWords) -> String? {
    for (place, word) in sentence.tokens.enumerated() where word.states {
      let known = facts.flatMap { fact in
        fact.tokens.indices.filter { TurnedWords.isSame(fact.tokens[$0], word) }.map { fact.turns(at: $0) }
      }
      guard let first = known.first(where: { !$0.isEmpty })?.first, !known.contains(where: \.isEmpty) else {
        continue
      }
      let own = sentence.turns(at: place)
      let isKept = known.contains { !own.isDisjoint(with: $0) }
      if !isKept { return "it leaves out \(first.told) “\(word.text)”" }
    }
    return nil
  }
}
