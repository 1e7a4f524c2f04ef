private import CSodium

/// Says of bytes that whoever knew a key has written them: HMAC-SHA-256 (RFC 2104), computed by libsodium.
public enum MessageAuthentication {
  /// The code of some bytes under a key: 64 hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8], key: [UInt8]) -> String {
    var state = crypto_auth_hmacsha256_state()
    crypto_auth_hmacsha256_init(&state, key, key.count)
    crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
    var code = [UInt8](repeating: 0, count: 32)
    crypto_auth_hmacsha256_final(&state, &code)
    return hexadecimalText(code)
  }
}
