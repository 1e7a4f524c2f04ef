import Storage

/// ADF from anywhere, read into what this tool knows of it.
///
/// What it does not know is never an error: it becomes its visible text.
public struct ADFReading: Sendable {
  /// The document.
  public let document: ADFDocument

  /// Reads the bytes of a document.
  ///
  /// - Throws: `NoADF` where they are no JSON of a document.
  public init(_ json: [UInt8]) throws(NoADF) {
    guard let root = try? JSONText.decode(ADFNode.self, from: json), root.type == "doc" else { throw NoADF() }
    self.init(root)
  }

  /// Reads the root of a document.
  init(_ root: ADFNode) {
    document = ADFDocument(blocks: Self.blocks(root.content))
  }

  // MARK: Blocks

  private static func blocks(_ nodes: [ADFNode]) -> [ADFBlock] {
    var blocks: [ADFBlock] = []
    var words: [ADFNode] = []
    func flush() {
      if !words.isEmpty { blocks.append(.paragraph(inlines(words))) }
      words = []
    }
    for node in nodes {
      // Words that stand among blocks are a paragraph.
      if ADFReading.isInline(node.type) {
        words.append(node)
      } else {
        flush()
        blocks += block(node)
      }
    }
    flush()
    return blocks
  }

  private static func block(_ node: ADFNode) -> [ADFBlock] {
    switch node.type {
    case "paragraph":
      let alignment = node.marks.first { $0.type == "alignment" }?.text(of: "align")
      return [.paragraph(inlines(node.content), alignment: alignment.flatMap(ADFAlignment.init(rawValue:)))]
    case "heading":
      return [.heading(level: min(max(node.number(of: "level") ?? 1, 1), 6), inlines(node.content))]
    case "bulletList", "decisionList": return [.bulletList(items(node))]
    case "orderedList": return [.orderedList(start: max(node.number(of: "order") ?? 1, 0), items(node))]
    case "taskList":
      return tasks(node).map { $0.isEmpty ? [] : [.taskList($0)] } ?? [.bulletList(items(node))]
    case "codeBlock":
      return [.codeBlock(language: node.text(of: "language") ?? "", node.content.compactMap(\.text).joined())]
    case "blockquote": return [.blockquote(blocks(node.content))]
    case "rule": return [.rule]
    case "table": return table(node)
    case "panel": return [.panel(panel(node.text(of: "panelType")), blocks(node.content))]
    case "expand", "nestedExpand":
      return [.expand(title: node.text(of: "title") ?? "", blocks(node.content))]
    case "mediaSingle", "mediaGroup": return [.paragraph(node.content.flatMap { inline($0) })]
    case "blockCard", "embedCard": return [.paragraph(inline(node))]
    default:
      // Layouts, and what is made after this tool: what they hold, else what they are.
      let held = blocks(node.content)
      return held.isEmpty ? [.paragraph(inline(node))] : held
    }
  }

  private static func items(_ list: ADFNode) -> [ADFItem] {
    list.content.map { item in
      var held = blocks(item.content)
      if let state = item.text(of: "state"), ["TODO", "DONE"].contains(state) {
        held.insert(.paragraph([.text(state == "DONE" ? "☑" : "☐")]), at: 0)
      }
      return ADFItem(blocks: held.isEmpty ? [.paragraph([])] : held)
    }
  }

  /// The tasks of a list; nil where one holds more than prose.
  private static func tasks(_ list: ADFNode) -> [ADFTask]? {
    var tasks: [ADFTask] = []
    for node in list.content {
      if node.type == "taskList" {
        guard let below = self.tasks(node) else { return nil }
        if !below.isEmpty { tasks.append(.list(below)) }
      } else {
        guard node.content.allSatisfy({ isInline($0.type) }) else { return nil }
        tasks.append(.item(isDone: node.text(of: "state") == "DONE", inlines(node.content)))
      }
    }
    return tasks
  }

  private static func table(_ node: ADFNode) -> [ADFBlock] {
    let rows = node.content.map { row in
      ADFRow(
        isHeader: row.content.allSatisfy { $0.type == "tableHeader" },
        cells: row.content.map { blocks($0.content) })
    }
    return rows.contains { !$0.cells.isEmpty } ? [.table(rows)] : []
  }

  private static func panel(_ type: String?) -> ADFPanel {
    type == "tip" ? .success : type.flatMap(ADFPanel.init(rawValue:)) ?? .info
  }

  // MARK: Prose

  private static func isInline(_ type: String) -> Bool {
    [
      "text", "hardBreak", "status", "mention", "emoji", "date", "inlineCard", "mediaInline",
      "inlineExtension",
    ]
    .contains(type)
  }

  private static func inlines(_ nodes: [ADFNode]) -> [ADFInline] {
    var result: [ADFInline] = []
    for inline in nodes.flatMap({ inline($0) }) {
      if case .text(let text, let marks) = inline, case .text(let last, marks)? = result.last {
        result[result.count - 1] = .text(last + text, marks)
      } else {
        result.append(inline)
      }
    }
    return result
  }

  private static func inline(_ node: ADFNode) -> [ADFInline] {
    switch node.type {
    case "text": return words(node.text ?? "", marks(node.marks))
    case "hardBreak": return [.hardBreak]
    case "status":
      let color = node.text(of: "color").flatMap(ADFStatusColor.init(rawValue:)) ?? .neutral
      return (node.text(of: "text") ?? "").isEmpty ? [] : [.status(node.text(of: "text") ?? "", color)]
    case "inlineCard", "blockCard", "embedCard", "media":
      guard let url = node.text(of: "url"), !url.isEmpty else { break }
      let alternative = node.text(of: "alt") ?? ""
      return words(
        alternative.isEmpty ? url : alternative, ADFMarks(styles: [], link: ADFLink(href: url, title: "")))
    default: break
    }
    let held = node.content.flatMap { inline($0) }
    let shown = ["text", "shortName", "alt", "title", "timestamp", "id", "extensionKey"]
      .lazy.compactMap { node.text(of: $0) }.first { !$0.isEmpty }
    if !held.isEmpty { return held }
    return words(node.text ?? shown ?? (node.type.isEmpty ? "" : "[\(node.type)]"), ADFMarks())
  }

  private static func words(_ text: String, _ marks: ADFMarks) -> [ADFInline] {
    text.isEmpty ? [] : [.text(Printable.text(text.utf8, isProse: false).text, marks)]
  }

  private static func marks(_ nodes: [ADFNode]) -> ADFMarks {
    var marks = ADFMarks()
    for node in nodes {
      switch node.type {
      case "code": marks.styles.insert(.code)
      case "em": marks.styles.insert(.emphasis)
      case "strike": marks.styles.insert(.strike)
      case "strong": marks.styles.insert(.strong)
      case "link":
        if let href = node.text(of: "href"), !href.isEmpty {
          marks.link = ADFLink(href: href, title: node.text(of: "title") ?? "")
        }
      default: break
      }
    }
    return marks
  }
}

/// Bytes that are no document of ADF.
public struct NoADF: Error, Sendable, Equatable {}
