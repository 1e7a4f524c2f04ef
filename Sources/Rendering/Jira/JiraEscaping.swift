/// Writes words so that Jira's renderer of wiki markup shows them as they are.
///
/// What the notation help lets be escaped stands behind a backslash; a backslash itself is an entity, as two of them end
/// a line, and so is what the help has no escape for.
struct JiraEscaping {
  /// Where words stand.
  enum Place {
    /// In prose.
    case prose

    /// In a cell of a table, which ends at the first bar.
    case cell

    /// In the words of a link, which end at the first bar or bracket: there, all is an entity.
    case link
  }

  private let bytes: [UInt8]
  private let place: Place
  private let styles: ADFMarks.Styles

  /// Where the first word of a line stands; nil where these words do not begin one.
  private let lineStart: Int?

  /// Appends the words to what is written already.
  ///
  /// - Parameters:
  ///   - beginsLine: whether only blanks and signs that set them stand before them, where more is markup.
  ///   - styles: how signs around them set them.
  static func append(
    _ text: String, to output: inout [UInt8], in place: Place, beginsLine: Bool = false,
    styles: ADFMarks.Styles = []
  ) {
    let escaping = JiraEscaping(Array(text.utf8), place, beginsLine: beginsLine, styles)
    var index = 0
    for scalar in text.unicodeScalars {
      let end = index + UTF8.width(scalar)
      if !styles.isEmpty, !JiraNotation.isSettable(scalar) {
        output.append(contentsOf: JiraNotation.entity(scalar).utf8)
      } else if scalar.isASCII {
        escaping.append(at: index, to: &output)
      } else {
        output.append(contentsOf: escaping.bytes[index..<end])
      }
      index = end
    }
  }

  private init(_ bytes: [UInt8], _ place: Place, beginsLine: Bool, _ styles: ADFMarks.Styles) {
    self.bytes = bytes
    self.place = place
    self.styles = styles
    lineStart = beginsLine ? bytes.firstIndex { !ASCII.isSpace($0) } : nil
  }

  private func append(at index: Int, to output: inout [UInt8]) {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\\"): Self.entity(byte, &output)
    case UInt8(ascii: "&"):
      output += JiraNotation.isEntity(bytes[index...]) ? Array("&amp;".utf8) : [byte]
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"):
      escape(byte, &output)
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      if isSign(at: index) || isMouth(at: index, behind: output) {
        escape(byte, &output)
      } else {
        output.append(byte)
      }
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"):
      if isMouth(at: index, behind: output) { Self.entity(byte, &output) } else { output.append(byte) }
    case UInt8(ascii: ":"):
      if isScheme(at: index) || isEyes(at: index) { Self.entity(byte, &output) } else { output.append(byte) }
    case UInt8(ascii: "."):
      if isLineMark(at: index) { Self.entity(byte, &output) } else { output.append(byte) }
    default:
      if isStyle(byte, at: index, behind: output) { escape(byte, &output) } else { output.append(byte) }
    }
  }

  private func escape(_ byte: UInt8, _ output: inout [UInt8]) {
    if place == .link || (place == .cell && byte == UInt8(ascii: "|")) { return Self.entity(byte, &output) }
    output.append(UInt8(ascii: "\\"))
    output.append(byte)
  }

  private static func entity(_ byte: UInt8, _ output: inout [UInt8]) {
    output.append(contentsOf: JiraNotation.entity(Unicode.Scalar(byte)).utf8)
  }

  // MARK: What is markup

  private func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  private func isWord(at index: Int) -> Bool { byte(at: index).map(JiraNotation.isASCIIWord) ?? false }

  private func isBlank(at index: Int) -> Bool { byte(at: index).map(ASCII.isSpace) ?? false }

  /// Whether it may begin to set words, which it does before a word and not behind one; where no sign begins to, none
  /// ends it, but for the sign that these words are set by.
  private func isStyle(_ byte: UInt8, at index: Int, behind output: [UInt8]) -> Bool {
    // What is written, not the character itself: an entity ends with no letter.
    let isBehindWord = output.last.map(JiraNotation.isASCIIWord) ?? false
    return switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "^"), UInt8(ascii: "~"): true
    case UInt8(ascii: "_"): !isBehindWord || styles.contains(.emphasis)
    case UInt8(ascii: "-"):
      styles.contains(.strike) || !(isBehindWord || (isBlank(at: index - 1) && isBlank(at: index + 1)))
    case UInt8(ascii: "?"): self.byte(at: index - 1) == byte || self.byte(at: index + 1) == byte
    case UInt8(ascii: "!"): !isBehindWord && !isBlank(at: index + 1)
    case UInt8(ascii: "#"): index == lineStart
    default: false
    }
  }

  /// Whether it is the point of `h1.` or `bq.` at the beginning of a line.
  private func isLineMark(at index: Int) -> Bool {
    guard let lineStart, index == lineStart + 2 else { return false }
    let word = bytes[lineStart..<index]
    return word.elementsEqual("bq".utf8)
      || (word.first == UInt8(ascii: "h") && (0x31...0x36).contains(bytes[index - 1]))
  }

  /// Whether it is the colon of an address, which would become a link.
  private func isScheme(at index: Int) -> Bool {
    if bytes[(index + 1)...].starts(with: "//".utf8) { return true }
    let before = bytes[..<index].suffix(6).map(ASCII.lowercased)
    return before.elementsEqual("mailto".utf8) || before.suffix(4).elementsEqual("file".utf8)
  }

  /// What stands between the parentheses of a sign that is shown as a picture.
  private static let signs = [
    "y", "n", "i", "/", "x", "!", "+", "-", "?", "on", "off", "*", "*r", "*g", "*b", "*y", "flag", "flagoff",
  ].map { Array($0.utf8) }

  /// Whether a sign like `(x)` begins here; none does right before a letter or a digit.
  private func isSign(at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "("),
      let end = bytes[index...].prefix(9).firstIndex(of: UInt8(ascii: ")")), !isWord(at: end + 1)
    else { return false }
    return Self.signs.contains { $0.elementsEqual(bytes[(index + 1)..<end]) }
  }

  /// Whether it is the eyes of a face whose mouth is a letter.
  private func isEyes(at index: Int) -> Bool {
    byte(at: index + 1).map { "DPp".utf8.contains($0) } == true && !isWord(at: index + 2)
  }

  /// Whether it is the mouth of a face like `:-)`, the eyes of which may stand in words before these.
  private func isMouth(at index: Int, behind output: [UInt8]) -> Bool {
    guard !isWord(at: index + 1) else { return false }
    let isRound = "()".utf8.contains(bytes[index])
    let eyes =
      isRound && output.last == UInt8(ascii: "-")
      ? output.dropLast().last { $0 != UInt8(ascii: "\\") } : output.last
    return eyes == UInt8(ascii: ":") || (eyes == UInt8(ascii: ";") && isRound)
  }
}
