import Record
import Storage

/// The JSON Schema of what a model writes: sections, their sentences, and the numbers of the facts behind each.
///
/// Of the subset that all three interfaces hold a model to: every key is required, no others are allowed.
enum ProseSchema {
  /// What the interfaces that want a name call it.
  static let name = "record_prose"

  /// As much as a section of a record needs, and as the rules of the task ask for: characters, not bytes.
  private static let (mostSentences, longestSentence) = (5, 300)

  /// The schema, without bounds; or with them, which not every server takes: a small model held to a schema that has
  /// none writes on until it is cut off.
  static func schema(for sections: [SectionKind], isBounded: Bool = false) -> JSONTree {
    let most = { (count: Int) in isBounded ? count : nil }
    var text: [String: JSONTree] = ["type": .text("string")]
    if isBounded { text["maxLength"] = .whole(Int64(longestSentence)) }
    let sentence = object([
      ("text", .object(text)),
      (
        "facts", list(of: .object(["type": .text("integer")]), most: most(SupportCheck.mostFacts))
      ),
    ])
    let headings = JSONTree.object([
      "type": .text("string"), "enum": .list(sections.map { .text($0.heading) }),
    ])
    let section = object([
      ("section", headings), ("sentences", list(of: sentence, most: most(mostSentences))),
    ])
    return object([("sections", list(of: section, most: most(sections.count)))])
  }

  private static func list(of element: JSONTree, most: Int?) -> JSONTree {
    var list: [String: JSONTree] = ["type": .text("array"), "items": element]
    if let most { list["maxItems"] = .whole(Int64(most)) }
    return .object(list)
  }

  private static func object(_ fields: [(name: String, schema: JSONTree)]) -> JSONTree {
    .object([
      "type": .text("object"), "additionalProperties": .flag(false),
      "required": .list(fields.map { .text($0.name) }),
      "properties": .object(Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.schema) })),
    ])
  }
}
