/// A secret that was masked: what it was and where, never what it said.
public struct MaskedSecret: Sendable, Codable, Equatable {
  /// The kind, in a word that stays the same: "aws-access-key".
  public var kind: String

  /// What it is told apart by: its kind and twelve digits of the SHA-256 of its bytes.
  public var fingerprint: String

  /// The line of the text as it was, from 1.
  public var line: Int

  /// The column in that line, in bytes, from 1.
  public var column: Int

  /// Its length in bytes.
  public var length: Int
}

/// A text in which secrets are masked.
public struct Masked<Text: Sendable>: Sendable {
  /// The text without them.
  public var text: Text

  /// What was masked, in the order of the text.
  public var secrets: [MaskedSecret]
}
