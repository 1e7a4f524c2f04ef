private import CSodium
private import FoundationEssentials

/// The SHA-256 of bytes that come piece by piece (FIPS 180-4), computed by libsodium.
public struct SHA256: Sendable {
  private var state = crypto_hash_sha256_state()

  /// The digest of nothing yet.
  public init() {
    crypto_hash_sha256_init(&state)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let isAdded = bytes.withContiguousStorageIfAvailable {
      crypto_hash_sha256_update(&state, $0.baseAddress, UInt64($0.count))
    }
    if isAdded == nil { update(Array(bytes)) }
  }

  /// Adds a text and a NUL, so that neighbouring texts cannot run into each other.
  public mutating func update(field text: String) {
    update(text.utf8)
    update(CollectionOfOne(0))
  }

  /// The digest of all that was added: 64 hexadecimal digits.
  public func hexadecimal() -> String { hexadecimalText(bytes) }

  private var bytes: [UInt8] {
    var final = state
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256_final(&final, &digest)
    return digest
  }

  /// The digest of some bytes: 64 hexadecimal digits.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal()
  }

  /// The digest of some bytes in Base64 (RFC 4648), as a Content-Security-Policy names a source.
  public static func base64(of bytes: some Sequence<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return Data(digest.bytes).base64EncodedString()
  }
}
