import Record
import Storage

/// The JSON Schema of what a model writes: sections, their sentences, and the numbers of the facts behind each.
///
/// Of the subset that all three interfaces hold a model to: every key is required, no others are allowed, no bounds.
enum ProseSchema {
  /// What the interfaces that want a name call it.
  static let name = "record_prose"

  static func schema(for sections: [SectionKind]) -> JSONTree {
    let sentence = object([
      ("text", .object(["type": .text("string")])),
      ("facts", list(of: .object(["type": .text("integer")]))),
    ])
    let headings = JSONTree.object([
      "type": .text("string"), "enum": .list(sections.map { .text($0.heading) }),
    ])
    let section = object([("section", headings), ("sentences", list(of: sentence))])
    return object([("sections", list(of: section))])
  }

  private static func list(of element: JSONTree) -> JSONTree {
    .object(["type": .text("array"), "items": element])
  }

  private static func object(_ fields: [(name: String, schema: JSONTree)]) -> JSONTree {
    .object([
      "type": .text("object"), "additionalProperties": .flag(false),
      "required": .list(fields.map { .text($0.name) }),
      "properties": .object(Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.schema) })),
    ])
  }
}
