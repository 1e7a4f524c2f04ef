/// Plain text made fit to stand within a paragraph of Markdown.
public enum MarkdownText {
  /// The text on one line, with a backslash before what Markdown would read as markup.
  ///
  /// Underscores within words and brackets that begin no link stay as they are: a reader who searches the source for
  /// a name should find it. Control characters are replaced.
  public static func escaped(_ text: String) -> String {
    let bytes = oneLine(text)
    let opensLinks = hasLinkMarks(bytes)
    var output: [UInt8] = []
    for word in bytes.split(separator: 0x20, omittingEmptySubsequences: false) {
      if !output.isEmpty || word.startIndex > 0 { output.append(0x20) }
      escape(word, in: bytes, opensLinks: opensLinks, to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func escape(
    _ word: ArraySlice<UInt8>, in bytes: [UInt8], opensLinks: Bool, to output: inout [UInt8]
  ) {
    // A bare address becomes a link, in which a backslash is no escape.
    let addresses = Set(addressMarks(in: word))
    var underscores = 0..<0
    var isWithinWord = false
    if !addresses.isEmpty, !word.contains(where: { "\\`*~[]<&|".utf8.contains($0) }), word.first != underscore
    {
      output += word
      return
    }
    for place in word.indices {
      let byte = bytes[place]
      if addresses.contains(place) {
        output += Array("&#\(byte);".utf8)
        continue
      }
      let next = place + 1 < bytes.count ? bytes[place + 1] : nil
      if byte == underscore, !underscores.contains(place) {
        // Between letters or digits they are no markup.
        underscores = place..<(bytes[place...].firstIndex { $0 != underscore } ?? bytes.count)
        isWithinWord =
          place > 0 && isWord(bytes[place - 1]) && underscores.upperBound < bytes.count
          && isWord(bytes[underscores.upperBound])
      }
      let isMarkup =
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "~"): true
        case underscore: !isWithinWord
        case UInt8(ascii: "["), UInt8(ascii: "]"): opensLinks
        case UInt8(ascii: "<"): next.map { isLetter($0) || "/!?".utf8.contains($0) } == true
        case UInt8(ascii: "&"): isEntity(bytes[place...])
        default: false
        }
      if isMarkup { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
  }

  /// The colons of "http://" and the dots of "www.", where the word holds addresses that become links by themselves.
  private static func addressMarks(in word: ArraySlice<UInt8>) -> [Int] {
    word.indices.filter { place in
      word[place...].starts(with: "://".utf8)
        || (word[place] == UInt8(ascii: ".")
          && word[..<place].suffix(3).map { $0 | 0x20 }.elementsEqual("www".utf8))
    }
  }

  private static func isEntity(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.dropFirst().prefix { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x23 }
    return !name.isEmpty && bytes.dropFirst(1 + name.count).first == UInt8(ascii: ";")
  }

  /// The text as a code span on one line: its backticks are more than any that stand together in it.
  public static func codeSpan(_ text: String) -> String {
    let bytes = oneLine(text)
    guard !bytes.isEmpty else { return "" }
    let ticks = String(repeating: "`", count: longestRun(of: UInt8(ascii: "`"), in: bytes) + 1)
    let touches = bytes.first == UInt8(ascii: "`") || bytes.last == UInt8(ascii: "`")
    let space = touches ? " " : ""
    return ticks + space + String(decoding: bytes, as: UTF8.self) + space + ticks
  }

  /// The text as a code block: its fence is longer than any in the text.
  public static func codeBlock(_ text: String) -> String {
    var longest = 2
    for line in text.utf8.split(separator: 0x0A) {
      longest = max(longest, longestRun(of: UInt8(ascii: "`"), in: Array(line)))
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\n\(text.hasSuffix("\n") ? String(text.dropLast()) : text)\n\(fence)"
  }

  // MARK: Bytes

  private static let underscore = UInt8(ascii: "_")

  /// The words of a text with one space between them, control characters replaced.
  private static func oneLine(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20:
        if let last = output.last, last != 0x20 { output.append(0x20) }
      case 0..<0x20, 0x7F...0x9F: output += Array("\u{FFFD}".utf8)
      default: output += Array(String(scalar).utf8)
      }
    }
    if output.last == 0x20 { output.removeLast() }
    return output
  }

  private static func hasLinkMarks(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { first, second in
      (first == UInt8(ascii: "]") && "([:".utf8.contains(second))
        || (first == UInt8(ascii: "[") && second == UInt8(ascii: "^"))
    }
  }

  private static func longestRun(of byte: UInt8, in bytes: [UInt8]) -> Int {
    var longest = 0
    var run = 0
    for other in bytes {
      run = other == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// A letter or digit, or a part of a character beyond ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
