private import CYAML

/// libyaml's parser over one text.
final class EventParser {
  private let source: SourceText
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isInitialized: Bool

  /// The byte of each character, as libyaml counts characters; empty where both are the same.
  private let offsets: [UInt32]

  init(_ source: SourceText) {
    self.source = source
    // A last line without a line break would end a block scalar without one.
    let text =
      Array(source.bytes.dropFirst(source.lead)) + (source.bytes.last == .lineFeed ? [] : [.lineFeed])
    let isASCII = text.allSatisfy { $0 < 0x80 }
    offsets =
      isASCII ? [] : text.indices.filter { !isContinuation(text[$0]) }.map { UInt32($0 + source.lead) }
    input = .allocate(capacity: text.count)
    _ = input.initialize(from: text)
    isInitialized = yaml_parser_initialize(parser) == 1
    guard isInitialized else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    if isInitialized { yaml_parser_delete(parser) }
    parser.deallocate()
    input.deallocate()
  }

  /// The next event; after the end of the stream there is none to ask for.
  func next() throws(YAMLError) -> YAMLEvent {
    guard isInitialized else { throw source.error(.outOfMemory, at: 0) }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let properties = properties(of: event)
    return YAMLEvent(
      kind: kind(of: event), start: mark(event.start_mark), end: mark(event.end_mark),
      hasAnchor: properties.anchor, hasTag: properties.tag)
  }

  private func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT:
      let document = event.data.document_start
      let hasTags = document.tag_directives.start != document.tag_directives.end
      return .documentStart(hasDirectives: document.version_directive != nil || hasTags)
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(text: String(decoding: bytes, as: UTF8.self), style: style(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      return .sequenceStart(event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block)
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      return .mappingStart(event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block)
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    default: return .streamEnd
    }
  }

  private func properties(of event: yaml_event_t) -> (anchor: Bool, tag: Bool) {
    switch event.type {
    case YAML_SCALAR_EVENT: (event.data.scalar.anchor != nil, event.data.scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      (event.data.sequence_start.anchor != nil, event.data.sequence_start.tag != nil)
    case YAML_MAPPING_START_EVENT:
      (event.data.mapping_start.anchor != nil, event.data.mapping_start.tag != nil)
    default: (false, false)
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func mark(_ mark: yaml_mark_t) -> YAMLEvent.Mark {
    let offset =
      if offsets.isEmpty { Int(mark.index) + source.lead } else if mark.index < offsets.count {
        Int(offsets[mark.index])
      } else { source.bytes.count }
    return YAMLEvent.Mark(
      offset: min(offset, source.bytes.count), line: Int(mark.line), column: Int(mark.column))
  }

  /// What libyaml complains of.
  private func failure() -> YAMLError {
    if parser.pointee.error == YAML_MEMORY_ERROR { return source.error(.outOfMemory, at: 0) }
    let complaint = Complaint(
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "",
      place: mark(parser.pointee.problem_mark),
      context: parser.pointee.context.map { String(cString: $0) } ?? "",
      contextPlace: mark(parser.pointee.context_mark))
    return complaint.error(in: source)
  }
}
