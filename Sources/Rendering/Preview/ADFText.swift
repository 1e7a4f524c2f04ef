import Markdown
public import Terminal

/// A document of ADF, laid out for a terminal as Jira would show it.
///
/// What Jira folds away is unfolded behind its title. ADF is no deeper than a hundred levels, so recursion ends.
public struct ADFText {
  /// The lines.
  public var lines: [StyledText] { page.lines }

  private let usesColor: Bool
  private var page: TextPage
  private var listDepth = 0

  /// Lays out a document.
  public init(_ document: ADFDocument, width: Int, usesColor: Bool) {
    self.usesColor = usesColor
    page = TextPage(width: width, usesColor: usesColor)
    add(document.blocks)
  }

  private mutating func add(_ blocks: [ADFBlock]) {
    for block in blocks {
      page.separate()
      add(block)
    }
  }

  private mutating func add(_ block: ADFBlock) {
    switch block {
    case .paragraph(let words, _): page.add(prose: text(words))
    case .heading(let level, let words):
      page.add(heading: text(words, TextPage.style(ofHeading: level)), level: level)
    case .bulletList(let items): add(items, MarkdownList(isTight: items.isTight))
    case .orderedList(let start, let items):
      add(items, MarkdownList(start: start, delimiter: .period, isTight: items.isTight))
    case .taskList(let tasks): add(tasks)
    case .codeBlock(_, let code): page.add(code: ArraySlice(code.utf8))
    case .blockquote(let blocks): add(blocks, behind: StyledText("│ ", .dim))
    case .rule: page.addBreak()
    case .table(let rows): add(rows)
    case .panel(let panel, let blocks):
      let style = Self.style(of: panel)
      page.add(prose: StyledText("▌ ", style) + StyledText("\(panel.rawValue) panel", .dim))
      add(blocks, behind: StyledText("▌ ", style))
    case .expand(let title, let blocks):
      page.add(
        prose: StyledText("▾ ", .cyan) + StyledText(Sanitized(title).description, .bold)
          + StyledText(" (folded away on Jira)", .dim))
      add(blocks, behind: StyledText("  "))
    }
  }

  private mutating func add(_ blocks: [ADFBlock], behind bar: StyledText) {
    page.margin.open(bar: bar)
    add(blocks)
    page.margin.close()
  }

  private static func style(of panel: ADFPanel) -> Style {
    switch panel {
    case .info, .note: .cyan
    case .success: .green
    case .warning: .yellow
    case .error: .red
    }
  }

  // MARK: Lists

  private mutating func add(_ items: [ADFItem], _ list: MarkdownList) {
    var marks = ListMarks(list, items: items.count, depth: listDepth)
    listDepth += 1
    page.margin.open(isTight: list.isTight)
    for item in items {
      page.separate()
      page.margin.open(mark: marks.next(nil), isTight: list.isTight)
      add(item.blocks)
      if page.margin.awaitsText { page.add(prose: "") }
      page.margin.close()
    }
    page.margin.close()
    listDepth -= 1
  }

  private mutating func add(_ tasks: [ADFTask]) {
    var marks = ListMarks(MarkdownList(isTight: true), items: tasks.count, depth: listDepth)
    page.margin.open(isTight: true)
    for task in tasks {
      switch task {
      case .item(let isDone, let words):
        page.margin.open(mark: marks.next(isDone ? .done : .open), isTight: true)
        page.add(prose: text(words))
        page.margin.close()
      case .list(let tasks):
        page.margin.open(mark: StyledText("    "), isTight: true)
        add(tasks)
        page.margin.close()
      }
    }
    page.margin.close()
  }

  // MARK: Tables

  private mutating func add(_ rows: [ADFRow]) {
    let cells = rows.map { row in
      row.cells.map { cell($0, row.isHeader ? .bold : []) }
    }
    let hasHeader = rows.first?.isHeader == true
    let alignments = (rows.first?.cells ?? []).map(Self.alignment)
    page.add(
      table: TableText(
        header: hasHeader ? cells[0] : [], rows: Array(hasHeader ? cells.dropFirst() : cells[...]),
        alignments: alignments, room: page.margin.room))
  }

  private func cell(_ blocks: [ADFBlock], _ style: Style) -> StyledText {
    var text = StyledText("")
    for (place, block) in blocks.enumerated() {
      if place > 0 { text.append("\n") }
      if case .paragraph(let words, _) = block { text += self.text(words, style) }
    }
    return text
  }

  private static func alignment(of cell: [ADFBlock]) -> ColumnAlignment {
    guard case .paragraph(_, let alignment?)? = cell.first else { return .automatic }
    return alignment == .center ? .center : .right
  }

  // MARK: Words

  private func text(_ words: [ADFInline], _ style: Style = []) -> StyledText {
    var text = StyledText("")
    for (place, inline) in words.enumerated() {
      switch inline {
      case .hardBreak: text.append("\n")
      case .status(let word, let color):
        text.append("[\(Sanitized(word))]", style.union(Self.style(of: color)).union(.bold))
      case .text(let word, let marks):
        append(word, marks, style, to: &text)
        appendTarget(behind: place, in: words, style, to: &text)
      }
    }
    return text
  }

  private func append(_ word: String, _ marks: ADFMarks, _ outer: Style, to text: inout StyledText) {
    var style = outer
    if marks.styles.contains(.strong) { style.insert(.bold) }
    if marks.styles.contains(.emphasis) { style.insert(.italic) }
    if marks.link != nil { style.insert(.underline) }
    var (begin, end) = ("", "")
    if marks.styles.contains(.strike) {
      style.insert(.strikethrough)
      if !usesColor { (begin, end) = ("~~", "~~") }
    }
    if marks.styles.contains(.code) {
      style.insert(.cyan)
      if !usesColor { (begin, end) = ProseText.ticks(around: ArraySlice(word.utf8)) }
    }
    text.append(begin + Sanitized(word, keeping: .newlinesAndTabs).description + end, style)
  }

  /// Addresses are written out behind the last of their words, unless these are the address.
  private func appendTarget(
    behind place: Int, in words: [ADFInline], _ style: Style, to text: inout StyledText
  ) {
    guard case .text(let word, let marks) = words[place], let link = marks.link else { return }
    if place + 1 < words.count, case .text(_, let next) = words[place + 1], next.link == link { return }
    if ["", "mailto:", "http://"].contains(where: { $0 + word == link.href }) { return }
    text.append(" ", style)
    text.append("(\(Sanitized(link.href)))", style.union(.dim))
  }

  private static func style(of color: ADFStatusColor) -> Style {
    switch color {
    case .neutral: []
    case .blue: .cyan
    case .green: .green
    case .yellow: .yellow
    }
  }
}

extension [ADFItem] {
  /// Whether they hold no more than a paragraph and lists below it.
  var isTight: Bool {
    allSatisfy { item in
      item.blocks.dropFirst().allSatisfy { block in
        switch block {
        case .bulletList, .orderedList, .taskList: true
        default: false
        }
      }
    }
  }
}
