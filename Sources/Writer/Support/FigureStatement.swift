/// A part of a text that says something with figures: “in 0 of 10 runs after the fix”.
struct FigureStatement {
  /// Before or after a change.
  enum Side {
    case before
    case after
  }

  /// Its words.
  var tokens: [ProseToken] = []

  /// Its figures in their order; “0 of 10” is one, for neither half of it says what was measured.
  var figures: [String] = []

  /// The sides that it names.
  var sides: Set<Side> = []

  /// Whether its side is that of the statement before it, as of an interval behind its rate.
  var isContinued = false

  /// What its words come to that state something; of code its text.
  var content: Set<String> {
    Set(tokens.filter(\.states).map(Self.content))
  }

  static func content(of token: ProseToken) -> String {
    token.isCode ? token.text : figure(token) ?? WordStem.stem(token.text)
  }

  /// The statements of a text.
  ///
  /// A mark or an “and” ends one. “Before the fix, …” belongs to the figures behind it, and a figure without a side
  /// to the side before it.
  static func all(of tokens: [ProseToken]) -> [FigureStatement] {
    var statements: [FigureStatement] = []
    var waiting: FigureStatement?
    for part in parts(of: tokens) {
      var statement = FigureStatement(tokens: part, figures: figures(of: part), sides: sides(of: part))
      if let before = waiting {
        waiting = nil
        if statement.sides.isEmpty {
          statement.tokens = before.tokens + part
          statement.sides = before.sides
        } else {
          statements.append(before)
        }
      }
      if statement.figures.isEmpty, !statement.sides.isEmpty {
        waiting = statement
        continue
      }
      if !statement.figures.isEmpty, statement.sides.isEmpty,
        let last = statements.last(where: { !$0.figures.isEmpty })
      {
        statement.sides = last.sides
        statement.isContinued = !last.sides.isEmpty
      }
      statements.append(statement)
    }
    if let waiting { statements.append(waiting) }
    return statements
  }

  private static func parts(of tokens: [ProseToken]) -> [[ProseToken]] {
    var parts: [[ProseToken]] = []
    for token in tokens {
      let isNew = parts.last?.last?.clause != token.clause || !token.isCode && joins.contains(token.text)
      if isNew { parts.append([token]) } else { parts[parts.count - 1].append(token) }
    }
    return parts
  }

  private static let joins: Set<String> = ["and", "but", "while", "whereas", "then", "although", "though"]

  // MARK: Figures

  private static func figures(of tokens: [ProseToken]) -> [String] {
    var figures: [String] = []
    var place = 0
    while place < tokens.count {
      guard let one = figure(tokens[place]) else {
        place += 1
        continue
      }
      let behind = tokens[(place + 1)...].drop { ["out", "of", "the"].contains($0.text) && !$0.isCode }
      let isRate = tokens[(place + 1)..<behind.startIndex].contains { $0.text == "of" }
      if isRate, let other = behind.first.flatMap(figure) {
        figures.append("\(one) of \(other)")
        place = behind.startIndex + 1
      } else {
        figures.append(one)
        place += 1
      }
    }
    return figures
  }

  /// The figure that a word is, without what parts its thousands; nil where it is a date, a commit or another name.
  static func figure(_ token: ProseToken) -> String? {
    guard !token.isCode else { return nil }
    if let figure = PlainEnglish.figure(token.text) { return figure }
    let bytes = Array(token.text.utf8)
    let unit = bytes.reversed().prefix { (0x61...0x7A).contains($0 | 0x20) }
    let digits = bytes.dropLast(unit.count)
    let isFigure = digits.allSatisfy { (0x30...0x39).contains($0) || $0 >= 0x80 || ".,".utf8.contains($0) }
    guard let first = digits.first, (0x30...0x39).contains(first), isFigure, unit.count <= 3 else {
      return nil
    }
    return token.text.withoutThousands
  }

  // MARK: Sides

  private static func sides(of tokens: [ProseToken]) -> Set<Side> {
    Set(tokens.indices.compactMap { side(at: $0, of: tokens) })
  }

  /// The side that a word names.
  static func side(at place: Int, of tokens: [ProseToken]) -> Side? {
    guard !tokens[place].isCode else { return nil }
    let word = tokens[place].text.lowercased()
    if word == "with" || word == "without" {
      let next = tokens[(place + 1)...].first { !["the", "a", "this"].contains($0.text) }
      guard let next, next.text == "it" || next.text == "fix" else { return nil }
    }
    return words[word]
  }

  private static let words: [String: Side] = [
    "before": .before, "without": .before, "old": .before, "former": .before, "previous": .before,
    "earlier": .before, "unfixed": .before, "unpatched": .before, "after": .after, "with": .after,
    "new": .after,
    "fixed": .after, "patched": .after, "now": .after, "later": .after, "afterwards": .after,
  ]
}
