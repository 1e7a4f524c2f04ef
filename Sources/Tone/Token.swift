/// A word or a mark of a sentence.
struct Token: Sendable {
  /// The number of the word in the table, or that of a mark; 0 where the word is not known.
  var word: WordTable.Number

  /// Where it stands in the prose of its block.
  var start: Int32
  var end: Int32
}

/// What is no word and yet stands in patterns: each has a fixed number in every table.
enum Mark: WordTable.Number, CaseIterable {
  case code = 1

  /// Of words that no pattern names, `past` and `doing` end in "ed" or "ing"; `proper` begin with a capital, as names of
  /// companies do and the first words of sentences, and `properOwner` end in an apostrophe and an "s", too.
  case quotation, number, name, owner, past, doing, proper, properOwner, comma, semicolon, colon, dash, open,
    close,
    period, question, exclamation

  /// As it is written in patterns.
  var sign: String {
    switch self {
    case .code: "CODE"
    case .quotation: "QUOTE"
    case .number: "NUMBER"
    case .name: "NAME"
    case .owner: "NAME's"
    case .past: "ED"
    case .doing: "ING"
    case .proper: "PROPER"
    case .properOwner: "PROPER's"
    case .comma: ","
    case .semicolon: ";"
    case .colon: ":"
    case .dash: "--"
    case .open: "("
    case .close: ")"
    case .period: "."
    case .question: "QUESTION"
    case .exclamation: "!!"
    }
  }

  /// Whether no gap of a pattern may go across it.
  static func endsClause(_ word: WordTable.Number) -> Bool {
    word >= semicolon.rawValue && word <= exclamation.rawValue
  }

  /// Whether it is a mark that is no noun.
  static func isPunctuation(_ word: WordTable.Number) -> Bool {
    word >= comma.rawValue && word <= exclamation.rawValue
  }
}
