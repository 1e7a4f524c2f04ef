/// What a document or a part of it says, free of layout.
public indirect enum YAMLValue: Sendable {
  /// Nothing.
  case null

  /// A text: YAML's numbers, dates and yes or no are texts here.
  case text(String)

  /// Values in order.
  case list([YAMLValue])

  /// Keys with values, in order.
  case map([Entry])

  /// A key, its value, and the comment to stand above it when it is written.
  public struct Entry: Sendable {
    /// The key.
    public var key: String

    /// What it is set to.
    public var value: YAMLValue

    /// What a person should know of it: one line or several, without `#`.
    public var comment: String?

    /// A key with its value.
    public init(_ key: String, _ value: YAMLValue, comment: String? = nil) {
      self.key = key
      self.value = value
      self.comment = comment
    }
  }
}

extension YAMLValue: Equatable {
  /// Whether both say the same, byte for byte; comments say nothing here.
  public static func == (left: YAMLValue, right: YAMLValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.list(let left), .list(let right)): left == right
    case (.map(let left), .map(let right)):
      left.elementsEqual(right) { $0.key.utf8.elementsEqual($1.key.utf8) && $0.value == $1.value }
    default: false
    }
  }
}

extension YAMLValue {
  /// Whether it is a list or mapping with something in it.
  var isFilledCollection: Bool {
    switch self {
    case .null, .text: false
    case .list(let elements): !elements.isEmpty
    case .map(let entries): !entries.isEmpty
    }
  }
}

extension YAMLValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// A text.
  public init(stringLiteral text: String) {
    self = .text(text)
  }

  /// A list.
  public init(arrayLiteral elements: YAMLValue...) {
    self = .list(elements)
  }

  /// A mapping in the order written.
  public init(dictionaryLiteral entries: (String, YAMLValue)...) {
    self = .map(entries.map { Entry($0.0, $0.1) })
  }
}
