/// One kind of credential: how it is known, and texts that show what is taken for one and what is not.
///
/// No rule is a pattern that backtracks: a literal leads to a place, and a look from there is bounded.
struct SecretRule: Sendable {
  /// A word for it that stays the same; it stands in what replaces a secret.
  let identifier: String

  /// What it is, in a few words.
  let what: String

  /// Where its format is told.
  let source: String

  /// Literals of which one stands in, or before, every secret of this kind.
  let anchors: [String]

  /// How a secret is found from its anchor.
  let form: Form

  /// Texts with the secret between ⟦ and ⟧; `⟨hex 32⟩` stands for so many characters of a set.
  ///
  /// Written so, no example is a credential itself: scanners of the places where this is published leave it alone.
  let masked: [String]

  /// Texts that look alike and hold no secret.
  let kept: [String]

  /// The forms that secrets have.
  enum Form: Sendable {
    /// The anchor begins the secret, which goes on with these pieces.
    case token([Piece])

    /// The anchor stays, and the pieces behind it are the secret.
    case behind([Piece])

    /// The anchor stands at some place inside: before it `Int` characters of a set.
    case around(ByteSet, Int, [Piece])

    /// The anchor ends the name of a variable, field, flag or header, and a value follows.
    case assignment(CredentialValue.Kind)

    /// `scheme://user:password@host`
    case url

    /// The value of an `Authorization` header.
    case authorization

    /// `curl -u user:password`
    case userOption

    /// A PEM or PGP block.
    case keyBlock
  }

  /// A part of a token.
  enum Piece: Sendable {
    /// Characters of a set.
    case run(ByteSet, ClosedRange<Int>)

    /// The same text every time.
    case literal(String)
  }

  /// Whether anchors are found in any case.
  var isCaseless: Bool {
    switch form {
    case .assignment, .authorization: true
    default: false
    }
  }
}
