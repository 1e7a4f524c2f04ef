import Markdown

/// The tags of Confluence storage format: those of XHTML, macros, tasks and links of its own.
///
/// Source of the format: Atlassian's page “Confluence Storage Format”, the same for Confluence Cloud, Server and Data
/// Center; nested tasks are as pages of a server have them.
struct ConfluenceMarkup: PageMarkup {
  typealias Rule = ConfluenceRule

  static let lineBreak = "<br/>"
  static let softBreak: UInt8 = 0x20
  static let thematicBreak = "<hr/>\n"

  static var writer: MarkupWriter { .xml }

  /// The names of headings that links within the text lead to: only those need a place to be found by.
  private let linked: Set<String>

  /// Whether the link that is open leads to a place on the page.
  private var isInner = false

  /// The lists that are open: whether each is one of tasks.
  private var lists: [Bool] = []

  /// Tasks so far: their numbers are their names, so that every run gives the same.
  private var taskCount = 0

  init(for document: MarkdownDocument) {
    linked = Self.fragments(in: document)
  }

  private static func fragments(in document: MarkdownDocument) -> Set<String> {
    var fragments: Set<String> = []
    for node in document.root.descendants {
      if case .link(let url, _) = node.kind, url.utf8.first == UInt8(ascii: "#") {
        fragments.insert(String(url.dropFirst()))
      }
    }
    return fragments
  }

  // MARK: Macros

  private static func macro(_ name: String) -> String {
    "<ac:structured-macro ac:name=\"\(name)\" ac:schema-version=\"1\">"
  }

  private static func parameter(_ name: String, _ value: String) -> String {
    "<ac:parameter ac:name=\"\(name)\">\(value)</ac:parameter>"
  }

  private static let endOfMacro = "</ac:structured-macro>"
  private static let body = "<ac:rich-text-body>\n"
  private static let endOfBody = "</ac:rich-text-body></ac:structured-macro>\n"

  /// A place that links on the page lead to, its name fit for XML.
  private static func place(_ name: String) -> String { macro("anchor") + parameter("", name) + endOfMacro }

  private static let endOfPlaceLink = "</ac:link-body></ac:link>"

  private static func link(toPlace name: String, _ words: String) -> String {
    "<ac:link ac:anchor=\"\(name)\"><ac:link-body>\(words)\(endOfPlaceLink)"
  }

  private static func openExpand(_ title: String) -> String {
    macro("expand") + parameter("title", title) + body
  }

  // MARK: Prose

  mutating func openLink(_ url: String, title: String, on page: inout Page<ConfluenceRule>) {
    isInner = page.headings.name(of: url) != nil
    guard isInner else { return page.openLink(url, title: title) }
    // The name of a heading has letters, digits, `-` and `_` only.
    page.put("<ac:link ac:anchor=\"\(url.dropFirst())\"")
    if !title.isEmpty {
      page.put(" ac:tooltip=\"")
      page.writer.text(title.utf8)
      page.put("\"")
    }
    page.put("><ac:link-body>")
  }

  mutating func closeLink(on page: inout Page<ConfluenceRule>) {
    page.put(isInner ? Self.endOfPlaceLink : "</a>")
  }

  func addCall(of note: Int, count: Int, on page: inout Page<ConfluenceRule>) {
    page.put("<sup>")
    if count == 1 { page.put(Self.place(Self.call(of: note))) }
    page.put("\(Self.link(toPlace: Self.name(of: note), "\(note)"))</sup>")
  }

  // The names of headings have no dots.
  private static func name(of note: Int) -> String { "fn.\(note)" }
  private static func call(of note: Int) -> String { "fnref.\(note)" }

  func openStanding(_ standing: Standing, on page: inout Page<ConfluenceRule>) {
    let color =
      switch standing {
      case .measured: "Green"
      case .found: "Blue"
      case .attested: "Yellow"
      }
    page.put(Self.macro("status") + Self.parameter("colour", color) + "<ac:parameter ac:name=\"title\">")
  }

  func closeStanding(on page: inout Page<ConfluenceRule>) { page.put("</ac:parameter>\(Self.endOfMacro)") }

  func openAttestedNote(on page: inout Page<ConfluenceRule>) {
    page.closeParagraph()
    page.put(Self.macro("note") + Self.body)
    page.openParagraph()
  }

  func closeAttestedNote(on page: inout Page<ConfluenceRule>) {
    page.closeParagraph()
    page.put(Self.endOfBody)
    page.openParagraph()
  }

  // MARK: Sections

  func openHeading(_ heading: MarkdownNode, level: Int, on page: inout Page<ConfluenceRule>) {
    page.put("<h\(level)>")
    if let name = page.headings.names[heading.index], linked.contains(name) { page.put(Self.place(name)) }
  }

  func closeHeading(level: Int, opensEvidence: Bool, on page: inout Page<ConfluenceRule>) {
    page.put("</h\(level)>\n")
    if opensEvidence { page.put(Self.openExpand("Evidence")) }
  }

  func openEvidence(on page: inout Page<ConfluenceRule>) {}
  func closeEvidence(on page: inout Page<ConfluenceRule>) { page.put(Self.endOfBody) }

