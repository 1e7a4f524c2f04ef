/// The password in `scheme://user:password@host`: user and host stay (RFC 3986, 3.2.1).
struct URLPassword {
  private let text: ScannedText

  init(_ text: ScannedText) { self.text = text }

  private static let ends = ByteSet(" \t\r\n/\"'<>`\\,")

  /// The password of the URL whose "://" ends at `start`.
  func find(from start: Int) -> Found? {
    guard ByteSet.alphanumeric.contains(text[start - 4]) else { return nil }
    var end = start
    var at: Int?
    while end < start + 512, text[end] > 0x20, text[end] < 0x7F, !Self.ends.contains(text[end]) {
      if text[end] == UInt8(ascii: "@") { at = end }
      end += 1
    }
    guard let at, ByteSet.alphanumeric.contains(text[at + 1]) || ByteSet("[${%_").contains(text[at + 1])
    else {
      return nil
    }
    guard let colon = text.bytes[start..<at].firstIndex(of: UInt8(ascii: ":")) else {
      // A token in the place of the user.
      let user = CredentialValue(value: text.bytes[start..<at], kind: .token)
      return at - start >= 20 && user.isCredential ? Found(start..<at) : nil
    }
    let range = (colon + 1)..<at
    return UserPassword.isSecret(text.bytes[start..<colon], text.bytes[range]) ? Found(range) : nil
  }
}

/// The password in `curl -u user:password`.
struct UserOption {
  private let text: ScannedText

  init(_ text: ScannedText) { self.text = text }

  /// The password behind the option `literal` at `start`.
  func find(_ literal: String, at start: Int) -> Found? {
    guard
      text[start - 1] <= 0x20 || text[start - 1] == UInt8(ascii: "'")
        || text[start - 1] == UInt8(ascii: "\""),
      text.hasBefore(start, "curl")
    else { return nil }
    var first = start + literal.utf8.count
    if ByteSet("\"'=").contains(text[first]) { first += 1 }
    var end = first
    while end < first + 256, text[end] > 0x20, text[end] < 0x7F, !ByteSet("\"'\\").contains(text[end]) {
      end += 1
    }
    guard let colon = text.bytes[first..<min(end, text.bytes.count)].firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    let range = (colon + 1)..<end
    return UserPassword.isSecret(text.bytes[first..<colon], text.bytes[range]) ? Found(range) : nil
  }
}

/// A password beside its user: it need not be random to be one.
enum UserPassword {
  static func isSecret(_ user: ArraySlice<UInt8>, _ password: ArraySlice<UInt8>) -> Bool {
    // Where both are the same word, it is the login of a local test database that everybody knows.
    guard password.count >= 4, !password.elementsEqual(user), !Dummy.isValue(password) else { return false }
    guard !password.contains(where: { ByteSet("{}()").contains($0) }) else { return false }
    // "localhost:8080@…" is no login.
    let isPort = password.allSatisfy { ByteSet.digits.contains($0) } && password.count <= 5
    return !(isPort && (user.contains(UInt8(ascii: ".")) || user.elementsEqual("localhost".utf8)))
  }
}
