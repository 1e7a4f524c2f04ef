/// Writes a document as Jira's wiki markup, by the rules of docs/rendering.md.
///
/// It goes down by recursion: a rendering nests no deeper than `ADFConversion.deepestList` allows.
struct JiraWriter {
  private(set) var output: [UInt8] = []

  /// The document as the body of a comment.
  static func text(of document: ADFDocument) -> [UInt8] {
    var writer = JiraWriter()
    writer.write(document.blocks)
    return writer.output
  }

  private mutating func write(_ blocks: [ADFBlock]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: ADFBlock) {
    switch block {
    case .paragraph(let words, _): writeLine(words)
    case .heading(let level, let words):
      if !words.isEmpty { writeLine(words, behind: "h\(level). ") }
    case .bulletList(let items): write(list: items, number: nil, behind: "")
    case .orderedList(let start, let items): write(list: items, number: start, behind: "")
    case .taskList(let tasks):
      beginBlock()
      write(tasks, behind: "")
    case .codeBlock(let language, let code): write(code, in: language)
    case .blockquote(let blocks): write(blocks, within: "{quote}", "{quote}")
    case .rule:
      beginBlock()
      put("----")
    case .table(let rows):
      beginBlock()
      for row in rows { write(row) }
    case .panel(let panel, let blocks): write(blocks, within: "{panel:bgColor=\(panel.color)}", "{panel}")
    case .expand(let title, let blocks):
      if title == ADFRecord.frontMatterTitle { writeLine([.text(title, ADFMarks(styles: .strong))]) }
      write(blocks)
    }
  }

  /// A line of its own, a blank one before it.
  private mutating func writeLine(_ words: [ADFInline], behind mark: String = "") {
    beginBlock()
    put(mark)
    put(words, beginsLine: mark.isEmpty)
  }

  private mutating func write(_ blocks: [ADFBlock], within begin: String, _ end: String) {
    beginBlock()
    put(begin)
    put("\n")
    write(blocks)
    put("\n\(end)")
  }

  // MARK: Code

  /// The macro that holds code as it is, or, where the code itself writes the ends of both, a line of inline code each.
  private mutating func write(_ code: String, in language: String) {
    beginBlock()
    switch JiraCode(code, language: language) {
    case .macro(let begin, let end): put("{\(begin)}\n\(code)\n{\(end)}")
    case .lines:
      let lines = code.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
      for (index, line) in lines.enumerated() {
        if index > 0 { put("\n") }
        put([.text(String(line), ADFMarks(styles: .code))])
      }
    }
  }

  // MARK: Lists

  /// A list; its numbers are written out where Jira would count otherwise.
  private mutating func write(list items: [ADFItem], number: Int?, behind marks: String) {
    let isCounted = number == 1 && !items.contains { $0.isParted }
    let marks = marks + (isCounted ? "#" : "*")
    if marks.utf8.count == 1 { beginBlock() }
    for (place, item) in items.enumerated() {
      let label = isCounted ? nil : number.map { "\($0 + place). " }
      write(item, label: label, behind: marks)
    }
  }

  private mutating func write(_ item: ADFItem, label: String?, behind marks: String) {
    var words: [ADFInline] = label.map { [.text($0)] } ?? []
    var rest = item.blocks[...]
    while case .paragraph(let more, _)? = rest.first {
      if !words.isEmpty, !more.isEmpty, rest.count < item.blocks.count { words += [.hardBreak, .hardBreak] }
      words += more
      rest.removeFirst()
    }
    writeItem(words, behind: marks)
    for block in rest {
      switch block {
      case .bulletList(let items): write(list: items, number: nil, behind: marks)
      case .orderedList(let start, let items): write(list: items, number: start, behind: marks)
      case .taskList(let tasks): write(tasks, behind: marks)
      default: write(block)
      }
    }
  }

  private mutating func write(_ tasks: [ADFTask], behind marks: String) {
    for task in tasks {
      switch task {
      case .item(let isDone, let words):
        writeItem([.text(isDone ? "☑ " : "☐ ")] + words, behind: marks + "*")
      case .list(let tasks): write(tasks, behind: marks + "*")
      }
    }
  }

  /// One line; an item without words holds a blank that stays.
  private mutating func writeItem(_ words: [ADFInline], behind marks: String) {
    beginLine()
    put("\(marks) ")
    if words.isEmpty { put("&nbsp;") } else { put(words) }
  }

  // MARK: Tables

  private mutating func write(_ row: ADFRow) {
    let bar = row.isHeader ? "||" : "|"
    beginLine()
    put(bar)
    for cell in row.cells {
      put(" ")
      for case .paragraph(let words, _) in cell where !words.isEmpty {
        put(words)
        put(" ")
      }
      put(bar)
    }
  }

  // MARK: Lines

  private mutating func put(_ words: [ADFInline], beginsLine: Bool = true) {
    var prose = JiraProse(beginsLine: beginsLine)
    prose.write(words)
    output += prose.output
  }

  private mutating func put(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  private mutating func beginLine() {
    if let last = output.last, last != 0x0A { put("\n") }
  }

  /// A blank line parts a block from the one before; the first of what a macro holds follows its line.
  private mutating func beginBlock() {
    guard !output.isEmpty, output.last != 0x0A else { return }
    put("\n\n")
  }
}

extension ADFItem {
  /// Whether something in it ends the list that it stands in: code, or a paragraph behind a list.
  var isParted: Bool {
    var isBehindList = false
    for block in blocks {
      switch block {
      case .paragraph: if isBehindList { return true }
      case .bulletList(let items), .orderedList(_, let items):
        isBehindList = true
        if items.contains(where: \.isParted) { return true }
      case .taskList: isBehindList = true
      default: return true
      }
    }
    return false
  }
}

extension ADFPanel {
  /// Its ground, as Atlassian's palette has it.
  fileprivate var color: String {
    switch self {
    case .info: "#deebff"
    case .note: "#eae6ff"
    case .success: "#e3fcef"
    case .warning: "#fffae6"
    case .error: "#ffebe6"
    }
  }
}
