import Declaration
import Storage

extension Tool {
  /// As a revision lists it.
  func entry(in revision: Revision) -> JSONTree {
    var entry: [String: JSONTree] = [
      "name": .text(name), "description": .text(description), "inputSchema": inputSchema,
    ]
    if revision.hasAnnotations { entry["annotations"] = annotations.value }
    if revision.isStructured { entry["outputSchema"] = outputSchema }
    return .object(entry)
  }

  /// With as few words of JSON Schema as can be: clients read some of them wrongly.
  var inputSchema: JSONTree {
    // That it is an absolute path is in the instructions, and in the answer to a call with any other.
    var properties = ["repository": Self.type("string")]
    if actions.count > 1 {
      properties["action"] = .object([
        "type": .text("string"), "enum": .list(actions.compactMap(\.name).map { .text($0) }),
      ])
    }
    for action in actions {
      // A field that two operations have is told as the first has it; one value is a list of one.
      for (name, field) in action.fields where properties[name] == nil {
        // What a key is stands in the instructions, once.
        properties[name] = name == "key" ? Self.type("string") : field.schema
      }
    }
    return Self.object(properties, required: requiredNames)
  }

  /// What every action of the tool needs.
  private var requiredNames: [String] {
    let needed = actions.map { Set($0.fields.filter(\.field.isRequired).map(\.name)) }
    let all = needed.dropFirst().reduce(needed.first ?? []) { $0.intersection($1) }
    return (actions.count > 1 ? ["action"] : []) + all.sorted()
  }

  var outputSchema: JSONTree {
    .object([
      "type": .text("object"),
      "properties": .object([
        "result": .object([
          "type": .text("object"), "properties": .object([output.name: Self.type(output.type)]),
        ])
      ]),
    ])
  }

  private static func type(_ name: String) -> JSONTree { .object(["type": .text(name)]) }

  private static func object(_ properties: [String: JSONTree], required: [String]) -> JSONTree {
    var schema: [String: JSONTree] = [
      "type": .text("object"), "properties": .object(properties), "additionalProperties": .flag(false),
    ]
    if !required.isEmpty { schema["required"] = .list(required.map { .text($0) }) }
    return .object(schema)
  }
}

extension FieldDeclaration {
  fileprivate var schema: JSONTree {
    var element: [String: JSONTree] = ["type": .text(valueKind.jsonType)]
    if !choices.isEmpty { element["enum"] = .list(choices.map { .text($0) }) }
    let help = helpForAgents
    var schema = isRepeated ? ["type": .text("array"), "items": .object(element)] : element
    schema["description"] = .text(valueKind == .duration ? "\(help) As 90s, 5m." : help)
    return .object(schema)
  }
}

extension FieldDeclaration {
  /// What the field is, without the standard input, which the protocol has, and without files, which agents do not name.
  private var helpForAgents: String {
    help.replacing("A commit, a range, or - for a patch on standard input", with: "A commit or a range")
      .replacing("Files, directories, cases, or - for standard input", with: "Cases")
      .replacing("A file, a case, or - for standard input", with: "A case")
  }
}

extension FieldDeclaration.ValueKind {
  /// What such a value is in JSON.
  var jsonType: String {
    switch self {
    case .string, .path, .directory, .duration, .choice: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    }
  }
}

extension ModelContextServer {
  /// What `tools/list` says: the same for every client of a revision, so that clients may keep it.
  func toolList(for call: Call) throws -> [String: JSONTree] {
    try call.requireFirstPage()
    let revision = call.client.revision
    return ["tools": Self.toolLists[revision] ?? .list([])].cached(.forAnHour, in: revision)
  }

  private static let toolLists = Dictionary(
    uniqueKeysWithValues: Revision.allCases.map { revision in
      (revision, JSONTree.list(Tool.all.map { $0.entry(in: revision) }))
    })
}
