/// How a text is written so that it reads back the same.
enum ScalarWriting {
  /// A text in one line: plain where that is safe, else between quotes.
  ///
  /// - Parameter quotes: The quotes that a person has chosen for it, to be kept where the text allows.
  static func inline(_ text: String, isInFlow: Bool = false, quotes: YAMLScalarStyle = .plain) -> String {
    let hasQuotes = quotes == .singleQuoted || quotes == .doubleQuoted
    if !hasQuotes, isPlain(text, isInFlow: isInFlow) { return text }
    if text.unicodeScalars.contains(where: { $0 == "\t" || needsEscape($0) }) { return doubleQuoted(text) }
    let wantsSingle = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    return quotes == .singleQuoted || (quotes != .doubleQuoted && wantsSingle)
      ? singleQuoted(text) : doubleQuoted(text)
  }

  /// A text of several lines as a block under `|`; nil where a block could not hold it.
  ///
  /// - Parameter column: Where its lines begin.
  static func literal(_ text: String, column: Int) -> (header: String, lines: [String])? {
    let isFit = text.unicodeScalars.allSatisfy { $0 == "\n" || !needsEscape($0) }
    let hasSigns = text.utf8.contains { !$0.isBlank && $0 != .lineFeed }
    guard isFit, hasSigns, text.utf8.contains(.lineFeed) else { return nil }
    var lines = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false)
    // The last line's own line break comes with the line.
    let endsInLineFeed = lines.last?.isEmpty == true
    if endsInLineFeed { lines.removeLast() }
    let chomping = endsInLineFeed ? lines.last?.isEmpty == true ? "+" : "" : "-"
    // Without its number the indentation would be taken from the first line that is not empty.
    let isIndented = lines.first { !$0.isEmpty }?.first?.isBlank == true
    let indentation = String(repeating: " ", count: column)
    return (
      "|" + (isIndented ? String(Renderer.step) : "") + chomping,
      lines.map { $0.isEmpty ? "" : indentation + String(Substring($0)) }
    )
  }

  /// A comment's lines, each with its `#`.
  static func comment(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: line.lazy.filter { $0 == "\t" || !needsEscape($0) })
      return words.isEmpty ? "#" : "# " + String(words)
    }
  }

  /// Whether a text without quotes reads back the same, here and in other programs.
  private static func isPlain(_ text: String, isInFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, first != .space, last != .space, last != .colon
    else {
      return false
    }
    let isTaken = ["~", "null", "Null", "NULL", "<<"].contains(text)
    let isMarker = bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8)
    let beginsWithSign = ",[]{}#&*!|>'\"%@`".utf8.contains(first)
    let beginsWithIndicator = "-?:".utf8.contains(first) && (bytes.count == 1 || bytes[1] == .space)
    if isTaken || isMarker || beginsWithSign || beginsWithIndicator { return false }
    if isInFlow, bytes.contains(where: { ",[]{}:?".utf8.contains($0) }) { return false }
    if text.unicodeScalars.contains(where: { $0 == "\t" || needsEscape($0) }) { return false }
    return !zip(bytes, bytes.dropFirst()).contains {
      ($0 == .colon && $1 == .space) || ($0 == .space && $1 == .hash)
    }
  }

  private static func singleQuoted(_ text: String) -> String {
    let parts = text.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.map { String($0) }.joined(separator: "''") + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0": quoted += "\\0"
      case _ where !needsEscape(scalar): quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let isShort = scalar.value <= 0xFF
        quoted += isShort ? "\\x" : "\\u"
        quoted += String(repeating: "0", count: (isShort ? 2 : 4) - digits.utf8.count) + digits
      }
    }
    return quoted + "\""
  }

  /// Whether a character can only stand in a file as an escape: those that parsing refuses, and line breaks.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
