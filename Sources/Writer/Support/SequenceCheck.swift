/// Whether names, and what stands on both sides of a comma, an “and” or a “so”, follow each other as in a fact.
///
/// Who does what to whom, and what leads to what, is in the order: “A, so B” and “B, so A” have the same words.
struct SequenceCheck {
  private let facts: [[ProseToken]]

  init(_ facts: [FactIndex]) {
    self.facts = facts.map { WordSequence.words(of: $0.tokens) }
  }

  func fault(of tokens: [ProseToken]) -> String? {
    let words = WordSequence.words(of: tokens)
    return strayNames(in: words) ?? strayJoint(in: words, of: tokens)
  }

  private func strayNames(in words: [ProseToken]) -> String? {
    let names = words.filter(\.isName)
    for (place, one) in names.enumerated() {
      for other in names[(place + 1)...] where one.name != other.name {
        switch order(of: one, other) {
        case true: continue
        case false: return "“\(one.name)” and “\(other.name)” stand the other way round in its facts"
        case nil where one.clause == other.clause:
          return "no fact that it rests on has “\(one.name)” and “\(other.name)” together"
        default: continue
        }
      }
    }
    return nil
  }

  /// Two words that follow each other over a joint, or of which the first is a name, in the other order than in each fact that has both.
  private func strayJoint(in words: [ProseToken], of tokens: [ProseToken]) -> String? {
    let gives = tokens.contains { !$0.isCode && PlainEnglish.isCausal($0.text) }
    for (one, other) in zip(words, words.dropFirst()) where one.clause != other.clause || one.isName {
      switch order(of: one, other) {
      case true: continue
      case false:
        return "“\(one.text)” and “\(other.text)” stand the other way round in its facts"
      case nil where gives && one.clause != other.clause:
        return "no fact that it rests on leads from “\(one.text)” to “\(other.text)”"
      default: continue
      }
    }
    return nil
  }

  /// Whether one stands before the other in a fact that has both; nil where none has.
  private func order(of one: ProseToken, _ other: ProseToken) -> Bool? {
    var order: Bool?
    for words in facts {
      guard let first = words.firstIndex(where: { TurnedWords.isSame($0, one) }),
        let last = words.lastIndex(where: { TurnedWords.isSame($0, other) })
      else { continue }
      if first < last || first == last && words[first].isCode { return true }
      order = false
    }
    return order
  }
}
