/// Builds the tree of a document from libyaml's events, and refuses what we do not take.
struct TreeBuilder {
  private let source: SourceText
  private let parser: EventParser

  init(_ source: SourceText) {
    self.source = source
    parser = EventParser(source)
  }

  /// The root of the only document; of an empty text it is nothing, at its end.
  func root() throws(YAMLError) -> YAMLNode {
    _ = try parser.next()
    let first = try parser.next()
    guard case .documentStart(let hasDirectives) = first.kind else {
      let end = source.bytes.count
      return YAMLNode(
        content: .scalar(text: "", style: .plain), position: source.position(end), range: end..<end)
    }
    if hasDirectives { throw source.error(.directive, at: first.start.offset) }
    let root = try node(from: parser.next(), depth: 0)
    _ = try parser.next()
    let last = try parser.next()
    guard case .streamEnd = last.kind else { throw source.error(.severalDocuments, at: last.start.offset) }
    return root
  }

  /// The node that an event begins.
  ///
  /// - Parameter missing: where it stands if it is left empty; libyaml may have gone on to the next line.
  private func node(
    from event: YAMLEvent, depth: Int, missing: YAMLEvent.Mark? = nil
  ) throws(YAMLError) -> YAMLNode {
    if event.hasAnchor { throw source.error(.anchor, at: event.start.offset) }
    if event.hasTag { throw source.error(.tag, at: event.start.offset) }
    switch event.kind {
    case .scalar(let text, let style):
      let isMissing = style == .plain && event.start.offset == event.end.offset
      let start = isMissing ? missing ?? event.start : event.start
      let range =
        if isMissing { start.offset..<start.offset } else if style.isBlock {
          BlockScalar.range(text: text, reported: event.start.offset..<event.end.offset, in: source)
        } else { event.start.offset..<event.end.offset }
      return YAMLNode(content: .scalar(text: text, style: style), position: position(start), range: range)
    case .sequenceStart(let style): return try sequence(from: event, style: style, depth: depth + 1)
    case .mappingStart(let style): return try mapping(from: event, style: style, depth: depth + 1)
    default: throw source.error(.alias, at: event.start.offset)
    }
  }

  private func checkDepth(_ depth: Int, at start: YAMLEvent) throws(YAMLError) {
    guard depth > YAMLLimits.depth else { return }
    throw source.error(.tooDeep(limit: YAMLLimits.depth), at: start.start.offset)
  }

  /// Refuses a value that is not indented, which libyaml takes but other programs do not.
  private func checkIndentation(of value: YAMLNode, deeperThan column: Int) throws(YAMLError) {
    guard value.position.column - 1 <= column else { return }
    throw source.error(.valueIsNotIndented, at: value.range.lowerBound)
  }

  private func sequence(
    from start: YAMLEvent, style: YAMLCollectionStyle, depth: Int
  ) throws(YAMLError) -> YAMLNode {
    try checkDepth(depth, at: start)
    var elements: [YAMLNode] = []
    while true {
      let event = try parser.next()
      if case .sequenceEnd = event.kind {
        let end = style == .flow ? event.end.offset : elements.last?.range.upperBound ?? start.end.offset
        return YAMLNode(
          content: .sequence(elements, style: style), position: position(start.start),
          range: start.start.offset..<end)
      }
      let element = try node(from: event, depth: depth)
      if style == .block { try checkIndentation(of: element, deeperThan: start.start.column) }
      elements.append(element)
    }
  }

  private func mapping(
    from start: YAMLEvent, style: YAMLCollectionStyle, depth: Int
  ) throws(YAMLError) -> YAMLNode {
    try checkDepth(depth, at: start)
    if style == .flow, source.bytes[start.start.offset] != UInt8(ascii: "{") {
      throw source.error(.mappingInList, at: start.start.offset)
    }
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    while true {
      let event = try parser.next()
      if case .mappingEnd = event.kind {
        let end = style == .flow ? event.end.offset : entries.last?.value.range.upperBound ?? start.end.offset
        return YAMLNode(
          content: .mapping(entries, style: style), position: position(start.start),
          range: start.start.offset..<end)
      }
      let (key, colonEnd) = try key(from: event, lines: &lines)
      let value = try node(from: parser.next(), depth: depth, missing: colonEnd)
      // Only a list by indentation may begin in its key's column.
      let least = value.kind == .list && value.isBlockCollection ? start.start.column - 1 : start.start.column
      if style == .block { try checkIndentation(of: value, deeperThan: least) }
      entries.append(YAMLEntry(key: key, value: value))
    }
  }

  /// A key, and the place behind its colon.
  private func key(
    from event: YAMLEvent, lines: inout [String: Int]
  ) throws(YAMLError) -> (key: YAMLNode, colonEnd: YAMLEvent.Mark) {
    switch event.kind {
    case .sequenceStart, .mappingStart: throw source.error(.keyIsNoText, at: event.start.offset)
    default: break
    }
    let key = try node(from: event, depth: 0)
    guard case .scalar(let name, let style) = key.content, !style.isBlock else {
      throw source.error(.keyIsNoText, at: event.start.offset)
    }
    if style == .plain, key.range.isEmpty { throw source.error(.keyIsMissing, at: event.start.offset) }
    if style == .plain, name == "<<" { throw source.error(.mergeKey, at: event.start.offset) }
    if source.bytes[..<key.range.lowerBound].last(where: { !$0.isBlank }) == UInt8(ascii: "?") {
      throw source.error(.explicitKey, at: event.start.offset)
    }
    let colon = source.skippingBlanks(key.range.upperBound)
    guard colon < source.bytes.count, source.bytes[colon] == .colon else {
      throw source.error(.colonIsMissing, at: event.start.offset)
    }
    if let line = lines.updateValue(key.position.line, forKey: name) {
      throw source.error(.duplicateKey(name, firstLine: line), at: event.start.offset)
    }
    let column = event.end.column + colon + 1 - key.range.upperBound
    return (key, YAMLEvent.Mark(offset: colon + 1, line: event.end.line, column: column))
  }

  private func position(_ mark: YAMLEvent.Mark) -> YAMLPosition {
    YAMLPosition(line: mark.line + source.firstLine, column: mark.column + 1, offset: mark.offset)
  }
}
