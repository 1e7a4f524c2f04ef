import Terminal

/// Lines laid out for a terminal.
struct Page {
  let terminal: TerminalCapabilities
  private(set) var lines: [StyledText] = []

  init(for terminal: TerminalCapabilities) {
    self.terminal = terminal
  }

  /// Beyond this, lines of prose tire the eye.
  var width: Int { min(terminal.width, 100) }

  var text: String {
    lines.map { $0.rendered(color: terminal.usesColor) + "\n" }.joined()
  }

  mutating func add(_ line: StyledText) {
    lines.append(line)
  }

  /// A paragraph behind a heading on the same line; further lines hang behind the indent.
  mutating func add(paragraph: String, heading: String = "", indent: Int = 0) {
    let words = heading.isEmpty ? paragraph : heading + " " + paragraph
    let texts = words.lines(wrappedTo: width - indent)
    for (index, text) in texts.enumerated() {
      let margin = StyledText(index == 0 ? "" : String(repeating: " ", count: indent))
      if index == 0, text.hasPrefix(heading) {
        add(StyledText(heading, .bold) + StyledText(String(text.dropFirst(heading.count))))
      } else {
        add(margin + StyledText(text))
      }
    }
  }

  mutating func add(heading: String) {
    add(StyledText(heading, .bold))
  }

  mutating func addBlank() {
    add("")
  }

  mutating func add(_ table: Table, textColumn: Int? = nil) {
    lines += table.lines(width: width, textColumn: textColumn)
  }
}
