private import Storage

/// Writes a document as JSON, keys sorted, without blanks.
struct ADFWriter: ADFSink {
  private let json = JSONOutput()

  /// Lists of tasks and tasks so far: their names are their numbers, so that every run gives the same.
  private var taskCount = 0

  /// A document that holds nothing yet.
  init() {
    json.put("{\"content\":[")
  }

  /// Ends the document, and gives what was written.
  mutating func finish() -> [UInt8] {
    json.put("],\"type\":\"doc\",\"version\":1}")
    return json.bytes
  }

  // MARK: Blocks

  mutating func begin(_ branch: ADFBranch) {
    json.separate()
    switch branch {
    case .heading(let level):
      json.put("{\"attrs\":{\"level\":")
      json.put(level)
      json.put("},\"content\":[")
    case .orderedList(let start) where start != 1:
      json.put("{\"attrs\":{\"order\":")
      json.put(start)
      json.put("},\"content\":[")
    case .taskList:
      taskCount += 1
      json.put("{\"attrs\":{\"localId\":\"tasks-")
      json.put(taskCount)
      json.put("\"},\"content\":[")
    case .task(let isDone):
      taskCount += 1
      json.put("{\"attrs\":{\"localId\":\"task-")
      json.put(taskCount)
      json.put("\",\"state\":\"")
      json.put(isDone ? "DONE\"},\"content\":[" : "TODO\"},\"content\":[")
    case .panel(let panel):
      json.put("{\"attrs\":{\"panelType\":")
      json.quote(panel.rawValue)
      json.put("},\"content\":[")
    case .expand(let title):
      json.put("{\"attrs\":{\"title\":")
      json.quote(title)
      json.put("},\"content\":[")
    case .paragraph, .bulletList, .orderedList, .item, .blockquote, .table, .row, .cell:
      json.put("{\"content\":[")
    }
  }

  mutating func end(_ branch: ADFBranch) {
    switch branch {
    case .paragraph(let alignment?):
      json.put("],\"marks\":[{\"attrs\":{\"align\":")
      json.quote(alignment.rawValue)
      json.put("},\"type\":\"alignment\"}],\"type\":\"paragraph\"}")
    case .paragraph: json.put("],\"type\":\"paragraph\"}")
    case .heading: json.put("],\"type\":\"heading\"}")
    case .task: json.put("],\"type\":\"taskItem\"}")
    case .bulletList: json.put("],\"type\":\"bulletList\"}")
    case .orderedList: json.put("],\"type\":\"orderedList\"}")
    case .taskList: json.put("],\"type\":\"taskList\"}")
    case .table: json.put("],\"type\":\"table\"}")
    case .row: json.put("],\"type\":\"tableRow\"}")
    case .item: json.put("],\"type\":\"listItem\"}")
    case .cell(isHeader: true): json.put("],\"type\":\"tableHeader\"}")
    case .cell: json.put("],\"type\":\"tableCell\"}")
    case .blockquote: json.put("],\"type\":\"blockquote\"}")
    case .panel: json.put("],\"type\":\"panel\"}")
    case .expand: json.put("],\"type\":\"expand\"}")
    }
  }

  mutating func codeBlock(language: String, _ code: ArraySlice<UInt8>) {
    json.separate()
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

  mutating func rule() {
    json.separate()
    json.put("{\"type\":\"rule\"}")
  }

  // MARK: Prose

  mutating func beginText(_ marks: ADFMarks) {
    json.separate()
    if marks.styles.isEmpty, marks.link == nil {
      json.put("{\"text\":\"")
    } else {
      write(marks)
    }
  }

  mutating func add(_ words: Span<UInt8>) {
    json.escape(words)
  }

  mutating func endText() {
    json.put("\",\"type\":\"text\"}")
  }

  mutating func hardBreak() {
    json.separate()
    json.put("{\"type\":\"hardBreak\"}")
  }

  mutating func status(_ word: String, _ color: ADFStatusColor) {
    json.separate()
    json.put("{\"attrs\":{\"color\":")
    json.quote(color.rawValue)
    json.put(",\"text\":")
    json.quote(word)
    json.put("},\"type\":\"status\"}")
  }

  private static let styles: [(style: ADFMarks.Styles, name: StaticString)] = [
    (.code, "{\"type\":\"code\"}"), (.emphasis, "{\"type\":\"em\"}"), (.strike, "{\"type\":\"strike\"}"),
    (.strong, "{\"type\":\"strong\"}"),
  ]

  /// The beginning of a text that is set somehow.
  private mutating func write(_ marks: ADFMarks) {
    json.put("{\"marks\":[")
    for (style, name) in Self.styles where marks.styles.contains(style) {
      json.separate()
      json.put(name)
    }
    if let link = marks.link {
      json.separate()
      json.put("{\"attrs\":{\"href\":")
      json.quote(link.href)
      if !link.title.isEmpty {
        json.put(",\"title\":")
        json.quote(link.title)
      }
      json.put("},\"type\":\"link\"}")
    }
    json.put("],\"text\":\"")
  }
}
