import Storage

/// What a comment's body says, apart from how it is written down.
///
/// Jira gives names to nodes anew, orders attributes and marks as it likes, and writes out what its schema takes for
/// granted; of wiki markup it may change the line ends. Nothing of that is a change. Any other difference is one.
public struct CommentMeaning: Sendable, Equatable {
  private let tree: JSONTree

  /// The meaning of the bytes of a body.
  public init(_ body: [UInt8], of kind: Destination.Kind) {
    switch kind {
    case .cloud:
      let document = try? JSONText.decode(JSONTree.self, from: body)
      // What is no JSON means what it says.
      tree = document.map(Self.normalized) ?? .text(String(decoding: body, as: UTF8.self))
    case .dataCenter: tree = .text(Self.text(body))
    }
  }

  /// Where another body says something else, in words: the first place; nil where both say the same.
  public func difference(from other: CommentMeaning) -> String? {
    Self.difference(tree, other.tree, at: "the body")
  }

  // MARK: Wiki markup

  private static func text(_ body: [UInt8]) -> String {
    var lines: [UInt8] = []
    var last: UInt8 = 0
    for byte in body {
      if byte == 0x0A, last == 0x0D { lines.removeLast() }
      lines.append(byte)
      last = byte
    }
    let bare = lines.map { $0 == 0x0D ? 0x0A : $0 }
    // Blanks and line ends around the whole are not kept.
    let start = bare.firstIndex { !isBlank($0) } ?? bare.endIndex
    let end = bare.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return String(decoding: bare[start..<end], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  // MARK: Documents

  /// What a schema takes for granted: written out or not, it is the same (`@atlaskit/adf-schema`).
  private static let defaults: [String: [String: JSONTree]] = [
    "orderedList": ["order": .whole(1)],
    "table": ["isNumberColumnEnabled": .flag(false), "layout": .text("default")],
    "tableCell": ["colspan": .whole(1), "rowspan": .whole(1)],
    "tableHeader": ["colspan": .whole(1), "rowspan": .whole(1)],
    "codeBlock": ["language": .text(""), "wrap": .flag(false)],
    "expand": ["title": .text("")],
    "nestedExpand": ["title": .text("")],
  ]

  private static func normalized(_ tree: JSONTree) -> JSONTree {
    switch tree {
    case .list(let elements): return .list(joined(elements.map(normalized)))
    case .number(let number): return Int64(exactly: number).map(JSONTree.whole) ?? tree
    case .object(let members):
      var kept = members.mapValues(normalized)
      let type = members["type"]?.text ?? ""
      if case .object(var attributes)? = kept["attrs"] {
        attributes["localId"] = nil
        for (name, value) in defaults[type] ?? [:] where attributes[name] == value { attributes[name] = nil }
        kept["attrs"] = .object(attributes)
      }
      if case .list(let marks)? = kept["marks"] {
        kept["marks"] = .list(marks.sorted { key(of: $0) < key(of: $1) })
      }
      // Nothing, and what holds nothing, may be left out.
      return .object(
        kept.filter { $0.value != .nothing && $0.value != .list([]) && $0.value != .object([:]) })
    default: return tree
    }
  }

  /// Neighbouring texts that look alike are one.
  private static func joined(_ nodes: [JSONTree]) -> [JSONTree] {
    var joined: [JSONTree] = []
    for node in nodes {
      if case .object(var members) = node, let more = members["text"]?.text,
        case .object(let last)? = joined.last,
        let text = last["text"]?.text, last["type"]?.text == "text", members["type"]?.text == "text"
      {
        members["text"] = .text(text)
        if members == last {
          members["text"] = .text(text + more)
          joined[joined.count - 1] = .object(members)
          continue
        }
      }
      joined.append(node)
    }
    return joined
  }

  /// What marks are ordered by.
  private static func key(of mark: JSONTree) -> String {
    (mark["type"].text ?? "") + " " + String(decoding: JSONText.encode(mark), as: UTF8.self)
  }

  // MARK: Differences

  private static func difference(_ one: JSONTree, _ other: JSONTree, at place: String) -> String? {
    if one == other { return nil }
    switch (one, other) {
    case (.object(let left), .object(let right)):
      for name in Set(left.keys).union(right.keys).sorted() {
        let found = difference(
          left[name] ?? .nothing, right[name] ?? .nothing, at: "\(place), \(name)")
        if let found { return found }
      }
      return nil
    case (.list(let left), .list(let right)):
      for (number, pair) in zip(left, right).enumerated() {
        if let found = difference(pair.0, pair.1, at: "\(place) \(number + 1)") { return found }
      }
      return "\(place): \(left.count) signed, \(right.count) stored"
    case (.text(let left), .text(let right)): return "\(place): \(excerpts(left, right))"
    default: return "\(place): \(words(one)) signed, \(words(other)) stored"
    }
  }

  /// Both texts from a little before they part.
  private static func excerpts(_ left: String, _ right: String) -> String {
    let same = zip(left, right).prefix { $0 == $1 }.count
    let start = max(0, same - 20)
    func excerpt(_ text: String) -> String {
      let part = text.dropFirst(start).prefix(60)
      return "“\(start > 0 ? "…" : "")\(part)\(text.count > start + 60 ? "…" : "")”"
    }
    return "\(excerpt(left)) signed, \(excerpt(right)) stored"
  }

  private static func words(_ tree: JSONTree) -> String {
    switch tree {
    case .nothing: "nothing"
    case .text(let text): "“\(text.prefix(60))”"
    case .object(let members): "a \(members["type"]?.text ?? "part")"
    case .list(let elements): "\(elements.count) parts"
    case .whole(let number): "\(number)"
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    }
  }
}
