private import CSodium

/// The SHA-256 of bytes that come piece by piece (FIPS 180-4), computed by libsodium.
public struct SHA256: Sendable {
  private var state = crypto_hash_sha256_state()

  /// The digest of nothing yet.
  public init() {
    crypto_hash_sha256_init(&state)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    crypto_hash_sha256_update(&state, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
  }

  /// Adds bytes.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let whole = Array(bytes)
    whole.withUnsafeBytes { update($0) }
  }

  /// Adds a text and a NUL, so that neighbouring texts cannot run into each other.
  public mutating func update(field text: String) {
    update(text.utf8)
    update(CollectionOfOne(0))
  }

  /// The digest of all that was added: 64 hexadecimal digits.
  public func hexadecimal() -> String {
    var final = state
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256_final(&final, &digest)
    return hexadecimalText(digest)
  }

  /// The digest of some bytes: 64 hexadecimal digits.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal()
  }
}
