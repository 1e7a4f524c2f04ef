import Markdown

/// Prose of ADF written as Markdown.
///
/// It is written as a person would; where that does not read back as it was, with every sign behind a backslash and a
/// comment between words that are set differently.
enum ADFWords {
  /// A paragraph; a break ends a line.
  static func lines(_ words: [ADFInline]) -> [String] {
    text(words, newline: "\\\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// One line, as headings and cells are.
  static func line(_ words: [ADFInline]) -> String {
    text(words, newline: "<br>")
  }

  /// The text with every sign of Markdown's behind a backslash.
  static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      if isSign(byte) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text as a person would write it.
  static func plain(_ text: String) -> String { MarkdownText.escaped(text) }

  /// The same among other words, with the blanks that part it from them.
  private static func flowing(_ text: String) -> String {
    let words = plain(text)
    guard !words.isEmpty else { return text.isEmpty ? "" : " " }
    return (text.first == " " ? " " : "") + words + (text.last == " " ? " " : "")
  }

  private static func text(_ words: [ADFInline], newline: String) -> String {
    let expected = words.map { inline -> ADFInline in
      if case .status(let word, _) = inline { return .text(word) }
      return inline
    }
    // A mail address that is no link would become one.
    let hasAt = words.contains { $0.text.contains("@") }
    for write in hasAt ? [flowing, { flowing($0).replacing("@", with: unlinkedAt) }] : [flowing] {
      let simple = words.map { piece($0, newline: newline, write) }.joined()
      // At the beginning of an item or a quotation these are a box, or the kind of an alert.
      let isMark = ["[ ] ", "[x] ", "[X] ", "[!"].contains { simple.hasPrefix($0) }
      if !isMark, let reading = try? ADFRendering(Array(simple.utf8)),
        reading.document.blocks == [.paragraph(expected)]
      {
        return simple
      }
    }
    var text = ""
    for (place, inline) in words.enumerated() {
      let isFirst = place == 0 || words[place - 1] == .hardBreak
      if !isFirst, inline != .hardBreak { text += "<!-- -->" }
      text += piece(inline, newline: newline) { guarded($0) }
    }
    return text
  }

  private static func piece(_ inline: ADFInline, newline: String, _ write: (String) -> String) -> String {
    switch inline {
    case .hardBreak: return newline
    case .status(let word, _): return write(word)
    case .text(let text, let marks):
      var result = marks.styles.contains(.code) ? codeSpan(text) : write(text)
      for (style, sign) in [(ADFMarks.Styles.emphasis, "*"), (.strong, "**"), (.strike, "~~")]
      where marks.styles.contains(style) {
        result = sign + result + sign
      }
      return marks.link.map { link(result, text, $0) } ?? result
    }
  }

  private static func link(_ words: String, _ text: String, _ link: ADFLink) -> String {
    if link.title.isEmpty, text == link.href, ADFAddress(text, base: nil) == .absolute(text),
      !text.utf8.contains(UInt8(ascii: "&"))
    {
      return "<\(text)>"
    }
    let title = link.title.isEmpty ? "" : " \"\(escaped(link.title))\""
    let needsBrackets = link.href.utf8.contains { $0 <= 0x20 || "()<>\\&".utf8.contains($0) }
    return "[\(words)](\(needsBrackets ? "<\(escaped(link.href))>" : link.href)\(title))"
  }

  /// Code as it is; blanks at both ends need one more each, which reading takes away.
  private static func codeSpan(_ code: String) -> String {
    var longest = 0
    var run = 0
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let ticks = String(repeating: "`", count: longest + 1)
    let isBlank = code.utf8.allSatisfy { $0 == 0x20 }
    let needsBlanks =
      code.hasPrefix("`") || code.hasSuffix("`") || (code.hasPrefix(" ") && code.hasSuffix(" ") && !isBlank)
    return needsBlanks ? "\(ticks) \(code) \(ticks)" : ticks + code + ticks
  }

  /// Of a mail address, a backslash does not keep it from being a link.
  private static let unlinkedAt = "@<!-- -->"

  /// Every sign behind a backslash, and white space where it could be lost as entities.
  private static func guarded(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (place, scalar) in scalars.enumerated() {
      let isEdge = place == 0 || place == scalars.count - 1
      if scalar.properties.isWhitespace, isEdge || scalar.value < 0x20 {
        result += "&#\(scalar.value);"
      } else if scalar.isASCII, isSign(UInt8(truncatingIfNeeded: scalar.value)) {
        result += scalar == "@" ? unlinkedAt : "\\\(scalar)"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Signs that may be markup; a bar is none outside of a table.
  private static func isSign(_ byte: UInt8) -> Bool {
    ((0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || byte == UInt8(ascii: "~"))
  }
}
