/// A node of ADF as it comes from elsewhere: known or not, complete or not.
struct ADFNode: Decodable, Sendable {
  /// A value of an attribute.
  enum Value: Sendable {
    case text(String)
    case number(Double)
    case other
  }

  var type = ""
  var text: String?
  var attributes: [String: Value] = [:]
  var marks: [ADFNode] = []
  var content: [ADFNode] = []

  private enum CodingKeys: String, CodingKey {
    case type, text, attrs, marks, content
  }

  /// Reads any JSON: what is not as a node has it is left out.
  init(from decoder: any Decoder) throws {
    guard let container = try? decoder.container(keyedBy: CodingKeys.self) else {
      text = try? decoder.singleValueContainer().decode(String.self)
      return
    }
    type = (try? container.decode(String.self, forKey: .type)) ?? ""
    text = try? container.decode(String.self, forKey: .text)
    attributes = (try? container.decode([String: Value].self, forKey: .attrs)) ?? [:]
    marks = (try? container.decode([ADFNode].self, forKey: .marks)) ?? []
    content = (try? container.decode([ADFNode].self, forKey: .content)) ?? []
  }

  /// The text of an attribute.
  func text(of name: String) -> String? {
    guard case .text(let text)? = attributes[name] else { return nil }
    return text
  }

  /// The whole number of an attribute.
  func number(of name: String) -> Int? {
    guard case .number(let number)? = attributes[name] else { return nil }
    return Int(exactly: number)
  }
}

extension ADFNode.Value: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .other
    }
  }
}