  func addCode(_ code: PageCode, on page: inout Page<ConfluenceRule>) -> Bool {
    if let lines = code.foldedLines { page.put(Self.openExpand("\(lines) lines")) }
    page.put(Self.macro("code"))
    if let language = ConfluenceLanguage.named(code.language) {
      page.put(Self.parameter("language", language))
    } else if !code.language.isEmpty, let node = code.node {
      page.note(.codeLanguage, node)
    }
    page.put("<ac:plain-text-body>")
    let isChanged = page.writer.data(code.bytes)
    page.put("</ac:plain-text-body>\(Self.endOfMacro)\n")
    if code.foldedLines != nil { page.put(Self.endOfBody) }
    return isChanged
  }

  func addFacts(_ entries: [(name: String, text: String)], on page: inout Page<ConfluenceRule>) -> Bool {
    page.put(Self.macro("details") + Self.body + "<table><tbody>\n")
    let isChanged = page.addRows(entries, heading: "<th>")
    page.put("</tbody></table>\n\(Self.endOfBody)")
    return isChanged
  }

  // MARK: Lists and quotations

  mutating func openList(_ node: MarkdownNode, _ list: MarkdownList, on page: inout Page<ConfluenceRule>) {
    let depth = page.tasks.depth(ofList: node).map { $0 + page.depth }
    let isOfTasks = page.quoteDepth == 0 && depth.map { $0 <= PageDepth.greatest } == true
    if !isOfTasks, node.children.contains(where: { page.tasks.box(of: $0) != nil }) {
      page.note(.taskList, node)
    }
    lists.append(isOfTasks)
    page.holdsProse = isOfTasks
    page.put(isOfTasks ? "<ac:task-list>\n" : list.openingTag)
  }

  mutating func closeList(_ list: MarkdownList, on page: inout Page<ConfluenceRule>) {
    page.put(lists.popLast() == true ? "</ac:task-list>\n" : list.closingTag)
    page.holdsProse = lists.last == true
  }

  mutating func openItem(_ box: TaskLists.Box?, on page: inout Page<ConfluenceRule>) {
    guard lists.last == true else {
      page.put("<li>")
      page.opening = box?.sign ?? ""
      return
    }
    taskCount += 1
    let status = box?.isDone == true ? "complete" : "incomplete"
    page.put("<ac:task>\n<ac:task-id>\(taskCount)</ac:task-id>\n<ac:task-status>\(status)</ac:task-status>\n")
    page.put("<ac:task-body>")
  }

  func closeItem(on page: inout Page<ConfluenceRule>) {
    page.put(lists.last == true ? "</ac:task-body>\n</ac:task>\n" : "</li>\n")
  }

  func openAlert(_ alert: Alert, on page: inout Page<ConfluenceRule>) {
    let name =
      switch alert.panel {
      case .info: "info"
      case .success: "tip"
      case .note: "panel"
      case .warning: "note"
      case .error: "warning"
      }
    page.put("\(Self.macro(name))\(Self.body)<p><strong>\(alert.title)</strong></p>\n")
  }

  func closeAlert(on page: inout Page<ConfluenceRule>) { page.put(Self.endOfBody) }

  // MARK: Tables

  func openTable(on page: inout Page<ConfluenceRule>) { page.put("<table><tbody>\n") }

  func closeTable(_ table: MarkdownNode, on page: inout Page<ConfluenceRule>) {
    page.put("</tbody></table>\n")
  }

  func openRow(isHeader: Bool, on page: inout Page<ConfluenceRule>) { page.put("<tr>") }

  func closeRow(_ row: MarkdownNode, isHeader: Bool, on page: inout Page<ConfluenceRule>) {
    page.put("</tr>\n")
  }

  func openCell(isHeader: Bool, _ alignment: ColumnAlignment, on page: inout Page<ConfluenceRule>) {
    page.put(isHeader ? "<th>" : "<td>")
    switch alignment {
    case .center: page.openParagraph("<p style=\"text-align: center;\">")
    case .right: page.openParagraph("<p style=\"text-align: right;\">")
    case .automatic, .left: page.openParagraph()
    }
  }

  func closeCell(isHeader: Bool, on page: inout Page<ConfluenceRule>) {
    page.closeParagraph("</p>")
    page.put(isHeader ? "</th>" : "</td>")
  }

  // MARK: Footnotes

  func openNotes(on page: inout Page<ConfluenceRule>) { page.put("<hr/>\n<ol>\n") }
  func closeNotes(on page: inout Page<ConfluenceRule>) { page.put("</ol>\n") }

  func openNote(_ note: MarkdownNode, number: Int, on page: inout Page<ConfluenceRule>) {
    page.note(.footnote, note)
    page.put("<li>")
    page.opening = Self.place(Self.name(of: number))
  }

  func closeNote(number: Int, isCalled: Bool, on page: inout Page<ConfluenceRule>) {
    if isCalled { page.put("<p>\(Self.link(toPlace: Self.call(of: number), "↩"))</p>\n") }
    page.put("</li>\n")
  }
}
