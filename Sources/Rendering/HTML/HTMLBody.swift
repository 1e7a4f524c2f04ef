import Markdown
import Record

/// Markdown made into the content of a page: one walk through the tree, without recursion, however deep it nests.
struct HTMLBody {
  let document: MarkdownDocument
  let record: RecordSource?
  let options: RenderingOptions
  let headings: HTMLHeadings
  let tasks: TaskLists
  let references: RecordReferences
  var writer = HTMLWriter()
  var changes: [RuleUse<HTMLRule>] = []

  /// The links and images that are open in each other: only the outermost leads anywhere.
  var linkDepth = 0

  /// Whether the outermost has an address.
  var isLinked = false

  /// Images within the link that is open, to be linked behind it.
  var pendingImages: [String] = []

  /// How many bytes of words there are, to see whether a link has any.
  var wordCount = 0

  /// The number of words where each open link or image begins.
  var linkBegins: [Int] = []

  /// How often each footnote was called so far.
  var noteCalls: [Int: Int] = [:]

  /// What is marked in the block of prose that is open.
  var marks = HTMLMarks()

  /// Inline nodes before this place are not shown: the first line of an alert.
  var shownFrom = 0

  /// How much of the next text is a box.
  var dropped = 0

  private var section: SectionKind?

  /// Of the table that is open, the columns and which of them is open.
  private var alignments: [ColumnAlignment] = []
  private var column = 0
  private var isFolded = false
  private var hasNotes = false
  private var hasFacts = false

  init(_ document: MarkdownDocument, _ record: RecordSource?, _ options: RenderingOptions) {
    self.document = document
    self.record = record
    self.options = options
    headings = HTMLHeadings(of: document)
    tasks = TaskLists(of: document)
    references = RecordReferences(key: record?.key ?? "", record == nil ? RenderingOptions() : options)
  }

  /// Writes all of it.
  mutating func write() {
    if document.root.children.first?.headingLevel == nil { addFacts() }
    for event in document.root.events {
      switch event {
      case .enter(let node): if node.isInline { enterInline(node) } else { enter(node) }
      case .leave(let node): if node.isInline { leaveInline(node) } else { leave(node) }
      }
    }
    fold(nil)
    if hasNotes { writer.put("</ol>\n</section>\n") }
  }

  mutating func note(_ rule: HTMLRule, _ node: MarkdownNode) {
    changes.append(RuleUse(rule: rule, node: node))
  }

  // MARK: Blocks

  private mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .paragraph:
      beginProse(node)
      if !isBare(node) { writer.put("<p>") }
    case .heading(let level): enterHeading(node, level)
    case .thematicBreak: writer.put("<hr>\n")
    case .codeBlock(let info, _): addCode(node, language: info)
    case .htmlBlock: addHTML(node)
    case .list(let list):
      writer.put(list.start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n")
    case .item: enterItem(node)
    case .blockQuote: enterQuote(node)
    case .table(let alignments):
      self.alignments = alignments
      writer.put("<div class=\"table\"><table>\n")
    case .tableRow(let isHeader): writer.put(isHeader ? "<thead>\n<tr>" : "<tr>")
    case .tableCell: enterCell(node)
    case .footnoteDefinition(let number):
      if !hasNotes {
        fold(nil)
        writer.put("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n")
        hasNotes = true
      }
      writer.put("<li id=\"fn:\(number)\">\n")
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .paragraph: writer.put(isBare(node) ? "\n" : "</p>\n")
    case .heading(let level): leaveHeading(node, level)
    case .list(let list): writer.put(list.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: writer.put("</li>\n")
    case .blockQuote: writer.put(alert(node) == nil ? "</blockquote>\n" : "</aside>\n")
    case .table(_):
      writer.put(node.children.count > 1 ? "</tbody>\n</table></div>\n" : "</table></div>\n")
    case .tableRow(let isHeader):
      let hasBody = isHeader && (node.parent?.children.count ?? 0) > 1
      writer.put(isHeader ? "</tr>\n</thead>\n" + (hasBody ? "<tbody>\n" : "") : "</tr>\n")
    case .tableCell: writer.put(Self.isHeader(node) ? "</th>" : "</td>")
    case .footnoteDefinition(let number):
      writer.put("<a href=\"#fnref:\(number)\" rel=\"noopener\" aria-label=\"Back\">↩</a></li>\n")
    default: break
    }
  }

  private mutating func beginProse(_ node: MarkdownNode) {
    marks = record == nil ? HTMLMarks() : HTMLMarks(of: node, in: section, references)
    dropped = 0
    if let item = node.parent, node.index == item.index + 1, tasks.box(of: item)?.isLiteral == true {
      dropped = TaskLists.boxLength
    }
  }

  /// Whether a paragraph stands without marks around it: one of a tight list, or one of which nothing is shown.
  private func isBare(_ node: MarkdownNode) -> Bool {
    if node.children.endIndex <= shownFrom { return true }
    guard let item = node.parent, case .item = item.kind, let parent = item.parent,
      case .list(let list) = parent.kind
    else { return false }
    return list.isTight
  }

