extension String {
  /// The lines of the text, broken at spaces so that none is wider; a longer word keeps its line to itself.
  public func lines(wrappedTo width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
      var lines: [String] = []
      var line = ""
      var used = 0
      for word in paragraph.split(separator: " ") {
        let columns = String(word).terminalColumns
        if used > 0, used + 1 + columns > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line += used > 0 ? " \(word)" : String(word)
        used += columns + (used > 0 ? 1 : 0)
      }
      return lines + [line]
    }
  }
}

/// The text with line breaks at spaces, each line behind the indent and none wider than the width.
public func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
  let margin = String(repeating: " ", count: indent)
  return text.lines(wrappedTo: max(1, width - indent))
    .map { $0.isEmpty ? "" : margin + $0 }
    .joined(separator: "\n")
}
