/// What can be wrong with a text, an edit or what was read.
public enum YAMLProblem: Sendable, Equatable {
  // MARK: What the text is made of

  /// More bytes than we take.
  case tooLarge(limit: Int)

  /// Bytes that are no text.
  case invalidUTF8

  /// A character that files cannot hold as it is, by its number.
  case controlCharacter(UInt32)

  /// A line break that only some programs take for one, by its number.
  case unusualLineBreak(UInt32)

  /// Half of a line break.
  case loneCarriageReturn

  // MARK: YAML that we do not take

  /// More than one document in a text.
  case severalDocuments

  /// A line with `%`.
  case directive

  /// `*name`.
  case alias

  /// `&name`.
  case anchor

  /// `!name`.
  case tag

  /// `<<`.
  case mergeKey

  /// `? key`.
  case explicitKey

  /// A list or mapping before a colon.
  case keyIsNoText

  /// Nothing before a colon.
  case keyIsMissing

  /// `[key: value]`.
  case mappingInList

  /// More levels than we take.
  case tooDeep(limit: Int)

  /// A key that the mapping already has.
  case duplicateKey(String, firstLine: Int)

  // MARK: What is not YAML

  /// A tab where only spaces indent.
  case tabAsIndentation

  /// A line without a colon in a mapping.
  case colonIsMissing

  /// A colon in a line whose value has begun.
  case secondColon

  /// A colon in a line that goes on with a text.
  case keyBelowText

  /// More characters before a colon than YAML allows.
  case keyIsTooLong(limit: Int)

  /// `key: - element`.
  case listOnKeyLine

  /// `key: ? key`.
  case keyIsMisplaced

  /// A sign that YAML keeps for itself.
  case textBeginsWith(String)

  /// `| text`.
  case textAfterHeader

  /// `|0`.
  case indentationOfZero

  /// Quotes that never end.
  case quoteIsOpen

  /// `'a' b`.
  case textAfterQuote

  /// Brackets that never end.
  case bracketIsOpen

  /// A document marker before the closing quote.
  case markerInQuotes

  /// A backslash that means nothing.
  case unknownEscape

  /// `[a, , b]`.
  case valueIsMissing

  /// A value in a line below, not deeper than its key or dash.
  case valueIsNotIndented

  /// Something else than the next element of a list.
  case misplacedInList(firstLine: Int)

  /// Something else than the next key of a mapping.
  case misplacedInMapping(firstLine: Int)

  /// Something else than the next element between brackets.
  case listIsOpen(firstLine: Int)

  /// Something else than the next key between braces.
  case mappingIsOpen(firstLine: Int)

  /// Lines below the end of the document.
  case contentAfterDocument

  /// The machine is full.
  case outOfMemory

  /// A complaint of libyaml that we have no words for, in its own.
  case unexpected(String)

  // MARK: What an edit cannot do

  /// A list too short.
  case noSuchElement(YAMLPath, count: Int)

  /// A way through something that has no such inside.
  case cannotEnter(YAMLPath, YAMLKind)

  /// Nothing to remove.
  case nothingThere(YAMLPath)

  /// A layout that we cannot edit without harm.
  case cannotEdit(YAMLPath)

  // MARK: What a reader did not expect

  /// A key that means nothing here.
  case unknownKey(String, nearest: String?, known: [String])

  /// A key that must be set.
  case requiredKey(String)

  /// A list where a text should be, and the like.
  case wrongKind(key: String, expected: String, found: YAMLKind)

  /// A text that is none of those expected.
  case wrongText(key: String, expected: String, found: String)
}
