import Declaration

/// Reads the words of a command line from left to right and gives each to the field it belongs to.
struct WordScanner {
  /// The words that are not read yet.
  private(set) var rest: ArraySlice<String>
  private var values: [Vocabulary.Owner: FieldValues] = [:]
  private var optionsHaveEnded = false

  init(_ words: [String]) {
    rest = words[...]
  }

  /// The texts gathered for one owner's fields.
  func values(of owner: Vocabulary.Owner) -> FieldValues {
    values[owner] ?? FieldValues()
  }

  /// Reads options up to the first word that is none, which names the operation.
  mutating func scanToOperation() throws(CommandLineError.Fact) -> String? {
    let vocabulary = Vocabulary(operation: nil)
    while let word = rest.popFirst() {
      if word == "--" || !word.looksLikeOption { return word == "--" ? rest.popFirst() : word }
      try scanOption(word, vocabulary)
    }
    return nil
  }

  /// Reads the second word of an operation's name, and options before it; reads nothing where there is none of these.
  mutating func scanSecondWord(among words: [String]) -> String? {
    var ahead = self
    let vocabulary = Vocabulary(operation: [])
    while let word = ahead.rest.popFirst(), word != "--" {
      if !word.looksLikeOption {
        guard words.contains(word) else { return nil }
        self = ahead
        return word
      }
      guard (try? ahead.scanOption(word, vocabulary)) != nil else { return nil }
    }
    return nil
  }

  /// Reads all words that remain as the options and arguments of an operation.
  mutating func scan(operation fields: [FieldDeclaration]) throws(CommandLineError.Fact) {
    let vocabulary = Vocabulary(operation: fields)
    let behind = vocabulary.arguments.first { $0.argumentParsing == .postTerminator }
    var arguments = vocabulary.arguments.filter { $0.argumentParsing == .remaining }[...]
    while let word = rest.popFirst() {
      let isOperand =
        optionsHaveEnded || !word.looksLikeOption
        || (word.isNegativeNumber && arguments.first?.isNumeric == true)
      if isOperand {
        guard let field = (optionsHaveEnded ? behind : nil) ?? arguments.first else {
          if let behind { throw .beforeTerminator(word, behind) }
          throw .unexpectedArgument(word)
        }
        values[.operation, default: FieldValues()].append(word, to: field.key)
        if !field.isRepeated { arguments.removeFirst() }
      } else if word == "--" {
        optionsHaveEnded = true
      } else {
        try scanOption(word, vocabulary)
      }
    }
  }

  private mutating func scanOption(
    _ word: String, _ vocabulary: Vocabulary
  ) throws(CommandLineError.Fact) {
    if word.utf8.starts(with: "--".utf8) {
      try scanLongOption(word, vocabulary)
    } else {
      try scanLetters(word, vocabulary)
    }
  }

  /// `--name`, `--name value` or `--name=value`.
  private mutating func scanLongOption(
    _ word: String, _ vocabulary: Vocabulary
  ) throws(CommandLineError.Fact) {
    // By scalars: a combining mark behind the equals sign would hide it from a comparison of characters.
    let scalars = word.unicodeScalars.dropFirst(2)
    let parts = scalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map { String($0) } ?? ""
    guard let entry = vocabulary.entry(named: name) else {
      throw .unknownOption("--" + name, near: vocabulary.closestOption(to: name))
    }
    try take(entry, attached: parts.count > 1 ? String(parts[1]) : nil)
  }

  /// `-n value`, `-nvalue`, `-n=value`, or several flags such as `-qh`.
  private mutating func scanLetters(
    _ word: String, _ vocabulary: Vocabulary
  ) throws(CommandLineError.Fact) {
    var letters = word.unicodeScalars.dropFirst()
    while let letter = letters.popFirst() {
      guard let entry = vocabulary.entry(lettered: Character(letter)) else {
        throw .unknownOption("-\(letter)", near: vocabulary.closestOption(to: word))
      }
      if entry.field.kind == .flag, letters.first != "=" {
        try take(entry, attached: nil)
      } else {
        let attached = letters.first == "=" ? letters.dropFirst() : letters
        try take(entry, attached: letters.isEmpty ? nil : String(attached))
        return
      }
    }
  }

  private mutating func take(
    _ entry: Vocabulary.Entry, attached: String?
  ) throws(CommandLineError.Fact) {
    let field = entry.field
    if field.kind == .flag {
      if let attached { throw .unexpectedValue(field, value: attached) }
      try setFlag(field, of: entry.owner, to: entry.isDenial ? "false" : "true")
    } else if let attached {
      try append(attached, to: field, of: entry.owner)
    } else {
      guard let word = nextValue(for: field) else { throw .missingValue(field, before: rest.first) }
      try append(word, to: field, of: entry.owner)
      while field.isRepeated, field.arrayParsing == .upToNextOption, let word = nextValue(for: field) {
        try append(word, to: field, of: entry.owner)
      }
    }
  }

  /// The next word, unless it can only be an option.
  private mutating func nextValue(for field: FieldDeclaration) -> String? {
    guard let word = rest.first else { return nil }
    guard !word.looksLikeOption || (word.isNegativeNumber && field.isNumeric) else { return nil }
    return rest.popFirst()
  }

  private mutating func append(
    _ text: String, to field: FieldDeclaration, of owner: Vocabulary.Owner
  ) throws(CommandLineError.Fact) {
    if !field.isRepeated, let first = values[owner]?[field.key]?.first {
      throw .repeatedOption(field, first: first, second: text)
    }
    values[owner, default: FieldValues()].append(text, to: field.key)
  }

  /// Saying the same twice does no harm; contradicting oneself is a mistake.
  private mutating func setFlag(
    _ field: FieldDeclaration, of owner: Vocabulary.Owner, to text: String
  ) throws(CommandLineError.Fact) {
    if let first = values[owner]?[field.key]?.first, first != text {
      throw .repeatedOption(field, first: first, second: text)
    }
    values[owner, default: FieldValues()][field.key] = [text]
  }
}

extension String {
  /// A lone dash is a value: by custom it means standard input.
  fileprivate var looksLikeOption: Bool {
    utf8.first == UInt8(ascii: "-") && utf8.count > 1
  }

  fileprivate var isNegativeNumber: Bool {
    looksLikeOption && utf8.dropFirst().first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } == true
  }
}
