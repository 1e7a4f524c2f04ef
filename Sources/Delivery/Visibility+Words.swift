extension Visibility {
  /// The word of the command line, of an approval and of the journal: "internal", "everyone", "role:NAME", "group:NAME".
  public var word: String {
    switch self {
    case .everyone: "everyone"
    case .internal: "internal"
    case .role(let name): "role:\(name)"
    case .group(let name): "group:\(name)"
    }
  }

  /// The visibility that a word names; nil for any other word.
  public init?(word: String) {
    switch word {
    case "everyone": self = .everyone
    case "internal": self = .internal
    default:
      guard let colon = word.firstIndex(of: ":") else { return nil }
      let name = String(word[word.index(after: colon)...])
      guard !name.allSatisfy(\.isWhitespace) else { return nil }
      switch word[..<colon] {
      case "role": self = .role(name)
      case "group": self = .group(name)
      default: return nil
      }
    }
  }
}
