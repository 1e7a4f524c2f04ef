public import Markdown
public import Terminal

/// Any Markdown, laid out for a terminal, or as plain text for letters and commit messages.
///
/// It walks the document once, without recursion: what is nested a thousand deep takes a thousand steps.
public struct DocumentText {
  /// The lines.
  public private(set) var lines: [StyledText] = []
  private let usesColor: Bool
  private let isPlain: Bool
  private var margin: Margin
  private var lists: [ListMarks] = []

  /// The blank line before the next line, if there is to be one and a next line comes.
  private var gap: StyledText?

  private let noteColumns: Int

  /// Lays out a document.
  ///
  /// - Parameter isPlain: whether it is to be plain text: quotations begin with `>`, comments of HTML are left out, and
  ///   no line is one that git takes for its own.
  public init(_ document: MarkdownDocument, width: Int, usesColor: Bool, isPlain: Bool = false) {
    self.isPlain = isPlain
    self.usesColor = usesColor
    margin = Margin(width: width)
    var last = 0
    for block in document.root.children {
      if case .footnoteDefinition(let number) = block.kind { last = number }
    }
    noteColumns = "[\(last)] ".count
    for event in document.root.events {
      switch event {
      case .enter(let node): if !node.isInline { enter(node) }
      case .leave(let node): if !node.isInline { leave(node) }
      }
    }
  }

  private mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .document, .tableRow, .tableCell: return
    default: separate()
    }
    switch node.kind {
    case .list(let list):
      lists.append(ListMarks(list, items: list.isOrdered ? node.children.count : 0, depth: lists.count))
      margin.open(isTight: list.isTight)
    case .item(let task):
      let mark = lists.indices.last.map { lists[$0].next(task) } ?? ""
      margin.open(mark: mark, isTight: margin.isTight)
    case .blockQuote: margin.open(bar: StyledText(isPlain ? "> " : "│ ", .dim))
    case .footnoteDefinition(let number):
      margin.open(mark: StyledText("[\(number)] ", .dim).padded(to: noteColumns), isTight: false)
    case .paragraph: add(prose: ProseText(node, usesColor: usesColor, hidesComments: isPlain).text)
    case .heading(let level): add(heading: node, level: level)
    case .codeBlock: add(code: node.literalBytes)
    case .htmlBlock: if !isPlain || HTMLText.isVisible(node.literalBytes) { add(html: node.literalBytes) }
    case .thematicBreak:
      addMarks()
      add(StyledText(String(repeating: "─", count: margin.room), .dim))
    case .table:
      addMarks()
      for line in TableText(node, room: margin.room, usesColor: usesColor, hidesComments: isPlain).lines {
        add(line)
      }
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .list:
      lists.removeLast()
      margin.close()
    case .item, .footnoteDefinition:
      if margin.awaitsText { add(prose: "") }
      margin.close()
    case .blockQuote: margin.close()
    default: break
    }
  }

  /// A blank line before a block that follows another.
  private mutating func separate() {
    if margin.hasContent, !margin.isTight { gap = margin.blank }
  }

  private mutating func add(_ line: StyledText) {
    append((margin.next() + line).droppingTrailingSpaces)
  }

  private mutating func append(_ line: StyledText) {
    if let gap { lines.append(gap) }
    gap = nil
    lines.append(line)
  }

  private mutating func add(prose: StyledText) {
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

  private mutating func addMarks() {
    if !margin.marks.plain.isEmpty { add(prose: "") }
  }

  /// The first two levels stand out by a line below them where there is no colour, the others by their `#`.
  private mutating func add(heading node: MarkdownNode, level: Int) {
    var text = ProseText(
      node, level == 1 ? [.bold, .underline] : .bold, usesColor: usesColor, hidesComments: isPlain
    ).text
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

  private static let underlines: [Character] = ["=", "-", "~", "^", "\"", "."]
  private static let shortestUnderline = 4

  /// Code is there to be copied: it is not wrapped, and its tabs reach to where a terminal sets them.
  private mutating func add(code bytes: ArraySlice<UInt8>) {
    addMarks()
    for line in FileText(bytes).lines {
      let text = line.expandingTabs(every: 8)
      let margin = margin.next()
      append(
        text.isEmpty ? margin.droppingTrailingSpaces : margin + StyledText("    ") + StyledText(text, .cyan))
    }
  }

  private mutating func add(html bytes: ArraySlice<UInt8>) {
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
