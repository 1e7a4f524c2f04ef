/// Writes a document as JSON, keys sorted, without blanks.
///
/// It goes down by recursion: a rendering nests no deeper than `ADFConversion.deepestList` allows.
struct ADFWriter {
  private(set) var output: [UInt8] = []

  /// Lists of tasks and tasks so far: their names are their numbers, so that every run gives the same.
  private var taskCount = 0

  mutating func write(_ document: ADFDocument) {
    put("{\"content\":")
    write(document.blocks)
    put(",\"type\":\"doc\",\"version\":1}")
  }

  // MARK: Blocks

  private mutating func write(_ blocks: [ADFBlock]) {
    array(blocks) { $0.write($1) }
  }

  private mutating func write(_ block: ADFBlock) {
    switch block {
    case .paragraph(let inlines, let alignment):
      put("{\"content\":")
      array(inlines) { $0.write($1) }
      if let alignment {
        put(",\"marks\":[{\"attrs\":{\"align\":\"")
        put(alignment.rawValue)
        put("\"},\"type\":\"alignment\"}]")
      }
      put(",\"type\":\"paragraph\"}")
    case .heading(let level, let inlines):
      put("{\"attrs\":{\"level\":\(level)},\"content\":")
      array(inlines) { $0.write($1) }
      put(",\"type\":\"heading\"}")
    case .bulletList(let items):
      put("{\"content\":")
      write(items)
      put(",\"type\":\"bulletList\"}")
    case .orderedList(let start, let items):
      put(start == 1 ? "{\"content\":" : "{\"attrs\":{\"order\":\(start)},\"content\":")
      write(items)
      put(",\"type\":\"orderedList\"}")
    case .taskList(let tasks): write(tasks)
    case .codeBlock(let language, let code): write(code, in: language)
    case .blockquote(let blocks): write("blockquote", holding: blocks)
    case .rule: put("{\"type\":\"rule\"}")
    case .table(let rows):
      put("{\"content\":")
      array(rows) { $0.write($1) }
      put(",\"type\":\"table\"}")
    case .panel(let panel, let blocks):
      write("panel", holding: blocks, attribute: "panelType", panel.rawValue)
    case .expand(let title, let blocks): write("expand", holding: blocks, attribute: "title", title)
    }
  }

  private mutating func write(
    _ type: String, holding blocks: [ADFBlock], attribute name: String? = nil, _ value: String = ""
  ) {
    put("{")
    if let name {
      put("\"attrs\":{\"\(name)\":")
      quote(value)
      put("},")
    }
    put("\"content\":")
    write(blocks)
    put(",\"type\":\"\(type)\"}")
  }

  private mutating func write(_ items: [ADFItem]) {
    array(items) { $0.write("listItem", holding: $1.blocks) }
  }

  private mutating func write(_ tasks: [ADFTask]) {
    taskCount += 1
    put("{\"attrs\":{\"localId\":\"tasks-\(taskCount)\"},\"content\":")
    array(tasks) { $0.write($1) }
    put(",\"type\":\"taskList\"}")
  }

  private mutating func write(_ task: ADFTask) {
    switch task {
    case .list(let tasks): write(tasks)
    case .item(let isDone, let inlines):
      taskCount += 1
      put(
        "{\"attrs\":{\"localId\":\"task-\(taskCount)\",\"state\":\"\(isDone ? "DONE" : "TODO")\"},\"content\":"
      )
      array(inlines) { $0.write($1) }
      put(",\"type\":\"taskItem\"}")
    }
  }

  private mutating func write(_ code: String, in language: String) {
    put("{")
    if !language.isEmpty {
      put("\"attrs\":{\"language\":")
      quote(language)
      put("},")
    }
    if !code.isEmpty {
      put("\"content\":[{\"text\":")
      quote(code)
      put(",\"type\":\"text\"}],")
    }
    put("\"type\":\"codeBlock\"}")
  }

  private mutating func write(_ row: ADFRow) {
    put("{\"content\":")
    array(row.cells) { $0.write(row.isHeader ? "tableHeader" : "tableCell", holding: $1) }
    put(",\"type\":\"tableRow\"}")
  }

  // MARK: Prose

  private mutating func write(_ inline: ADFInline) {
    switch inline {
    case .text(let text, let marks):
      put("{")
      write(marks)
      put("\"text\":")
      quote(text)
      put(",\"type\":\"text\"}")
    case .hardBreak: put("{\"type\":\"hardBreak\"}")
    case .status(let text, let color):
      put("{\"attrs\":{\"color\":\"\(color.rawValue)\",\"text\":")
      quote(text)
      put("},\"type\":\"status\"}")
    }
  }

  private static let styles: [(style: ADFMarks.Styles, name: String)] = [
    (.code, "{\"type\":\"code\"}"), (.emphasis, "{\"type\":\"em\"}"), (.strike, "{\"type\":\"strike\"}"),
    (.strong, "{\"type\":\"strong\"}"),
  ]

  private mutating func write(_ marks: ADFMarks) {
    guard !marks.styles.isEmpty || marks.link != nil else { return }
    put("\"marks\":[")
    var isFirst = true
    for (style, name) in Self.styles where marks.styles.contains(style) {
      if !isFirst { put(",") }
      isFirst = false
      put(name)
    }
    if let link = marks.link {
      put(isFirst ? "{\"attrs\":{\"href\":" : ",{\"attrs\":{\"href\":")
      quote(link.href)
      if !link.title.isEmpty {
        put(",\"title\":")
        quote(link.title)
      }
      put("},\"type\":\"link\"}")
    }
    put("],")
  }

  // MARK: JSON

  private mutating func array<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
    put("[")
    var isFirst = true
    for element in elements {
      if !isFirst { put(",") }
      isFirst = false
      write(&self, element)
    }
    put("]")
  }

  private mutating func put(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  /// The text as a string of JSON; what JSON allows as it is stays as it is.
  private mutating func quote(_ text: String) {
    output.append(UInt8(ascii: "\""))
    let start = output.count
    put(text)
    // Most texts need no escapes: they are written first and looked at then, many bytes at a time.
    var isPlain = true
    for byte in output[start...] {
      isPlain = isPlain && byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    if !isPlain {
      output.removeSubrange(start...)
      for byte in text.utf8 { escape(byte) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): put("\\\"")
    case UInt8(ascii: "\\"): put("\\\\")
    case 0x0A: put("\\n")
    case 0x0D: put("\\r")
    case 0x09: put("\\t")
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      put("\\u00")
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    default: output.append(byte)
    }
  }
}
