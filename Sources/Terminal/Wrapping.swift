extension String {
  /// The lines of the text, broken so that none is wider; spaces that follow each other are one.
  ///
  /// Lines break at white space and between letters of scripts that have none; a longer word keeps its line to itself.
  public func lines(wrappedTo width: Int) -> [String] {
    if self[...].plainColumns != nil { return plainLines(wrappedTo: width) }
    var breaker = LineBreaker(width: width, keepsGaps: false)
    breaker.add(self, [])
    return breaker.finish().map(\.plain)
  }

  /// The same where each scalar is plain: then lines break at spaces alone, and columns are counted scalar by scalar.
  private func plainLines(wrappedTo width: Int) -> [String] {
    var bytes = Array(utf8)
    // With one space in each gap, a line is a piece of the text.
    let hasWideGap = zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
    if hasWideGap || bytes.first == 0x20 || bytes.last == 0x20 {
      bytes = Array(bytes.split(separator: 0x20).joined(separator: [0x20]))
    }
    var lines: [String] = []
    var start = 0
    // The last gap of the line, and the columns up to it and up to here.
    var gap: Int?
    var (used, columns) = (0, 0)
    for place in 0...bytes.count {
      if place < bytes.count, bytes[place] != 0x20 {
        if bytes[place] & 0xC0 != 0x80 { columns += 1 }
        continue
      }
      if columns > width, let end = gap {
        lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end + 1
        columns -= used + 1
      }
      (gap, used) = (place, columns)
      columns += 1
    }
    return lines + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}

extension StyledText {
  /// The lines of the text, broken likewise; between two words of a line spaces stay as many as they are.
  public func lines(wrappedTo width: Int) -> [StyledText] {
    var breaker = LineBreaker(width: width, keepsGaps: true)
    for span in spans { breaker.add(span.text, span.style) }
    return breaker.finish()
  }

  /// The columns of its widest part that no line break goes through.
  public var widestWord: Int {
    var breaker = LineBreaker(width: .max, keepsGaps: true)
    for span in spans { breaker.add(span.text, span.style) }
    _ = breaker.finish()
    return breaker.widestWord
  }
}

/// The text with line breaks at spaces, each line behind the indent and none wider than the width.
public func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
  let margin = String(repeating: " ", count: indent)
  return text.lines(wrappedTo: max(1, width - indent))
    .map { $0.isEmpty ? "" : margin + $0 }
    .joined(separator: "\n")
}
