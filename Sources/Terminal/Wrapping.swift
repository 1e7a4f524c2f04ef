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
    var lines: [String] = []
    var line: [UInt8] = []
    var used = 0
    for word in utf8.split(separator: 0x20) {
      let columns = word.count { $0 & 0xC0 != 0x80 }
      if !line.isEmpty, used + 1 + columns > width {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
        used = 0
      }
      if !line.isEmpty {
        line.append(0x20)
        used += 1
      }
      line += word
      used += columns
    }
    return lines + [String(decoding: line, as: UTF8.self)]
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
