/// What libyaml meets on its way through a text.
struct YAMLEvent {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart(hasDirectives: Bool)
    case documentEnd
    case alias
    case scalar(text: String, style: YAMLScalarStyle)
    case sequenceStart(YAMLCollectionStyle)
    case sequenceEnd
    case mappingStart(YAMLCollectionStyle)
    case mappingEnd
  }

  /// A place as libyaml counts it: line and column from 0, in characters.
  struct Mark {
    var offset: Int
    var line: Int
    var column: Int
  }

  let kind: Kind
  let start: Mark
  let end: Mark
  let hasAnchor: Bool
  let hasTag: Bool
}
