import Storage

/// A secret that was masked in a document, and where.
public struct MaskedPlace: Sendable, Codable, Equatable {
  /// The kind, in a word that stays the same.
  public var kind: String

  /// What it is told apart by; `--allow-secret` takes it.
  public var fingerprint: String

  /// Where it was: the path of a field, or a file's name with line and column.
  public var place: String

  /// A place from its parts.
  public init(_ secret: MaskedSecret, in place: String) {
    kind = secret.kind
    fingerprint = secret.fingerprint
    self.place = place
  }
}

extension MaskedPlace {
  /// How many are told of.
  private static let limit = 50

  /// Where secrets are masked in a text, each secret once; nil for none.
  public static func list(_ secrets: [MaskedSecret], in name: String) -> [MaskedPlace]? {
    once(secrets.map { MaskedPlace($0, in: "\(name):\($0.line):\($0.column)") })
  }

  /// Each secret at its first place; nil for none.
  public static func once(_ places: [MaskedPlace]) -> [MaskedPlace]? {
    var seen: Set<String> = []
    let first = places.filter { seen.insert($0.fingerprint).inserted }.prefix(limit)
    return first.isEmpty ? nil : Array(first)
  }
}

extension Masker {
  /// Masks every text in a document, and says where; lists of texts are looked at as the words of a command too.
  ///
  /// A document without a secret comes back as it was.
  public func mask<Document: Codable>(
    document: Document, named name: String
  ) throws -> (document: Document, places: [MaskedPlace]) {
    var places: [MaskedPlace] = []
    let tree = try JSONText.decode(JSONTree.self, from: JSONText.encode(document))
    let masked = mask(tree, at: name, &places)
    guard !places.isEmpty else { return (document, []) }
    return (try JSONText.decode(Document.self, from: JSONText.encode(masked)), places)
  }

  private func mask(_ tree: JSONTree, at path: String, _ places: inout [MaskedPlace]) -> JSONTree {
    switch tree {
    case .text(let text):
      let masked = mask(text)
      places += masked.secrets.map { MaskedPlace($0, in: path) }
      return .text(masked.text)
    case .list(let elements):
      let words = elements.compactMap { if case .text(let word) = $0 { word } else { nil } }
      if words.count == elements.count {
        let masked = mask(words: words)
        places += masked.secrets.map { MaskedPlace($0, in: path) }
        return .list(masked.text.map { .text($0) })
      }
      return .list(elements.enumerated().map { mask($0.element, at: "\(path)[\($0.offset)]", &places) })
    case .object(let fields):
      var masked: [String: JSONTree] = [:]
      for name in fields.keys.sorted() {
        guard let value = fields[name] else { continue }
        // The value of a variable is known by the variable's name.
        if name == "value", case .text(let text) = value, case .text(let variable)? = fields["name"] {
          let assigned = mask("\(variable)=\(text)")
          places += assigned.secrets.map { MaskedPlace($0, in: "\(path).\(variable)") }
          masked[name] = .text(String(assigned.text.dropFirst(variable.count + 1)))
        } else {
          masked[name] = mask(value, at: "\(path).\(name)", &places)
        }
      }
      return .object(masked)
    case .number, .whole, .flag, .nothing: return tree
    }
  }
}
