/// What libyaml complains of, in its own words, and what we make of it.
struct Complaint {
  /// Such as `did not find expected key`.
  let problem: String
  let place: YAMLEvent.Mark

  /// Such as `while parsing a block mapping`.
  let context: String
  let contextPlace: YAMLEvent.Mark

  /// The complaint in our words, at the place that a person would look at.
  func error(in source: SourceText) -> YAMLError {
    let byte = place.offset < source.bytes.count ? source.bytes[place.offset] : .lineFeed
    let firstLine = contextPlace.line + source.firstLine
    if byte == .tab, !context.contains("quoted") {
      return source.error(.tabAsIndentation, at: place.offset)
    }
    switch problem {
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return source.error(.tabAsIndentation, at: place.offset)
    case "could not find expected ':'":
      return source.error(missingColon(in: source), at: contextPlace.offset)
    case "mapping values are not allowed in this context":
      return source.error(misplacedColon(in: source), at: place.offset)
    case "found unexpected ':'": return source.error(.secondColon, at: place.offset)
    case "block sequence entries are not allowed in this context":
      return source.error(.listOnKeyLine, at: place.offset)
    case "mapping keys are not allowed in this context":
      return source.error(.keyIsMisplaced, at: place.offset)
    case "found character that cannot start any token":
      let sign = String(decoding: [byte], as: UTF8.self)
      let isDirective = byte == UInt8(ascii: "%") && place.column == 0
      return source.error(isDirective ? .directive : .textBeginsWith(sign), at: place.offset)
    case "did not find expected comment or line break" where context.contains("block scalar"):
      return source.error(.textAfterHeader, at: place.offset)
    case "found an indentation indicator equal to 0":
      return source.error(.indentationOfZero, at: place.offset)
    case "found unexpected end of stream" where context.contains("quoted"):
      return source.error(.quoteIsOpen, at: contextPlace.offset)
    case "found unexpected document indicator":
      return source.error(.markerInQuotes, at: place.offset)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return source.error(.unknownEscape, at: place.offset)
    case "did not find expected alphabetic or numeric character":
      return source.error(context.contains("alias") ? .alias : .anchor, at: contextPlace.offset)
    case "did not find expected node content":
      let isAtEnd = source.content(below: place.offset) == nil && source.isRestBlank(place.offset)
      return source.error(
        isAtEnd && context.contains("flow") ? .bracketIsOpen : .valueIsMissing, at: place.offset)
    case "did not find expected '-' indicator":
      return source.error(.misplacedInList(firstLine: firstLine), at: place.offset)
    case "did not find expected key":
      return source.error(misplacedKey(byte, in: source), at: place.offset)
    case "did not find expected ',' or ']'":
      return source.error(.listIsOpen(firstLine: firstLine), at: place.offset)
    case "did not find expected ',' or '}'":
      return source.error(.mappingIsOpen(firstLine: firstLine), at: place.offset)
    case "did not find expected <document start>":
      return source.error(.contentAfterDocument, at: place.offset)
    default: break
    }
    if context.contains("directive") || problem.contains("directive") || problem.contains("YAML document") {
      return source.error(.directive, at: place.offset)
    }
    if context.contains("tag") || problem.contains("tag") { return source.error(.tag, at: place.offset) }
    let words = context.isEmpty ? problem : "\(context), \(problem)"
    return source.error(.unexpected(words), at: place.offset)
  }

  /// Why there is no colon where one must be.
  private func missingColon(in source: SourceText) -> YAMLProblem {
    let line = source.bytes[contextPlace.offset..<source.lineEnd(contextPlace.offset)]
    let isLong = hasColon(line.dropFirst(YAMLLimits.keyLength))
    return isLong ? .keyIsTooLong(limit: YAMLLimits.keyLength) : .colonIsMissing
  }

  /// Whether there is a colon that ends a key.
  private func hasColon(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.last == .colon || zip(bytes, bytes.dropFirst()).contains { $0 == .colon && $1.isBlank }
  }

  /// Why there is a colon where no key could begin.
  private func misplacedColon(in source: SourceText) -> YAMLProblem {
    let lead = source.bytes[source.lineStart(place.offset)..<place.offset]
    if lead.count > YAMLLimits.keyLength { return .keyIsTooLong(limit: YAMLLimits.keyLength) }
    let isListed = lead.first { !$0.isBlank } == .dash
    return hasColon(lead) || isListed || lead.starts(with: "---".utf8) ? .secondColon : .keyBelowText
  }

  /// What stands where a key should.
  private func misplacedKey(_ byte: UInt8, in source: SourceText) -> YAMLProblem {
    if byte == .colon { return .keyIsMissing }
    let lead = source.bytes[source.lineStart(place.offset)..<place.offset]
    let quotes = "'\"".utf8
    if let last = lead.last(where: { !$0.isBlank }), quotes.contains(last) { return .textAfterQuote }
    return .misplacedInMapping(firstLine: contextPlace.line + source.firstLine)
  }
}
