/// A part of a parsed document: what it says, and where.
public struct YAMLNode: Sendable {
  /// What a node can be.
  public enum Content: Sendable {
    /// One text, with the quotes that it has in the file.
    case scalar(text: String, style: YAMLScalarStyle)

    /// A list.
    case sequence([YAMLNode], style: YAMLCollectionStyle)

    /// Keys with values, in the order of the file.
    case mapping([YAMLEntry], style: YAMLCollectionStyle)
  }

  /// What the node says.
  public let content: Content

  /// Where it begins.
  public let position: YAMLPosition

  /// Its bytes, from its first to its last sign; a comment at its end is not within.
  ///
  /// For a missing value it is empty and stands right behind the `:` or `-`.
  public let range: Range<Int>
}

extension YAMLNode {
  /// Whether it is nothing: left empty, or a plain `null` or `~`.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Its text, if it is one; nothing is no text.
  public var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// Its elements, if it is a list.
  public var elements: [YAMLNode]? {
    guard case .sequence(let elements, _) = content else { return nil }
    return elements
  }

  /// Its entries, if it is a mapping.
  public var entries: [YAMLEntry]? {
    guard case .mapping(let entries, _) = content else { return nil }
    return entries
  }

  /// The value under a key, if it is a mapping that has it.
  public subscript(_ key: String) -> YAMLNode? {
    entries?.first { $0.name == key }?.value
  }

  /// The node that a path leads to.
  public subscript(_ path: YAMLPath) -> YAMLNode? {
    var node = self
    for step in path.steps {
      switch step {
      case .key(let key):
        guard let next = node[key] else { return nil }
        node = next
      case .index(let index):
        guard let elements = node.elements, elements.indices.contains(index) else { return nil }
        node = elements[index]
      }
    }
    return node
  }

  /// What it says, without where and how.
  public var value: YAMLValue {
    switch content {
    case .scalar(let text, _): isNull ? .null : .text(text)
    case .sequence(let elements, _): .list(elements.map(\.value))
    case .mapping(let entries, _): .map(entries.map { YAMLValue.Entry($0.name, $0.value.value) })
    }
  }

  /// What kind of thing it is, as a person would call it.
  var kind: YAMLKind {
    switch content {
    case .scalar: isNull ? .nothing : .text
    case .sequence: .list
    case .mapping: .mapping
    }
  }

  /// Whether it is a collection laid out by indentation.
  var isBlockCollection: Bool {
    switch content {
    case .scalar: false
    case .sequence(_, let style), .mapping(_, let style): style == .block
    }
  }
}
