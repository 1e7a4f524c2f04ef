/// What becomes of the address of a link or an image.
enum ADFAddress: Equatable {
  /// It is followed.
  case absolute(String)

  /// It is kept, but leads nowhere from another site.
  case relative(String)

  /// It is empty, or runs a program where it is followed.
  case none

  /// The address `url`, taken from `base` where it is relative.
  init(_ url: String, base: String?) {
    let needsEncoding = Self.needsEncoding(url)
    // Most addresses are these, and are whole.
    if !needsEncoding, url.hasPrefix("https://") || url.hasPrefix("http://") {
      self = .absolute(url)
      return
    }
    let bytes = needsEncoding ? Self.encoded(url) : Array(url.utf8)
    guard !bytes.isEmpty, bytes != [UInt8(ascii: "#")] else {
      self = .none
      return
    }
    let text = needsEncoding ? String(decoding: bytes, as: UTF8.self) : url
    if let scheme = Self.scheme(of: bytes) {
      self = Self.unsafeSchemes.contains(scheme) ? .none : .absolute(text)
    } else if bytes.starts(with: "//".utf8) {
      self = .absolute("https:\(text)")
    } else if let base, bytes.first != UInt8(ascii: "#") {
      self = .absolute(Self.joined(base, text))
    } else {
      self = .relative(text)
    }
  }

  private static let unsafeSchemes: Set<String> = ["javascript", "vbscript", "data", "file"]

  /// What an address may not hold is written as RFC 3986 has it; all else stays byte for byte.
  private static func encoded(_ url: String) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in url.utf8 {
      if isEncoded(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func needsEncoding(_ url: String) -> Bool {
    var url = url
    return url.withUTF8 { unsafe $0.contains(where: isEncoded) }
  }

  private static func isEncoded(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// The scheme in lower case: a letter, then letters, digits, `+`, `-` and `.`, up to a colon.
  static func scheme(of bytes: [UInt8]) -> String? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: ":")), end > 0 else { return nil }
    let name = bytes[..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let isName = name.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
    }
    guard isName, (0x61...0x7A).contains(name[0]) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// `path` behind `base`, one slash between them.
  private static func joined(_ base: String, _ path: String) -> String {
    let directory = base.utf8.last == UInt8(ascii: "/") ? String(base.dropLast()) : base
    return directory + (path.utf8.first == UInt8(ascii: "/") ? path : "/\(path)")
  }
}
