extension YAMLError: CustomStringConvertible {
  /// The error as a compiler would print it: place, words, and the line with a mark under it.
  public var description: String {
    let number = String(position.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    let indentation = String(repeating: " ", count: excerptColumn)
    return """
      \(name):\(position.line):\(position.column): \(problem)
       \(number) | \(excerpt)
       \(margin) | \(indentation)^
      """
  }
}

extension YAMLProblem: CustomStringConvertible {
  /// The problem in plain words, in one line, with what was expected.
  public var description: String {
    wordsOfMatter ?? wordsOfRefusal ?? wordsOfSyntax ?? wordsOfEditing ?? wordsOfReading ?? ""
  }

  private var wordsOfMatter: String? {
    switch self {
    case .tooLarge(let limit):
      "the text is larger than \(limit / 1024) KB"
    case .invalidUTF8:
      "this is not UTF-8; save the file as UTF-8"
    case .controlCharacter(let scalar):
      "the control character \(codePoint(scalar)) cannot stand in a file; "
        + "write it as an escape between double quotes, or remove it"
    case .unusualLineBreak(let scalar):
      "the line separator \(codePoint(scalar)) is not taken as a line break by every program; "
        + "write a normal line break"
    case .loneCarriageReturn:
      "a carriage return without a line feed; end the line with a line feed"
    default: nil
    }
  }

  private var wordsOfRefusal: String? {
    switch self {
    case .severalDocuments: "a second document begins here; expected one document in the file"
    case .directive: "directives (lines with %) are not used here; remove the line"
    case .alias: "aliases (*name) are not used here; write the value out, or put a text in quotes"
    case .anchor: "anchors (&name) are not used here; remove it, or put a text in quotes"
    case .tag: "tags (!name) are not used here; remove it, or put a text in quotes"
    case .mergeKey: "merge keys (<<) are not used here; write the keys out"
    case .explicitKey: "keys are written without `?` here: expected `key: value`"
    case .keyIsNoText: "a list or mapping cannot be a key; expected a text as the key"
    case .keyIsMissing: "there is no key before the colon; expected `key: value`"
    case .mappingInList: "a key between [ and ]; write it as { key: value }, or put the text in quotes"
    case .tooDeep(let limit): "lists and mappings are nested deeper than \(limit)"
    case .duplicateKey(let key, let line):
      "the key `\(shown(key))` is already set in line \(line); expected it once"
    default: nil
    }
  }

  private var wordsOfSyntax: String? {
    switch self {
    case .tabAsIndentation: "a tab as indentation; use spaces"
    case .colonIsMissing: "there is no colon after the key; expected `key: value`"
    case .secondColon:
      "a mapping cannot begin here; if this is a text with `: ` in it, put it in quotes, "
        + "else begin a line for it"
    case .keyBelowText:
      "a key cannot stand below a text; the line above lacks `: ` or quotes, or this one is indented too deep"
    case .keyIsTooLong(let limit): "a key is longer than YAML's \(limit) characters"
    case .listOnKeyLine: "a list cannot begin here; begin each element on a line of its own"
    case .keyIsMisplaced: "a key cannot stand here; begin a line for it"
    case .textBeginsWith(let sign): "a text cannot begin with \(sign) unless it is in quotes"
    case .textAfterHeader: "expected a comment or the end of the line after | or >"
    case .indentationOfZero: "the indentation after | or > cannot be 0"
    case .quoteIsOpen: "the text in quotes that begins here does not end; expected a closing quote"
    case .textAfterQuote:
      "only a comment can follow the closing quote; "
        + "between '…' a ' is written as '', between \"…\" a \" as \\\""
    case .bracketIsOpen: "the text ends here, but a [ or { is not closed yet"
    case .markerInQuotes: "a text in quotes cannot go over a line that begins with --- or ..."
    case .unknownEscape: "no such escape between double quotes; write a backslash as \\\\"
    case .valueIsMissing: "expected a value"
    case .valueIsNotIndented: "a value must be indented deeper than its key or dash"
    case .misplacedInList(let line):
      "expected `- ` and an element of the list that begins in line \(line), at its indentation"
    case .misplacedInMapping(let line):
      "expected a key of the mapping that begins in line \(line), at its indentation"
    case .listIsOpen(let line): "expected `,` or `]` in the list that begins in line \(line)"
    case .mappingIsOpen(let line): "expected `,` or `}` in the mapping that begins in line \(line)"
    case .contentAfterDocument:
      "the document ended above; this line is indented less than its first, or follows ..."
    case .outOfMemory: "there is not enough memory to read the text"
    case .unexpected(let words): words
    default: nil
    }
  }

  private var wordsOfEditing: String? {
    switch self {
    case .noSuchElement(let path, let count):
      "`\(shown(path.description))` is not there: the list has \(count) elements"
    case .cannotEnter(let path, let kind):
      "`\(shown(path.description))` cannot be reached: there is \(kind) on the way"
    case .nothingThere(let path): "`\(shown(path.description))` is not there"
    case .cannotEdit(let path):
      "`\(shown(path.description))` is laid out so that it cannot be edited here; edit it by hand"
    default: nil
    }
  }

  private var wordsOfReading: String? {
    switch self {
    case .unknownKey(let key, let nearest?, _):
      "the key `\(shown(key))` is not known; did you mean `\(nearest)`?"
    case .unknownKey(let key, nil, let known):
      "the key `\(shown(key))` is not known; expected one of: \(known.joined(separator: ", "))"
    case .requiredKey(let key): "the key `\(shown(key))` is missing"
    case .wrongKind(let key, let expected, let found): "`\(shown(key))` is \(found); expected \(expected)"
    case .wrongText(let key, let expected, let found):
      "`\(shown(key))` is \"\(shown(found))\"; expected \(expected)"
    default: nil
    }
  }
}

extension YAMLKind: CustomStringConvertible {
  /// The kind in words.
  public var description: String {
    switch self {
    case .nothing: "nothing"
    case .text: "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

private func codePoint(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

/// A text from a file as it may be quoted in a line: not long, and nothing that moves a terminal's cursor.
private func shown(_ text: String) -> String {
  let limit = 60
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(limit) {
    let isControl = scalar.properties.generalCategory == .control || [0x2028, 0x2029].contains(scalar.value)
    shown.append(isControl ? "\u{FFFD}" : scalar)
  }
  return String(shown) + (text.unicodeScalars.count > limit ? "…" : "")
}
