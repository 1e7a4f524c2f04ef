/// Replaces what looks like a credential before anything is kept.
///
/// A secret becomes `MASKED-aws-access-key-3f9a1c22b0de`: one word of letters, digits and hyphens, which Markdown, YAML,
/// JSON, a shell, a URL and a regular expression all take for itself, and which a double click selects.
public struct Masker: Sendable {
  static let table = AnchorTable(SecretRule.all)

  private let allowed: Set<String>

  /// A masker that lets through the secrets with these fingerprints.
  public init(allowing fingerprints: some Sequence<String> = []) {
    allowed = Set(fingerprints.compactMap(Fingerprint.digits(in:)))
  }

  /// Whether a text is a fingerprint as notes and masked texts show it.
  public static func isFingerprint(_ text: String) -> Bool { Fingerprint.digits(in: text) != nil }

  /// A stream that masks.
  public func stream() -> MaskedStream { MaskedStream(allowing: allowed) }

  /// Masks bytes.
  public func mask(_ bytes: some Collection<UInt8>) -> Masked<[UInt8]> {
    var stream = stream()
    let text = stream.feed(bytes) + stream.finish()
    return Masked(text: text, secrets: stream.secrets)
  }

  /// Masks a text.
  public func mask(_ text: String) -> Masked<String> {
    let masked = mask(text.utf8)
    if masked.secrets.isEmpty { return Masked(text: text, secrets: []) }
    return Masked(text: String(decoding: masked.text, as: UTF8.self), secrets: masked.secrets)
  }

  /// Masks the words of a command, of which one may name what the next one holds.
  public func mask(words: [String]) -> Masked<[String]> {
    let separator = Character(Unicode.Scalar(WordSeparator.byte))
    let masked = mask(words.joined(separator: String(separator)))
    guard !masked.secrets.isEmpty else { return Masked(text: words, secrets: []) }
    return Masked(
      text: masked.text.split(separator: separator, omittingEmptySubsequences: false).map(String.init),
      secrets: masked.secrets)
  }
}
