/// Writes words so that Jira's renderer of wiki markup shows them as they are.
///
/// Source: the notation help of Jira ("Text Formatting Notation"). What it lets be escaped stands behind a backslash; a
/// backslash itself is an entity, as two of them end a line, and so is what the help has no escape for.
struct JiraEscaping {
  /// Where words stand.
  enum Place {
    /// In prose; whether that begins a line, where more is markup.
    case prose(beginsLine: Bool)

    /// In the words of a link, which end at the first bar or bracket.
    case link
  }

  private let bytes: [UInt8]
  private let place: Place

  /// Appends the words to what is written already.
  static func append(_ text: String, to output: inout [UInt8], in place: Place = .prose(beginsLine: false)) {
    let escaping = JiraEscaping(bytes: Array(text.utf8), place: place)
    for index in escaping.bytes.indices { escaping.append(at: index, to: &output) }
  }

  private func append(at index: Int, to output: inout [UInt8]) {
    let byte = bytes[index]
    if isEmoticon(at: index, behind: output) || isLineMark(at: index) { return Self.entity(byte, &output) }
    switch byte {
    case UInt8(ascii: "\\"): Self.entity(byte, &output)
    case UInt8(ascii: "&"): output.append(contentsOf: isEntity(at: index) ? Array("&amp;".utf8) : [byte])
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"):
      if case .link = place { Self.entity(byte, &output) } else { Self.escape(byte, &output) }
    case UInt8(ascii: ":"):
      if isScheme(at: index) { Self.entity(byte, &output) } else { output.append(byte) }
    default:
      if isStyle(byte, at: index) { Self.escape(byte, &output) } else { output.append(byte) }
    }
  }

  private static func escape(_ byte: UInt8, _ output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    output.append(byte)
  }

  private static func entity(_ byte: UInt8, _ output: inout [UInt8]) {
    output.append(contentsOf: "&#\(byte);".utf8)
  }

  // MARK: What is markup

  private func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  /// Whether it may set words: at the edge of a word, for what stands within one is none.
  private func isStyle(_ byte: UInt8, at index: Int) -> Bool {
    let (before, after) = (self.byte(at: index - 1), self.byte(at: index + 1))
    return switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "^"), UInt8(ascii: "~"): true
    case UInt8(ascii: "_"): !(Self.isWord(before) && Self.isWord(after))
    case UInt8(ascii: "-"):
      !(Self.isWord(before) && Self.isWord(after)) && !(before == 0x20 && after == 0x20)
    case UInt8(ascii: "?"): before == byte || after == byte
    case UInt8(ascii: "!"): after != 0x20
    case UInt8(ascii: "#"): beginsLine(index)
    default: false
    }
  }

  private func beginsLine(_ index: Int) -> Bool {
    guard case .prose(beginsLine: true) = place else { return false }
    return bytes[..<index].allSatisfy { $0 == 0x20 }
  }

  /// Whether it is the point of `h1.` or `bq.` at the beginning of a line.
  private func isLineMark(at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "."), index >= 2, beginsLine(index - 2) else { return false }
    let word = bytes[(index - 2)..<index]
    return word.elementsEqual("bq".utf8)
      || (word.first == UInt8(ascii: "h") && (0x31...0x36).contains(bytes[index - 1]))
  }

  /// Whether it is the colon of an address, which would become a link.
  private func isScheme(at index: Int) -> Bool {
    let rest = bytes[(index + 1)...]
    let before = bytes[..<index].suffix(6).map(ASCII.lowercased)
    return rest.starts(with: "//".utf8) || before.elementsEqual("mailto".utf8)
  }

  /// Whether it is an ampersand that begins an entity, which Jira takes over as it is.
  private func isEntity(at index: Int) -> Bool {
    var end = index + 1
    if byte(at: end) == UInt8(ascii: "#") { end += 1 }
    let start = end
    while Self.isWord(byte(at: end)) { end += 1 }
    return end > start && byte(at: end) == UInt8(ascii: ";")
  }

  private static let bodies = [
    "y", "n", "i", "/", "x", "!", "+", "-", "?", "on", "off", "*", "*r", "*g", "*b", "*y", "flag", "flagoff",
  ]

  /// Whether a picture of a face or a sign would be read here: `(x)`, or the mouth behind the eyes of `:-)`.
  private func isEmoticon(at index: Int, behind output: [UInt8]) -> Bool {
    let byte = bytes[index]
    if byte == UInt8(ascii: "("), let end = bytes[index...].prefix(10).firstIndex(of: UInt8(ascii: ")")) {
      let body = bytes[(index + 1)..<end].map(ASCII.lowercased)
      if Self.bodies.contains(where: { $0.utf8.elementsEqual(body) }) { return true }
    }
    guard "()DPp".utf8.contains(byte) else { return false }
    let eyes = output.last == UInt8(ascii: "-") ? output.dropLast().last : output.last
    return eyes == UInt8(ascii: ":") || (eyes == UInt8(ascii: ";") && "()".utf8.contains(byte))
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(ASCII.lowercased(byte))
  }
}
