/// Why a text is no document for us, or why an edit or a reading is refused: what, and where.
public struct YAMLError: Error, Sendable, Equatable {
  /// What is wrong.
  public var problem: YAMLProblem

  /// The file's name, as it was given.
  public var name: String

  /// Where it is wrong.
  public var position: YAMLPosition

  /// The line there, fit for a terminal: a long one is cut, control characters are replaced.
  public var excerpt: String

  /// How many characters of `excerpt` stand before the place.
  public var excerptColumn: Int
}

/// What can be wrong with a text, an edit or what was read.
public enum YAMLProblem: Sendable, Equatable {
  // What the text is made of.
  case tooLarge(limit: Int)
  case invalidUTF8
  case controlCharacter(UInt32)
  case unusualLineBreak(UInt32)
  case loneCarriageReturn

  // YAML that we do not take.
  case severalDocuments
  case directive
  case alias
  case anchor
  case tag
  case mergeKey
  case explicitKey
  case keyIsNoText
  case keyIsMissing
  case mappingInList
  case tooDeep(limit: Int)
  case duplicateKey(String, firstLine: Int)

  // What is not YAML.
  case tabAsIndentation
  case colonIsMissing
  case secondColon
  case keyBelowText
  case keyIsTooLong(limit: Int)
  case listOnKeyLine
  case keyIsMisplaced
  case textBeginsWith(String)
  case textAfterHeader
  case indentationOfZero
  case quoteIsOpen
  case textAfterQuote
  case bracketIsOpen
  case markerInQuotes
  case unknownEscape
  case valueIsMissing
  case misplacedInList(firstLine: Int)
  case misplacedInMapping(firstLine: Int)
  case listIsOpen(firstLine: Int)
  case mappingIsOpen(firstLine: Int)
  case contentAfterDocument
  case outOfMemory
  case unexpected(String)

  // What an edit cannot do.
  case noSuchElement(YAMLPath, count: Int)
  case cannotEnter(YAMLPath, YAMLKind)
  case nothingThere(YAMLPath)
  case cannotEdit(YAMLPath)

  // What a reader did not expect.
  case unknownKey(String, nearest: String?, known: [String])
  case requiredKey(String)
  case wrongKind(key: String, expected: String, found: YAMLKind)
  case wrongText(key: String, expected: String, found: String)
}
