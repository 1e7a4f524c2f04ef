import Terminal

/// A page that blocks are written on, one below the other, for a terminal or as plain text.
struct TextPage {
  /// The lines.
  private(set) var lines: [StyledText] = []

  /// What stands left of them.
  var margin: Margin

  /// The blank line before the next line, if there is to be one and a next line comes.
  private var gap: StyledText?

  private let usesColor: Bool

  /// Whether no line is to be one that git takes for its own.
  private let isPlain: Bool

  init(width: Int, usesColor: Bool, isPlain: Bool = false) {
    margin = Margin(width: width)
    self.usesColor = usesColor
    self.isPlain = isPlain
  }

  /// A blank line before a block that follows another.
  mutating func separate() {
    if margin.hasContent, !margin.isTight { gap = margin.blank }
  }

  mutating func add(_ line: StyledText) {
    append((margin.next() + line).droppingTrailingSpaces)
  }

  private mutating func append(_ line: StyledText) {
    if let gap { lines.append(gap) }
    gap = nil
    lines.append(line)
  }

  mutating func add(prose: StyledText) {
    let text = margin.takeMarks() + prose
    let lines = text.lines(wrappedTo: margin.room)
    guard isPlain, margin.columns == 0, lines.contains(where: Self.isOfGit) else {
      for line in lines { add(line) }
      return
    }
    for line in text.lines(wrappedTo: margin.room - 1) { add(Self.isOfGit(line) ? " " + line : line) }
  }

  /// Whether git would take a line of a message for a comment, or mail for the begin of a patch or of another letter.
  private static func isOfGit(_ line: StyledText) -> Bool {
    let plain = line.plain
    return ["#", "---", "diff -", "Index: ", "From "].contains { plain.hasPrefix($0) }
  }

  mutating func addMarks() {
    if !margin.marks.plain.isEmpty { add(prose: "") }
  }

  /// The first two levels stand out by a line below them where there is no colour, the others by their `#`.
  mutating func add(heading: StyledText, level: Int) {
    var text = heading
    if level > 2, !isPlain { text = StyledText(String(repeating: "#", count: level) + " ", .dim) + text }
    text = margin.takeMarks() + text
    let lines = text.lines(wrappedTo: isPlain ? margin.room - 1 : margin.room)
    for line in lines { add(isPlain && margin.columns == 0 && Self.isOfGit(line) ? " " + line : line) }
    guard !usesColor, level <= 2 || isPlain else { return }
    let columns = min(margin.room, lines.map(\.columns).max() ?? 0)
    guard columns > 0 else { return }
    // Three hyphens alone would end a commit message that travels by mail.
    let length = isPlain ? max(columns, Self.shortestUnderline) : columns
    add(StyledText(String(repeating: Self.underlines[level - 1], count: length)))
  }

  /// How the words of a heading look.
  static func style(ofHeading level: Int) -> Style { level == 1 ? [.bold, .underline] : .bold }

  private static let underlines: [Character] = ["=", "-", "~", "^", "\"", "."]
  private static let shortestUnderline = 4

  /// A line across the page.
  mutating func addBreak() {
    addMarks()
    add(StyledText(String(repeating: "─", count: margin.room), .dim))
  }

  mutating func add(table: TableText) {
    addMarks()
    for line in table.lines { add(line) }
  }

  /// Code is there to be copied: it is not wrapped, and its tabs reach to where a terminal sets them.
  mutating func add(code bytes: ArraySlice<UInt8>) {
    addMarks()
    for line in FileText(bytes).lines {
      let text = line.expandingTabs(every: 8)
      let margin = margin.next()
      append(
        text.isEmpty ? margin.droppingTrailingSpaces : margin + StyledText("    ") + StyledText(text, .cyan))
    }
  }

  mutating func add(html bytes: ArraySlice<UInt8>) {
    addMarks()
    for line in FileText(bytes).lines {
      let text = line.expandingTabs(every: 8)
      let indent = min(text.utf8.prefix { $0 == 0x20 }.count, margin.room / 4)
      for piece in StyledText(text, .dim).lines(wrappedTo: margin.room - indent) {
        add(StyledText(String(repeating: " ", count: indent)) + piece)
      }
    }
  }
}
