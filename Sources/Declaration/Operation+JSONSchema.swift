extension ParsableArguments {
  /// The JSON Schema of the input: one property for each field that is shown, in the order of declaration.
  public static var jsonSchema: JSONSchema {
    let shown = fields.filter { !$0.isHidden }
    return JSONSchema(
      shape: .object(
        properties: shown.map { JSONSchema.Property(name: $0.key, schema: $0.jsonSchema) },
        required: shown.filter(\.isRequired).map(\.key)))
  }
}

extension FieldDeclaration {
  fileprivate var jsonSchema: JSONSchema {
    let element = JSONSchema(shape: elementShape)
    let shape = isRepeated ? .array(of: element, isNonEmpty: isRequired) : element.shape
    let text = [help, discussion].filter { !$0.isEmpty }.joined(separator: "\n\n")
    return JSONSchema(shape: shape, description: text.isEmpty ? nil : text, defaultValue: jsonDefault)
  }

  private var elementShape: JSONSchema.Shape {
    switch valueKind {
    case .string, .path, .directory: .string(choices: [], pattern: nil)
    case .duration: .string(choices: [], pattern: #"^[0-9]+(\.[0-9]+)?(ms|s|m|h)?$"#)
    case .choice(let words): .string(choices: words, pattern: nil)
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    }
  }

  private var jsonDefault: JSONSchema.Default? {
    if kind == .flag { return .boolean(defaultStrings == ["true"]) }
    guard let defaultStrings else { return nil }
    let values = defaultStrings.compactMap(jsonDefault(of:))
    guard values.count == defaultStrings.count else { return nil }
    return isRepeated ? .array(values) : values.first
  }

  /// A text that is no JSON value of the field's kind, such as `95 %` for a number, gives none.
  private func jsonDefault(of text: String) -> JSONSchema.Default? {
    switch valueKind {
    case .string, .path, .directory, .duration, .choice: .string(text)
    case .integer: Int(text).map { .integer($0) }
    case .number: Double(argument: text).map { .number($0) }
    case .boolean: Bool(text).map { .boolean($0) }
    }
  }
}
