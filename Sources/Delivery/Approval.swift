/// A person's word that one thing may be sent, once, soon.
public struct Approval: Sendable, Codable, Equatable {
  /// What tells it from all others: random digits.
  public var id: String

  /// What was signed.
  public var terms: SignedTerms

  /// Who signed.
  public var person: String

  /// When, in seconds since 1970.
  public var signed: Int

  /// For how many seconds it counts.
  public static let lifetime = 600

  /// An approval from its parts.
  public init(id: String, terms: SignedTerms, person: String, signed: Int) {
    self.id = id
    self.terms = terms
    self.person = person
    self.signed = signed
  }

  /// When it ends, in seconds since 1970.
  public var end: Int { signed + Self.lifetime }

  /// Whether it counts at a time.
  ///
  /// One of the future counts no more than one of the past: clocks are set back.
  public func counts(at now: Int) -> Bool { signed <= now && now < end }

  /// The answers that approve; anything else does not.
  public static let words = ["post it", "go ahead", "yes"]

  /// The same as people are told of them.
  public static let quotedWords = words.map { "“\($0)”" }.joined(separator: ", ")

  /// Whether a typed line approves: one of the words, blanks around it left out.
  public static func isGiven(by line: String) -> Bool {
    let typed = line.utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 || $0 == 0x0D }.reversed()
    return words.contains { $0.utf8.elementsEqual(typed) }
  }
}
