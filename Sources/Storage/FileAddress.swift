/// Addresses of files (RFC 8089), and paths as parts of addresses (RFC 3986).
public enum FileAddress {
  /// The path of a `file:` address of this machine; nil for any other.
  public static func path(of address: String) -> String? {
    for prefix in ["file://localhost/", "file:///"] where address.hasPrefix(prefix) {
      var bytes: [UInt8] = [UInt8(ascii: "/")]
      var rest = address.utf8.dropFirst(prefix.utf8.count)
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
          bytes.append(byte)
          continue
        }
        guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
        bytes.append(code)
        rest = rest.dropFirst(2)
      }
      return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }
    return nil
  }

  /// The address of an absolute path.
  public static func address(of path: String) -> String { "file://\(percentEncoded(path))" }

  /// A path as a relative reference: what is no part of one is written by its bytes.
  public static func percentEncoded(_ path: String) -> String {
    var result = ""
    let digits = Array("0123456789ABCDEF")
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }
}
