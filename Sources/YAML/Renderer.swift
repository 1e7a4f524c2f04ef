/// Lays out values as YAML.
struct Renderer {
  /// How far each level is indented.
  static let step = 2

  /// How freely values may be laid out; the later, the safer and the less readable.
  enum Manner: CaseIterable {
    case readable
    case withoutLiterals
    case inOneLine
  }

  /// What holds the value that is laid out.
  enum Place {
    case root
    case entry
    case item
  }

  /// A value after its `:` or `-`: what stands in the same line, and the lines below.
  struct Rendering {
    var head: String
    var body: [String] = []
  }

  var manner = Manner.readable

  /// A value in a block.
  ///
  /// - Parameters:
  ///   - column: Where what holds the value is indented to; -1 for the root.
  ///   - quotes: The quotes that a person has chosen for the text that was there.
  func rendering(
    of value: YAMLValue, in place: Place, column: Int, quotes: YAMLScalarStyle = .plain
  ) -> Rendering {
    let inner = max(column, 0) + Self.step
    switch value {
    case .null where place == .entry: return Rendering(head: "")
    case .text(let text):
      if manner == .readable, let (header, lines) = ScalarWriting.literal(text, column: inner) {
        return Rendering(head: header, body: lines)
      }
      return Rendering(head: ScalarWriting.inline(text, quotes: quotes))
    case _ where value.isFilledCollection && manner != .inOneLine:
      return Rendering(head: "", body: lines(of: value, column: place == .root ? 0 : inner))
    default: return Rendering(head: inline(value))
    }
  }

  /// The lines of a list or mapping with something in it.
  func lines(of value: YAMLValue, column: Int) -> [String] {
    switch value {
    case .map(let entries): entries.flatMap { lines(of: $0, column: column) }
    case .list(let elements): elements.flatMap { lines(ofElement: $0, column: column) }
    case .null, .text: []
    }
  }

  /// A key's lines, with its comment.
  func lines(of entry: YAMLValue.Entry, column: Int) -> [String] {
    let indentation = String(repeating: " ", count: column)
    let value = rendering(of: entry.value, in: .entry, column: column)
    let key = indentation + ScalarWriting.inline(entry.key) + ":"
    let comment = entry.comment.map(ScalarWriting.comment) ?? []
    return comment.map { indentation + $0 } + [value.head.isEmpty ? key : key + " " + value.head] + value.body
  }

  /// An element's lines; a list or mapping in it begins in the line of its `-`.
  func lines(ofElement value: YAMLValue, column: Int) -> [String] {
    let indentation = String(repeating: " ", count: column)
    let element = rendering(of: value, in: .item, column: column)
    if element.head.isEmpty, let first = element.body.first {
      let rest = String(Substring(first.utf8.dropFirst(column + Self.step)))
      return [indentation + "- " + rest] + element.body.dropFirst()
    }
    return [indentation + "- " + element.head] + element.body
  }

  /// A value in one line, as it can also stand between brackets.
  func inline(_ value: YAMLValue, quotes: YAMLScalarStyle = .plain) -> String {
    switch value {
    case .null: "null"
    case .text(let text): ScalarWriting.inline(text, isInFlow: true, quotes: quotes)
    case .list(let elements): "[" + elements.map { inline($0) }.joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { inline($0) }.joined(separator: ", ") + "}"
    }
  }

  /// A key with its value between braces.
  func inline(_ entry: YAMLValue.Entry) -> String {
    ScalarWriting.inline(entry.key, isInFlow: true) + ": " + inline(entry.value)
  }
}
