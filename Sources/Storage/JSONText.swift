import FoundationEssentials

/// JSON as it is written everywhere here: keys sorted, so that equal values give equal bytes.
public enum JSONText {
  /// A value on one line.
  public static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// A tree on one line, with the bytes that it would have as a value.
  ///
  /// A number that JSON has no word for is null.
  public static func encode(_ tree: JSONTree) -> [UInt8] {
    let output = JSONOutput()
    output.put(tree)
    return output.bytes
  }

  /// A value over many lines, for people.
  public static func encodePretty(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(value))
  }

  /// A value from JSON.
  public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// Whether `decode` takes the bytes for a value, whatever is in it: that is more than the grammar allows, to which
  /// `JSONFault` holds a text.
  public static func isValue(_ bytes: some Sequence<UInt8>) -> Bool {
    (try? decode(AnyValue.self, from: Array(bytes))) != nil
  }

  private struct AnyValue: Decodable {
    init(from decoder: any Decoder) {}
  }
}
