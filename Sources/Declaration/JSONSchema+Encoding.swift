extension JSONSchema {
  /// The schema as one line of JSON, always the same for the same schema.
  public var json: String { node.json }

  var node: JSONNode {
    var members: [(String, JSONNode)] = []
    switch shape {
    case .object(let properties, let required):
      members.append(("type", .string("object")))
      if let description { members.append(("description", .string(description))) }
      members.append(("properties", .object(properties.map { ($0.name, $0.schema.node) })))
      if !required.isEmpty { members.append(("required", .array(required.map { .string($0) }))) }
      members.append(("additionalProperties", .boolean(false)))
      return .object(members)
    case .array(let element, let isNonEmpty):
      members.append(("type", .string("array")))
      members.append(("items", element.node))
      if isNonEmpty { members.append(("minItems", .integer(1))) }
    case .string(let choices, let pattern):
      members.append(("type", .string("string")))
      if !choices.isEmpty { members.append(("enum", .array(choices.map { .string($0) }))) }
      if let pattern { members.append(("pattern", .string(pattern))) }
    case .integer: members.append(("type", .string("integer")))
    case .number: members.append(("type", .string("number")))
    case .boolean: members.append(("type", .string("boolean")))
    }
    if let description { members.append(("description", .string(description))) }
    if let defaultValue { members.append(("default", defaultValue.node)) }
    return .object(members)
  }
}

extension JSONSchema.Default {
  fileprivate var node: JSONNode {
    switch self {
    case .string(let text): .string(text)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .boolean(let truth): .boolean(truth)
    case .array(let elements): .array(elements.map(\.node))
    }
  }
}

extension JSONSchema: Encodable {
  /// Encodes the same tree as `json`; the order of keys is then the encoder's.
  public func encode(to encoder: any Encoder) throws {
    try node.encode(to: encoder)
  }
}
