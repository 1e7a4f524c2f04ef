/// Writes a document as JSON, keys sorted, without blanks.
///
/// It goes down by recursion: a rendering nests no deeper than `ADFConversion.deepestList` allows.
struct ADFWriter {
  private var json = JSONOutput()

  /// What was written.
  var output: [UInt8] { json.bytes }

  /// Lists of tasks and tasks so far: their names are their numbers, so that every run gives the same.
  private var taskCount = 0

  mutating func write(_ document: ADFDocument) {
    json.put("{\"content\":")
    write(document.blocks)
    json.put(",\"type\":\"doc\",\"version\":1}")
  }

  // MARK: Blocks

  private mutating func write(_ blocks: [ADFBlock]) {
    array(blocks) { $0.write($1) }
  }

  private mutating func write(_ block: ADFBlock) {
    switch block {
    case .paragraph(let inlines, let alignment):
      json.put("{\"content\":")
      array(inlines) { $0.write($1) }
      if let alignment {
        json.put(",\"marks\":[{\"attrs\":{\"align\":")
        json.quote(alignment.rawValue)
        json.put("},\"type\":\"alignment\"}]")
      }
      json.put(",\"type\":\"paragraph\"}")
    case .heading(let level, let inlines):
      json.put("{\"attrs\":{\"level\":")
      json.put(level)
      json.put("},\"content\":")
      array(inlines) { $0.write($1) }
      json.put(",\"type\":\"heading\"}")
    case .bulletList(let items):
      json.put("{\"content\":")
      write(items)
      json.put(",\"type\":\"bulletList\"}")
    case .orderedList(let start, let items):
      json.put("{")
      if start != 1 {
        json.put("\"attrs\":{\"order\":")
        json.put(start)
        json.put("},")
      }
      json.put("\"content\":")
      write(items)
      json.put(",\"type\":\"orderedList\"}")
    case .taskList(let tasks): write(tasks)
    case .codeBlock(let language, let code): write(code, in: language)
    case .blockquote(let blocks): write("blockquote", holding: blocks)
    case .rule: json.put("{\"type\":\"rule\"}")
    case .table(let rows):
      json.put("{\"content\":")
      array(rows) { $0.write($1) }
      json.put(",\"type\":\"table\"}")
    case .panel(let panel, let blocks):
      write("panel", holding: blocks, attribute: "panelType", panel.rawValue)
    case .expand(let title, let blocks): write("expand", holding: blocks, attribute: "title", title)
    }
  }

  private mutating func write(
    _ type: StaticString, holding blocks: [ADFBlock], attribute name: StaticString? = nil,
    _ value: String = ""
  ) {
    json.put("{")
    if let name {
      json.put("\"attrs\":{\"")
      json.put(name)
      json.put("\":")
      json.quote(value)
      json.put("},")
    }
    json.put("\"content\":")
    write(blocks)
    json.put(",\"type\":\"")
    json.put(type)
    json.put("\"}")
  }

  private mutating func write(_ items: [ADFItem]) {
    array(items) { $0.write("listItem", holding: $1.blocks) }
  }

  private mutating func write(_ tasks: [ADFTask]) {
    taskCount += 1
    json.put("{\"attrs\":{\"localId\":\"tasks-")
    json.put(taskCount)
    json.put("\"},\"content\":")
    array(tasks) { $0.write($1) }
    json.put(",\"type\":\"taskList\"}")
  }

  private mutating func write(_ task: ADFTask) {
    switch task {
    case .list(let tasks): write(tasks)
    case .item(let isDone, let inlines):
      taskCount += 1
      json.put("{\"attrs\":{\"localId\":\"task-")
      json.put(taskCount)
      json.put("\",\"state\":\"")
      json.put(isDone ? "DONE" : "TODO")
      json.put("\"},\"content\":")
      array(inlines) { $0.write($1) }
      json.put(",\"type\":\"taskItem\"}")
    }
  }

  private mutating func write(_ code: String, in language: String) {
    json.put("{")
    if !language.isEmpty {
      json.put("\"attrs\":{\"language\":")
      json.quote(language)
      json.put("},")
    }
    if !code.isEmpty {
      json.put("\"content\":[{\"text\":")
      json.quote(code)
      json.put(",\"type\":\"text\"}],")
    }
    json.put("\"type\":\"codeBlock\"}")
  }

  private mutating func write(_ row: ADFRow) {
    json.put("{\"content\":")
    array(row.cells) { $0.write(row.isHeader ? "tableHeader" : "tableCell", holding: $1) }
    json.put(",\"type\":\"tableRow\"}")
  }

  // MARK: Prose

  private mutating func write(_ inline: ADFInline) {
    switch inline {
    case .text(let text, let marks):
      if marks.styles.isEmpty, marks.link == nil {
        json.put("{\"text\":")
      } else {
        json.put("{\"marks\":")
        write(marks)
        json.put(",\"text\":")
      }
      json.quote(text)
      json.put(",\"type\":\"text\"}")
    case .hardBreak: json.put("{\"type\":\"hardBreak\"}")
    case .status(let text, let color):
      json.put("{\"attrs\":{\"color\":")
      json.quote(color.rawValue)
      json.put(",\"text\":")
      json.quote(text)
      json.put("},\"type\":\"status\"}")
    }
  }

  private static let styles: [(style: ADFMarks.Styles, name: StaticString)] = [
    (.code, "{\"type\":\"code\"}"), (.emphasis, "{\"type\":\"em\"}"), (.strike, "{\"type\":\"strike\"}"),
    (.strong, "{\"type\":\"strong\"}"),
  ]

  private mutating func write(_ marks: ADFMarks) {
    json.put("[")
    var isFirst = true
    for (style, name) in Self.styles where marks.styles.contains(style) {
      if !isFirst { json.put(",") }
      isFirst = false
      json.put(name)
    }
    if let link = marks.link {
      json.put(isFirst ? "{\"attrs\":{\"href\":" : ",{\"attrs\":{\"href\":")
      json.quote(link.href)
      if !link.title.isEmpty {
        json.put(",\"title\":")
        json.quote(link.title)
      }
      json.put("},\"type\":\"link\"}")
    }
    json.put("]")
  }

  private mutating func array<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
    json.put(byte: UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { json.put(byte: UInt8(ascii: ",")) }
      isFirst = false
      write(&self, element)
    }
    json.put(byte: UInt8(ascii: "]"))
  }
}
