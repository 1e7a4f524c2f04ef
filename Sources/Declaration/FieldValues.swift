/// The texts given for an operation's fields; a key that is present with no texts was still given.
public struct FieldValues: Sendable, Equatable {
  private var strings: [String: [String]] = [:]

  /// Makes values of which none is given.
  public init() {}

  /// The keys that were given, sorted.
  public var keys: [String] { strings.keys.sorted() }

  /// The texts for a key; nil where it was not given.
  public subscript(key: String) -> [String]? {
    get { strings[key] }
    set { strings[key] = newValue }
  }

  /// Adds one text to those of a key.
  public mutating func append(_ string: String, to key: String) {
    strings[key, default: []].append(string)
  }
}

extension FieldValues: ExpressibleByDictionaryLiteral {
  /// Makes values from a literal such as `["repro": ["make test"]]`.
  public init(dictionaryLiteral elements: (String, [String])...) {
    for (key, texts) in elements { strings[key] = texts }
  }
}
