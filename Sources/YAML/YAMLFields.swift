/// The entries of a mapping, to be read one by one.
///
/// A key that is missing or left empty reads as nil or empty; one of another kind does too, and is an error.
public struct YAMLFields {
  let reader: YAMLReader

  /// The mapping itself.
  public let node: YAMLNode

  /// What the mapping is called in errors.
  let name: String
  let entries: [YAMLEntry]

  /// The value of a key, if it is there and not left empty.
  public func node(_ key: String) -> YAMLNode? {
    entries.first { $0.name == key }.map(\.value).flatMap { $0.isNull ? nil : $0 }
  }

  /// A text.
  public func text(_ key: String) -> String? {
    node(key).flatMap { text(of: $0, called: key) }
  }

  /// A text that must be there.
  public func requiredText(_ key: String) -> String? {
    require(key).flatMap { text(of: $0, called: key) }
  }

  /// A text that must be one of some words.
  public func word(_ key: String, of words: [String]) -> String? {
    guard let node = node(key), let text = text(of: node, called: key) else { return nil }
    if words.contains(text) { return text }
    reader.report(
      .wrongText(key: key, expected: "one of: " + words.joined(separator: ", "), found: text), at: node)
    return nil
  }

  /// A whole number.
  public func number(_ key: String) -> Int? {
    guard let node = node(key), let text = text(of: node, called: key) else { return nil }
    if let number = Int(text) { return number }
    reader.report(.wrongText(key: key, expected: "a whole number", found: text), at: node)
    return nil
  }

  /// A yes or no, written `true` or `false`.
  public func flag(_ key: String) -> Bool? {
    word(key, of: ["true", "false"]).map { $0 == "true" }
  }

  /// A list of texts; a single text is taken for a list of one.
  public func texts(_ key: String) -> [String] {
    guard let node = node(key) else { return [] }
    if let text = node.text { return [text] }
    return elements(of: node, called: key).compactMap { text(of: $0, called: key) }
  }

  /// A mapping under a key.
  public func fields(_ key: String, known: [String]) -> YAMLFields? {
    node(key).flatMap { reader.fields(of: $0, called: key, known: known) }
  }

  /// A list of mappings.
  public func list(_ key: String, known: [String]) -> [YAMLFields] {
    guard let node = node(key) else { return [] }
    return elements(of: node, called: key).compactMap { reader.fields(of: $0, called: key, known: known) }
  }

  /// Reads a value that must be there; where it is not, that is an error at the mapping.
  public func require(_ key: String) -> YAMLNode? {
    if let node = node(key) { return node }
    let place = entries.first { $0.name == key }?.key ?? node
    reader.report(.requiredKey(key), at: place)
    return nil
  }

  private func text(of node: YAMLNode, called key: String) -> String? {
    if let text = node.text { return text }
    reader.report(.wrongKind(key: key, expected: "a text", found: node.kind), at: node)
    return nil
  }

  private func elements(of node: YAMLNode, called key: String) -> [YAMLNode] {
    if let elements = node.elements { return elements }
    reader.report(.wrongKind(key: key, expected: "a list (lines of `- `)", found: node.kind), at: node)
    return []
  }
}
