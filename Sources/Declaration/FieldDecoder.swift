/// Hands each property wrapper its filled copy by the property's name, so that `Decodable` may be synthesised.
struct FieldDecoder: Decoder {
  let wrappers: [String: any FieldWrapper]
  var codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The filled wrapper for the property that is being decoded.
  static func wrapper<Wrapper: FieldWrapper>(from decoder: any Decoder) throws -> Wrapper {
    guard
      let fields = decoder as? FieldDecoder, let key = fields.codingPath.last?.stringValue,
      let wrapper = fields.wrappers[key] as? Wrapper
    else { throw fault(at: decoder.codingPath, "A declared field is decoded only by make(from:).") }
    return wrapper
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(FieldContainer<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw Self.fault(at: codingPath, "Fields are decoded by name.")
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    throw Self.fault(at: codingPath, "Each stored property must be a declared field.")
  }

  static func fault(at path: [any CodingKey], _ sentence: String) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: path, debugDescription: sentence))
  }
}

private struct FieldContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: FieldDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { decoder.wrappers.keys.sorted().compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { decoder.wrappers[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { !contains(key) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: FieldDecoder(wrappers: decoder.wrappers, codingPath: codingPath + [key]))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    throw FieldDecoder.fault(at: codingPath + [key], "Fields hold no nested containers.")
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw FieldDecoder.fault(at: codingPath + [key], "Fields hold no nested containers.")
  }

  func superDecoder() throws -> any Decoder { decoder }

  func superDecoder(forKey key: Key) throws -> any Decoder { decoder }
}
