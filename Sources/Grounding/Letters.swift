/// What bytes of ASCII are.
enum Letters {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  static func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte) }

  /// Whether it may stand in a name of code; letters beyond ASCII may.
  static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || isCapital(byte) || isSmall(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

extension Collection<UInt8> {
  /// Whether the text is a commit's name or an abbreviation of one: 7 to 64 digits of base 16, letters among them.
  ///
  /// A number of decimal digits alone is mostly none, and a word of letters alone neither (“defaced”).
  var isCommitName: Bool {
    (7...64).contains(count) && allSatisfy(Letters.isHexadecimal) && contains(where: Letters.isDigit)
      && contains { !Letters.isDigit($0) }
  }

  /// Whether the text is `v1.2.3` or `1.2.3`, with what may follow: `-rc1`.
  var isVersion: Bool {
    let body = first == UInt8(ascii: "v") ? dropFirst() : self[...]
    let parts = body.prefix { Letters.isDigit($0) || $0 == UInt8(ascii: ".") }.split(
      separator: UInt8(ascii: "."))
    let rest = body.drop { Letters.isDigit($0) || $0 == UInt8(ascii: ".") }
    guard body.first.map(Letters.isDigit) == true else { return false }
    return parts.count >= (first == UInt8(ascii: "v") ? 2 : 3) && parts.count <= 4
      && (rest.isEmpty || "-+".utf8.contains(rest.first ?? 0)) && rest.count < 20
  }
}
