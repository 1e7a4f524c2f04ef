extension LedgerEntry: Codable {
  private enum CodingKeys: String, CodingKey {
    case number, at, by, imported
  }

  /// Reads an entry; its kind is the one key that this version knows.
  ///
  /// - Throws: `DecodingError` where there is none, or the number is none that an entry has.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    number = try container.decode(Int.self, forKey: .number)
    guard number >= 1 else {
      throw DecodingError.dataCorruptedError(
        forKey: .number, in: container, debugDescription: "Entries are numbered from 1.")
    }
    at = try container.decode(String.self, forKey: .at)
    by = try container.decode(String.self, forKey: .by)
    imported = try container.decodeIfPresent(String.self, forKey: .imported)
    content = try Content(from: decoder)
  }

  /// Writes the kind as one key beside the number, the time and the person.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(at, forKey: .at)
    try container.encode(by, forKey: .by)
    try container.encodeIfPresent(imported, forKey: .imported)
    try content.encode(to: encoder)
  }
}

extension LedgerEntry.Content: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case experiment, hypothesis, change, ruling, note
  }

  /// Reads the one kind that is there.
  ///
  /// - Throws: `DecodingError` where there is none that this version knows, or more than one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kinds = CodingKeys.allCases.filter(container.contains)
    guard kinds.count == 1, let kind = kinds.first else {
      let names = CodingKeys.allCases.map(\.rawValue).joined(separator: ", ")
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "An entry has one of the keys \(names)."))
    }
    switch kind {
    case .experiment: self = .experiment(try container.decode(Experiment.self, forKey: kind))
    case .hypothesis: self = .hypothesis(try container.decode(String.self, forKey: kind))
    case .change: self = .change(try container.decode(HypothesisChange.self, forKey: kind))
    case .ruling: self = .ruling(try container.decode(Ruling.self, forKey: kind))
    case .note: self = .note(try container.decode(String.self, forKey: kind))
    }
  }

  /// Writes the kind as the only key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .experiment(let value): try container.encode(value, forKey: .experiment)
    case .hypothesis(let text): try container.encode(text, forKey: .hypothesis)
    case .change(let value): try container.encode(value, forKey: .change)
    case .ruling(let value): try container.encode(value, forKey: .ruling)
    case .note(let text): try container.encode(text, forKey: .note)
    }
  }
}
