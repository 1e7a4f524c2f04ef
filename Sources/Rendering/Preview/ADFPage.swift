/// A document of ADF as HTML, drawn as Jira would: all that it says is text, none of it markup.
struct ADFPage {
  private(set) var writer = HTMLMarkup.writer

  init(_ document: ADFDocument) {
    add(document.blocks)
  }

  private mutating func add(_ blocks: [ADFBlock]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: ADFBlock) {
    switch block {
    case .paragraph(let words, let alignment): put("p", className(of: alignment)) { $0.add(words) }
    case .heading(let level, let words): put("h\(level)") { $0.add(words) }
    case .bulletList(let items): put("ul") { $0.add(items) }
    case .orderedList(let start, let items):
      writer.put("<ol start=\"\(start)\">\n")
      add(items)
      writer.put("</ol>\n")
    case .taskList(let tasks): put("ul") { $0.add(tasks) }
    case .codeBlock(_, let code):
      writer.put("<pre><code>")
      writer.text(code.utf8)
      writer.put("</code></pre>\n")
    case .blockquote(let blocks): put("blockquote") { $0.add(blocks) }
    case .rule: writer.put("<hr>\n")
    case .table(let rows):
      writer.put("<div class=\"table\"><table>\n")
      for row in rows { add(row) }
      writer.put("</table></div>\n")
    case .panel(let panel, let blocks): put("aside", Self.className(of: panel)) { $0.add(blocks) }
    case .expand(let title, let blocks):
      writer.put("<details>\n<summary>")
      writer.text(title.utf8)
      writer.put("</summary>\n")
      add(blocks)
      writer.put("</details>\n")
    }
  }

  private mutating func put(_ tag: String, _ name: String = "", _ content: (inout Self) -> Void) {
    writer.put(name.isEmpty ? "<\(tag)>" : "<\(tag) class=\"\(name)\">")
    content(&self)
    writer.put("</\(tag)>\n")
  }

  private mutating func add(_ items: [ADFItem]) {
    let isTight = items.isTight
    for item in items {
      put("li") { page in
        guard isTight, case .paragraph(let words, _)? = item.blocks.first else {
          return page.add(item.blocks)
        }
        page.add(words)
        page.add(Array(item.blocks.dropFirst()))
      }
    }
  }

  private mutating func add(_ tasks: [ADFTask]) {
    for task in tasks {
      switch task {
      case .item(let isDone, let words):
        let state = isDone ? "aria-label=\"done\" checked" : "aria-label=\"to do\""
        put("li", "task") { page in
          page.writer.put("<input type=\"checkbox\" disabled \(state)> ")
          page.add(words)
        }
      case .list(let tasks): put("li", "task") { $0.put("ul") { $0.add(tasks) } }
      }
    }
  }

  private mutating func add(_ row: ADFRow) {
    writer.put("<tr>")
    for cell in row.cells { put(row.isHeader ? "th" : "td") { $0.add(cell) } }
    writer.put("</tr>\n")
  }

  // MARK: Words

  private mutating func add(_ words: [ADFInline]) {
    for inline in words {
      switch inline {
      case .hardBreak: writer.put("<br>\n")
      case .status(let word, let color): put(word, in: Self.className(of: color))
      case .text(let word, let marks): add(word, marks)
      }
    }
  }

  private mutating func put(_ word: String, in name: String) {
    writer.put("<span class=\"standing \(name)\">")
    writer.text(word.utf8)
    writer.put("</span>")
  }

  private mutating func add(_ word: String, _ marks: ADFMarks) {
    var tags: [String] = []
    // Where Jira would lead nowhere, or elsewhere than a page may, nothing leads there from here.
    let link = marks.link.flatMap { PageSchemes.isSafe($0.href) ? $0 : nil }
    if let link {
      writer.put("<a href=\"")
      writer.text(link.href.utf8)
      if !link.title.isEmpty {
        writer.put("\" title=\"")
        writer.text(link.title.utf8)
      }
      writer.put("\" rel=\"noopener\">")
    }
    if marks.styles.contains(.strong) { tags.append("strong") }
    if marks.styles.contains(.emphasis) { tags.append("em") }
    if marks.styles.contains(.strike) { tags.append("del") }
    if marks.styles.contains(.code) { tags.append("code") }
    for tag in tags { writer.put("<\(tag)>") }
    writer.text(word.utf8)
    for tag in tags.reversed() { writer.put("</\(tag)>") }
    if link != nil { writer.put("</a>") }
  }

  // MARK: Looks

  private func className(of alignment: ADFAlignment?) -> String { alignment?.rawValue ?? "" }

  private static func className(of panel: ADFPanel) -> String {
    switch panel {
    case .info: "info"
    case .note: "important"
    case .success: "tip"
    case .warning: "warning"
    case .error: "caution"
    }
  }

  private static func className(of color: ADFStatusColor) -> String {
    switch color {
    case .neutral: "neutral"
    case .blue: "found"
    case .green: "measured"
    case .yellow: "attested"
    }
  }
}
