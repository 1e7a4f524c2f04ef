/// JSON as a tree: for documents whose form is not ours, or is not known; `JSONText` writes it.
public enum JSONTree: Sendable, Equatable {
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])
  case whole(Int64)
  case number(Double)
  case flag(Bool)
  case nothing

  /// The member of an object; nothing where there is none.
  public subscript(name: String) -> JSONTree {
    guard case .object(let members) = self else { return .nothing }
    return members[name] ?? .nothing
  }

  /// A text; nil where it is something else.
  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The elements of a list; none where it is something else.
  public var elements: [JSONTree] {
    guard case .list(let elements) = self else { return [] }
    return elements
  }

  /// The members of an object; none where it is something else.
  public var members: [String: JSONTree] {
    guard case .object(let members) = self else { return [:] }
    return members
  }
}

extension JSONTree {
  /// The JSON that a value is written as.
  ///
  /// - Throws: an error of the encoding.
  public init(_ value: some Encodable) throws {
    self = try JSONText.decode(JSONTree.self, from: JSONText.encode(value))
  }
}

extension JSONTree: Decodable {
  /// Reads any JSON.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // What documents hold most of is tried first: a trial that fails costs more than one that succeeds.
    if container.decodeNil() {
      self = .nothing
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let members = try? container.decode([String: JSONTree].self) {
      self = .object(members)
    } else if let list = try? container.decode([JSONTree].self) {
      self = .list(list)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let whole = try? container.decode(Int64.self) {
      self = .whole(whole)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }
}
