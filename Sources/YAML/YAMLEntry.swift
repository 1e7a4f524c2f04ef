/// A key of a mapping with its value.
public struct YAMLEntry: Sendable {
  /// The key as it stands in the file: always a scalar.
  public let key: YAMLNode

  /// What it is set to.
  public let value: YAMLNode

  /// The key's text.
  public var name: String {
    guard case .scalar(let text, _) = key.content else { return "" }
    return text
  }
}
