import Patterns

/// Words and phrases as regular expressions, found as whole words.
enum PlainWords {
  /// What stands around them: no letter or digit, nor a sign that joins one to them, as in "read-only" and "main.c".
  static let frame = (
    before: #"(?<![\p{L}\p{N}_])(?<![\p{L}\p{N}_][-.@:=\\])"#,
    behind: #"(?![\p{L}\p{N}_])(?![-.@:=\\][\p{L}\p{N}_])"#
  )

  /// The expression that finds them: any white space between words, either apostrophe.
  static func expression(of words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).map { word in
      word.unicodeScalars.map { scalar in
        switch scalar {
        case "'", "’": "['’]"
        case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
        default: scalar.isASCII ? "\\\(scalar)" : String(scalar)
        }
      }.joined()
    }.joined(separator: #"\s+"#)
  }

  /// A pattern that finds any of these; nil for none.
  ///
  /// - Throws: `PatternError` where PCRE2 refuses it, as it does with too many.
  static func pattern(of phrases: [String], options: PatternOptions) throws(PatternError) -> Pattern? {
    guard !phrases.isEmpty else { return nil }
    let sorted = phrases.map(expression).sorted { $0.utf8.count > $1.utf8.count }
    return try Pattern(
      "\(frame.before)(?:\(sorted.joined(separator: "|")))\(frame.behind)", options: options)
  }

  /// A word with the endings that English gives to verbs and nouns; forms that do not exist among them do no harm.
  static func forms(of word: String) -> [String] {
    guard !word.contains(where: \.isWhitespace), let last = word.last, last.isLetter, word.count > 1 else {
      return [word]
    }
    let stem = String(word.dropLast())
    let letters = Array(word.lowercased())
    let isVowel = { (letter: Character) in "aeiou".contains(letter) }
    let before = letters[letters.count - 2]
    var forms = [word, word + "s", word + "ing"]
    switch letters[letters.count - 1] {
    case "e": forms += [word + "d", stem + "ing"]
    case "y" where !isVowel(before): forms += [stem + "ies", stem + "ied"]
    default: forms.append(word + "ed")
    }
    if ["s", "x", "z", "ch", "sh"].contains(where: { word.lowercased().hasSuffix($0) }) {
      forms.append(word + "es")
    }
    // "plan" becomes "planned".
    if letters.count > 2, !isVowel(last), !"wxy".contains(letters[letters.count - 1]), isVowel(before),
      !isVowel(letters[letters.count - 3])
    {
      forms += ["\(word)\(last)ed", "\(word)\(last)ing"]
    }
    return forms
  }
}

/// Gives a replacement the capital that the words have whose place it takes.
enum LetterCase {
  /// - Returns: the replacement, and whether the words stand there as the rule has them but for a capital at their start.
  static func adapt(
    _ replacement: String, to text: String, writtenAs words: String
  ) -> (text: String, isExact: Bool) {
    if text == words { return (replacement, true) }
    // A rule about capitals says all there is to say of them.
    if replacement.lowercased() == words.lowercased() {
      return (replacement, text.lowercased() == words.lowercased())
    }
    guard let first = text.first, first.isUppercase, let small = words.first, small.isLowercase else {
      return (replacement, false)
    }
    let capital = replacement.prefix(1).uppercased() + replacement.dropFirst()
    return (capital, text.dropFirst() == words.dropFirst())
  }
}
