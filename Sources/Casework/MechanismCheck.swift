/// Tells a mechanism from a hypothesis, by its words.
///
/// It stands before the gate, so it is careful in one direction: it objects only where it can name the words.
public enum MechanismCheck {
  /// What speaks against `text` as a mechanism, in one sentence that names the words; nil where nothing does.
  public static func doubt(about text: String) -> String? {
    // A zero-width space in a word is not seen.
    let seen = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
    // Code and quotations may hedge as they like.
    let prose = String(decoding: Quotation.removed(from: Array(seen.utf8), alsoCode: true), as: UTF8.self)
    let words = prose.lowercased().split { !($0.isLetter || $0.isNumber || "'’_".contains($0)) }.map(
      String.init)
    for phrase in hedges where contains(phrase, in: words) {
      return
        "“\(phrase.joined(separator: " "))” makes it a hypothesis: state the mechanism, or go on looking."
    }
    if let first = words.first, possibilities.contains(first) {
      return "“\(first)” makes it a hypothesis: state the mechanism, or go on looking."
    }
    if words.first == "hypothesis" {
      return "“hypothesis” makes it one: state the mechanism, or go on looking."
    }
    if asks(prose) { return "It asks (“?”): state the mechanism, or go on looking." }
    if let vague = vaguePhrases.first(where: { contains($0, in: words) }), !namesSomething(text) {
      return
        "“\(vague.joined(separator: " "))” names no function, condition or event: which code does what, and when?"
    }
    if words.count < 5 && !namesSomething(text) {
      return "“\(text)” is too short for a mechanism: which code does what under which condition?"
    }
    return nil
  }

  /// Whether a sentence ends in a question mark; one behind a type, an operator or in a link asks nothing.
  private static func asks(_ prose: String) -> Bool {
    prose.split(whereSeparator: \.isWhitespace).contains { word in
      let core = word.reversed().drop { ")”\"'".contains($0) }
      guard core.first == "?", core.count > 1, let first = word.first else { return false }
      return first.isLowercase && !word.contains("/")
    }
  }

  /// Words by which a writer says that they do not know.
  private static let hedges: [[String]] = [
    ["probably"], ["is", "possibly"], ["was", "possibly"], ["possibly", "the"], ["possibly", "because"],
    ["possibly", "due"], ["prob"], ["perhaps"], ["maybe"], ["presumably"], ["apparently"],
    ["supposedly"], ["potentially"],
    ["most", "likely"], ["very", "likely"], ["quite", "likely"], ["is", "likely"], ["likely", "that"],
    ["suspected"],
    ["we", "think"], ["i", "think"], ["we", "believe"], ["i", "believe"], ["we", "suspect"],
    ["i", "suspect"],
    ["we", "guess"], ["i", "guess"], ["i'm", "guessing"], ["our", "guess"], ["my", "guess"],
    ["we", "assume"],
    ["i", "assume"], ["believed", "to", "be"], ["seems", "to"], ["seem", "to"], ["appears", "to"],
    ["appear", "to"],
    ["it", "seems"], ["seems", "like"], ["looks", "like"], ["it", "appears", "that"], ["not", "sure"],
    ["unclear"],
    ["our", "theory"], ["some", "kind", "of"], ["some", "sort", "of"], ["somehow"], ["might", "have"],
    ["could", "have", "been"], ["may", "have", "been"], ["could", "be", "the"], ["could", "be", "a"],
    ["could", "be", "an"], ["could", "be", "that"], ["could", "be", "caused"], ["could", "be", "due"],
    ["could", "be", "related"], ["cause", "could", "be"], ["cause", "might", "be"], ["cause", "may", "be"],
    ["cause", "is", "unknown"], ["cause", "is", "not", "known"], ["be", "to", "blame"],
    ["in", "all", "likelihood"], ["it", "is", "assumed"], ["is", "assumed", "to"], ["this", "should", "be"],
    ["must", "be", "the", "one"], ["must", "be", "the", "cause"], ["must", "be", "the", "culprit"],
    ["hypothesis", "is"], ["our", "hypothesis"], ["my", "hypothesis"], ["todo"], ["tbd"],
    ["vermutlich"], ["wahrscheinlich"], ["vielleicht"], ["anscheinend"], ["mutmaßlich"],
    ["höchstwahrscheinlich"],
    ["ist", "möglicherweise"], ["war", "möglicherweise"], ["liegt", "möglicherweise"],
    ["möglicherweise", "weil"], ["möglicherweise", "wegen"], ["möglicherweise", "durch"],
    ["wir", "vermuten"], ["ich", "vermute"], ["wir", "glauben"], ["ich", "glaube"], ["wir", "nehmen", "an"],
    ["ich", "nehme", "an"], ["es", "scheint"], ["irgendwie"], ["nicht", "sicher"], ["unklar"],
  ]

  /// Words that hedge at the beginning; further on they may tell what a program does in some runs and not in others.
  private static let possibilities: Set<String> = ["possibly", "möglicherweise", "womöglich"]

  /// Phrases that name a class of causes and no cause.
  private static let vaguePhrases: [[String]] = [
    ["race", "condition"], ["a", "race"], ["timing", "issue"], ["timing", "problem"],
    ["synchronization", "issue"],
    ["synchronisation", "issue"], ["synchronization", "problem"], ["concurrency", "issue"],
    ["memory", "issue"],
    ["memory", "corruption"], ["edge", "case"], ["corner", "case"], ["logic", "error"], ["bad", "state"],
    ["configuration", "issue"], ["network", "issue"], ["performance", "issue"], ["human", "error"],
    ["regression"],
    ["off", "by", "one"], ["null", "pointer"], ["use", "after", "free"], ["deadlock"], ["memory", "leak"],
  ]

  private static func contains(_ phrase: [String], in words: [String]) -> Bool {
    guard words.count >= phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
  }

  /// Whether the text names something of the code: an identifier, a call, a path, or code in backticks.
  public static func namesSomething(_ text: String) -> Bool {
    if text.contains("`") { return true }
    return text.split { " \t\n,;".contains($0) }.contains { word in
      let core = word.drop { "(\"'“".contains($0) }
      if proseNames.contains(core.lowercased().filter { $0.isLetter || $0 == "/" }) { return false }
      if core.contains("(") || core.contains("_") || core.contains("::") || core.contains("->") {
        return true
      }
      let inner = core.dropFirst()
      let hasCapitalInside = inner.contains(where: \.isUppercase) && core.contains(where: \.isLowercase)
      let isDotted = inner.dropLast().contains(".") && core.contains(where: \.isLetter)
      let isPath = core.contains("/") && core.count > 3
      return hasCapitalInside || isDotted || isPath
    }
  }

  /// Words of prose that have the shape of names in code.
  private static let proseNames: Set<String> = [
    "and/or", "eg", "ie", "etc", "vs", "macos", "ios", "ipados", "github", "gitlab", "javascript",
    "typescript",
    "mysql", "postgresql", "sqlite", "freebsd", "openbsd", "either/or", "w/o", "n/a", "tcp/ip", "i/o", "v",
    "",
  ]
}
