/// Writes a document as Jira's wiki markup, by the rules of docs/rendering.md.
///
/// It goes down by recursion: a rendering nests no deeper than `ADFBranch.deepestList` allows.
struct JiraWriter {
  private var output: [UInt8] = []

  /// The macros that are open, which nothing in them may end.
  private var macros: [String] = []

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
    case .codeBlock(let language, let code):
      beginBlock()
      write(code, in: language)
    case .blockquote(let blocks): write(blocks, within: "quote")
    case .rule:
      beginBlock()
      put("----")
    case .table(let rows):
      beginBlock()
      for row in rows { write(row) }
    case .panel(let panel, let blocks): write(blocks, within: "panel", ":bgColor=\(panel.color)")
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

  private mutating func write(_ blocks: [ADFBlock], within macro: String, _ parameters: String = "") {
    beginBlock()
    put("{\(macro)\(parameters)}\n")
    macros.append(macro)
    write(blocks)
    macros.removeLast()
    put("\n{\(macro)}")
  }

  private mutating func write(_ code: String, in language: String) {
    for (place, piece) in JiraCode.pieces(of: code, language: language, within: macros).enumerated() {
      if place > 0 { put("\n") }
      switch piece {
      case .macro(let begin, let end, let code): put("{\(begin)}\n\(code)\n{\(end)}")
      case .line(let line): put([.text(line, ADFMarks(styles: .code))])
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

  /// An item: its paragraphs are one line, code follows right below; what stands behind a list in it ends all lists.
  private mutating func write(_ item: ADFItem, label: String?, behind marks: String) {
    beginLine()
    put("\(marks) ")
    var words: [ADFInline] = label.map { [.text($0)] } ?? []
    let paragraphs = item.blocks.prefix { $0.words != nil }.compactMap(\.words).filter { !$0.isEmpty }
    for (place, paragraph) in paragraphs.enumerated() {
      if place > 0 { words += [.hardBreak, .hardBreak] }
      words += paragraph
    }
    let rest = item.blocks.drop { $0.words != nil }
    if !words.isEmpty { put(words) }
    if case .codeBlock? = rest.first {} else if words.isEmpty { put("&nbsp;") }
    var isBehindList = false
    for (place, block) in rest.enumerated() {
      switch block {
      case .bulletList(let items): write(list: items, number: nil, behind: marks)
      case .orderedList(let start, let items): write(list: items, number: start, behind: marks)
      case .taskList(let tasks): write(tasks, behind: marks)
      case .codeBlock(let language, let code) where !isBehindList:
        if place > 0 || !words.isEmpty { put("\n") }
        write(code, in: language)
      case .paragraph(let words, _) where !isBehindList:
        put("\n")
        put(words)
      default: write(block)
      }
      isBehindList = isBehindList || block.isList
    }
  }

  private mutating func write(_ tasks: [ADFTask], behind marks: String) {
    for task in tasks {
      switch task {
      case .item(let isDone, let words):
        beginLine()
        put("\(marks)* ")
        put([.text(isDone ? "☑ " : "☐ ")] + words)
      case .list(let tasks): write(tasks, behind: marks + "*")
      }
    }
  }

  // MARK: Tables

  private mutating func write(_ row: ADFRow) {
    let bar = row.isHeader ? "||" : "|"
    beginLine()
    put(bar)
    for cell in row.cells {
      put(" ")
      for case .paragraph(let words, _) in cell where !words.isEmpty {
        put(words, in: .cell)
        put(" ")
      }
      put(bar)
    }
  }

  // MARK: Lines

  private mutating func put(
    _ words: [ADFInline], in place: JiraEscaping.Place = .prose, beginsLine: Bool = true
  ) {
    var prose = JiraProse(in: place, beginsLine: beginsLine)
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

extension ADFBlock {
  /// The words of a paragraph.
  fileprivate var words: [ADFInline]? {
    guard case .paragraph(let words, _) = self else { return nil }
    return words
  }

  fileprivate var isList: Bool {
    switch self {
    case .bulletList, .orderedList, .taskList: true
    default: false
    }
  }
}

extension ADFItem {
  /// Whether something in it ends the list that it stands in: what is no list and stands behind one.
  fileprivate var isParted: Bool {
    var isBehindList = false
    for block in blocks {
      switch block {
      case .bulletList(let items), .orderedList(_, let items):
        if items.contains(where: \.isParted) { return true }
        isBehindList = true
      case .taskList: isBehindList = true
      default: if isBehindList { return true }
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
