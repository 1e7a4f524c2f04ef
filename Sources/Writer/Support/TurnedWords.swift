/// Which words of a text are turned by a word before them: said not to be so, or only under a condition.
struct TurnedWords {
  /// What turns a word; two words that turn alike are one.
  enum Turn: String {
    case not
    case before
    case until
    case unless
    case when
    case whether
    case instead
    case lack
    case fail

    var told: String {
      switch self {
      case .not: "a “not” or “no” of"
      case .when: "the “when” or “if” before"
      case .instead: "the “instead” or “rather than” before"
      case .fail: "the “fails to” before"
      case .lack: "a word that something is lacking beside"
      default: "the “\(rawValue)” before"
      }
    }
  }

  let tokens: [ProseToken]

  /// The turns with the places of the words that they turn.
  private(set) var turns: [(turn: Turn, place: Int)] = []

  init(_ tokens: [ProseToken]) {
    self.tokens = tokens
    for place in tokens.indices {
      guard let turn = turn(at: place) else { continue }
      let turned = words(behind: place)
      turns += turned.map { (turn, $0) }
      // “An event that never comes”: there is nothing behind it to turn.
      if turned.isEmpty, turn == .not, let before = word(before: place) { turns.append((turn, before)) }
    }
  }

  func turns(at place: Int) -> Set<Turn> { Set(turns.filter { $0.place == place }.map(\.turn)) }

  /// Whether two words are one, up to its form; of code a part that is written by itself is it, too.
  static func isSame(_ known: ProseToken, _ word: ProseToken) -> Bool {
    if known.text == word.text { return true }
    if known.isCode {
      return ProseToken.tokens(of: known.text).contains {
        $0.text == word.name || $0.parts.contains(word.name)
      }
    }
    if word.isCode { return known.text == word.name }
    return FigureStatement.content(of: known) == FigureStatement.content(of: word)
  }

  // MARK: Reading

  private func turn(at place: Int) -> Turn? {
    let token = tokens[place]
    guard !token.isCode else { return nil }
    if PlainEnglish.isNegation(token.text) { return .not }
    let word = token.text.lowercased()
    if let turn = Self.turns[word] { return turn }
    let stem = WordStem.stem(word)
    if stem == "fail" { return isNext("to", place) ? .fail : nil }
    return Self.lacks.contains(stem) ? .lack : nil
  }

  private func isNext(_ word: String, _ place: Int) -> Bool {
    place + 1 < tokens.count && tokens[place + 1].text.lowercased() == word
  }

  /// The next word that states something, and those that it only leads to (“any”, “longer”).
  private func words(behind place: Int) -> [Int] {
    var words: [Int] = []
    for next in tokens.indices[(place + 1)...] {
      guard tokens[next].clause == tokens[place].clause else { break }
      let word = tokens[next].text.lowercased()
      // “Before the fix” is a time, and turns nothing.
      if !tokens[next].isCode, word == "fix" || word == "bug" { break }
      guard tokens[next].states || Self.nouns.contains(word) else { continue }
      words.append(next)
      if tokens[next].isCode || !Self.leading.contains(word) { break }
    }
    return words
  }

  private func word(before place: Int) -> Int? {
    tokens.indices[..<place].last { tokens[$0].states && tokens[$0].clause == tokens[place].clause }
  }

  private static let turns: [String: Turn] = [
    "before": .before, "until": .until, "unless": .unless, "if": .when, "when": .when, "whenever": .when,
    "whether": .whether, "instead": .instead, "rather": .instead,
  ]

  /// What says that something is not there or not done, by its stem.
  private static let lacks = Set(
    ["lack", "forget", "omit", "skip", "prevent", "avoid", "refuse", "miss", "ignore", "suppress"].map(
      WordStem.stem))

  /// Words that state nothing by themselves, and are what is denied: “no record”.
  private static let nouns: Set<String> = [
    "record", "cause", "symptom", "mechanism", "reason", "fact", "case", "behaviour", "behavior", "way",
    "point",
    "place", "time", "step", "part", "side", "state",
  ]

  private static let leading: Set<String> = [
    "any", "all", "every", "longer", "ever", "even", "more", "only", "yet",
  ]
}

extension ProseToken {
  /// Its text; of a function without its parentheses.
  var name: String { text.hasSuffix("()") ? String(text.dropLast(2)) : text }
}
