import Markdown

/// What may stand between a commit and the day that it is of: “`0108ac5982` “Skip events (#27)” (Ann Bell, ” 2026-03-12.
enum Apposition {
  /// Longer texts say something of their own.
  private static let longest = 200

  /// Whether a day behind the text is that of the commit before it.
  static func joins(_ between: ArraySlice<UInt8>) -> Bool {
    guard between.count <= longest, between.place(of: "\n\n".utf8) == nil else { return false }
    var rest = between
    if rest.first == UInt8(ascii: "`") { rest = rest.dropFirst() }
    rest = withoutQuotation(rest.trimmedBlanks).trimmedBlanks
    let words = String(decoding: rest, as: UTF8.self)
    if ["(", "of", "from", "(of", "(from"].contains(words) { return true }
    // The author between them: capitals alone.
    guard words.hasPrefix("("), words.hasSuffix(",") else { return false }
    let names = words.dropFirst().dropLast().split(separator: " ")
    return (1...4).contains(names.count)
      && names.allSatisfy {
        $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || "-.'’".contains($0) }
      }
  }

  /// Without the subject of the commit, in quotation marks.
  private static func withoutQuotation(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for (start, end) in [("“", "”"), ("\"", "\"")] where text.starts(with: start.utf8) {
      let behind = text.dropFirst(start.utf8.count)
      guard let place = behind.place(of: end.utf8) else { return text }
      return behind[(place + end.utf8.count)...]
    }
    return text
  }
}