  private mutating func enterHeading(_ node: MarkdownNode, _ level: Int) {
    if node.parent?.index == 0, level <= 2 {
      fold(nil)
      section = SectionKind(heading: node.plainText)
      if record != nil, section == .evidence, holdsMore(behind: node) {
        note(.evidence, node)
        fold("<details class=\"evidence\">\n<summary>")
      }
    }
    beginProse(node)
    writer.put("<h\(level) id=\"")
    writer.text((headings.names[node.index] ?? "").utf8)
    writer.put("\">")
  }

  private mutating func leaveHeading(_ node: MarkdownNode, _ level: Int) {
    let isSummary = isFolded && node.parent?.index == 0 && level <= 2
    writer.put(isSummary ? "</h\(level)></summary>\n" : "</h\(level)>\n")
    addFacts()
  }

  /// Whether there is anything between a heading and the next of a section.
  private func holdsMore(behind heading: MarkdownNode) -> Bool {
    let next = heading.children.endIndex
    guard next < document.nodeCount else { return false }
    let node = document.node(at: next)
    if case .footnoteDefinition = node.kind { return false }
    return node.headingLevel.map { $0 > 2 } ?? true
  }

  /// Ends what is folded away, and begins to fold.
  private mutating func fold(_ begin: String?) {
    if isFolded { writer.put("</details>\n") }
    isFolded = begin != nil
    if let begin { writer.put(begin) }
  }

  private mutating func enterItem(_ node: MarkdownNode) {
    guard let box = tasks.box(of: node) else { return writer.put("<li>") }
    let state = box.isDone ? "aria-label=\"done\" checked" : "aria-label=\"to do\""
    writer.put("<li class=\"task\"><input type=\"checkbox\" disabled \(state)> ")
  }

  private func alert(_ node: MarkdownNode) -> Alert? {
    node.parent?.index == 0 ? Alert(of: node, in: document.text) : nil
  }

  private mutating func enterQuote(_ node: MarkdownNode) {
    guard let alert = alert(node) else { return writer.put("<blockquote>\n") }
    note(.alert, node)
    shownFrom = alert.next
    writer.put(
      "<aside class=\"alert \(alert.title.lowercased())\">\n<p class=\"kind\">\(alert.title)</p>\n")
  }

  // MARK: Tables

  private static func isHeader(_ cell: MarkdownNode) -> Bool {
    cell.parent?.kind == .tableRow(isHeader: true)
  }

  private mutating func enterCell(_ node: MarkdownNode) {
    beginProse(node)
    var alignment = ""
    column = node.parent.map { node.index == $0.index + 1 } == true ? 0 : column + 1
    switch column < alignments.count ? alignments[column] : .automatic {
    case .center: alignment = " class=\"center\""
    case .right: alignment = " class=\"end\""
    case .automatic, .left: break
    }
    writer.put(Self.isHeader(node) ? "<th scope=\"col\"\(alignment)>" : "<td\(alignment)>")
  }

  // MARK: Code

  private mutating func addCode(_ node: MarkdownNode, language info: String) {
    var code = node.literalBytes
    if code.last == 0x0A { code.removeLast() }
    let lines = code.split(separator: 0x0A, omittingEmptySubsequences: false).count
    let isLong =
      record != nil && node.parent?.index == 0 && !isFolded && lines > RecordSource.longestCode
    if isLong {
      note(.longCode, node)
      writer.put("<details class=\"code\">\n<summary>\(lines) lines</summary>\n")
    }
    let language = info.utf8.prefix { !ASCII.isSpace($0) }
    writer.put("<pre><code")
    if !language.isEmpty {
      writer.put(" class=\"language-")
      writer.text(language)
      writer.put("\"")
    }
    writer.put(">")
    if writer.text(code) { note(.controlCharacter, node) }
    writer.put(isLong ? "</code></pre>\n</details>\n" : "</code></pre>\n")
  }

  private mutating func addHTML(_ node: MarkdownNode) {
    guard HTMLText.isVisible(node.literalBytes) else { return note(.htmlComment, node) }
    note(.html, node)
    var code = node.literalBytes
    if code.last == 0x0A { code.removeLast() }
    writer.put("<pre><code class=\"language-html\">")
    if writer.text(code) { note(.controlCharacter, node) }
    writer.put("</code></pre>\n")
  }

  /// The front matter as a table, once, below the first heading.
  private mutating func addFacts() {
    guard let record, !hasFacts else { return }
    hasFacts = true
    changes.append(RuleUse(rule: .frontMatter, offset: record.frontMatter.range.lowerBound))
    guard let entries = FrontMatterEntries.of(record.frontMatterContent) else {
      writer.put("<pre class=\"facts\"><code class=\"language-yaml\">")
      writer.text(record.frontMatterContent)
      return writer.put("</code></pre>\n")
    }
    guard !entries.isEmpty else { return }
    writer.put("<table class=\"facts\">\n")
    for entry in entries {
      writer.put("<tr><th scope=\"row\">")
      writer.text(entry.name.utf8)
      writer.put("</th><td>")
      writer.text(entry.text.utf8)
      writer.put("</td></tr>\n")
    }
    writer.put("</table>\n")
  }
}
