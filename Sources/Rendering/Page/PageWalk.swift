import Markdown
import Record

/// Markdown made into the content of a page: one walk through the tree, without recursion, however deep it nests.
struct PageWalk<Markup: PageMarkup> {
  let record: RecordSource?
  let options: RenderingOptions
  let references: RecordReferences
  var page: Page<Markup.Rule>
  var markup: Markup

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

  /// How often words are stressed by what is open: a tag each once.
  var emphasis = 0
  var strong = 0
  var strike = 0

  /// How often each footnote was called so far.
  var noteCalls: [Int: Int] = [:]

  /// What is marked in the block of prose that is open.
  var marks = PageMarks()

  /// Inline nodes before this place are not shown: the first line of an alert.
  var shownFrom = 0

  /// How much of the next text is a box.
  var dropped = 0

  private var section: SectionKind?

  /// Of the table that is open, the columns and which of them is open.
  private var alignments: [ColumnAlignment] = []
  private var column = 0

  /// The lists and quotations that are open and too deep to be such.
  private var flat: [PageDepth.Flat] = []
  private var isFolded = false
  private var hasNotes = false
  private var hasFacts = false

  init(
    _ document: MarkdownDocument, _ record: RecordSource?, _ options: RenderingOptions, _ markup: Markup,
    _ writer: MarkupWriter
  ) {
    self.record = record
    self.options = options
    self.markup = markup
    page = Page(document, writer: writer)
    references = RecordReferences(key: record?.key ?? "", record == nil ? RenderingOptions() : options)
  }

  /// Writes all of it.
  mutating func write() {
    let root = page.document.root
    if root.children.first?.headingLevel == nil { addFacts() }
    for event in root.events {
      switch event {
      case .enter(let node): if node.isInline { enterInline(node) } else { enter(node) }
      case .leave(let node): if node.isInline { leaveInline(node) } else { leave(node) }
      }
    }
    closeEvidence()
    if hasNotes { markup.closeNotes(on: &page) }
  }

  // MARK: Blocks

  private mutating func enter(_ node: MarkdownNode) {
    let kind = node.kind
    if kind != .paragraph { page.flushOpening() }
    switch kind {
    case .paragraph:
      beginProse(node)
      if !isBare(node) { page.openParagraph() }
      page.put(page.opening)
      page.opening = ""
    case .heading(let level): enterHeading(node, level)
    case .thematicBreak: page.put(Markup.thematicBreak)
    case .codeBlock(let info, _): addCode(node, language: info)
    case .htmlBlock: addHTML(node)
    case .list(let list):
      guard open(.list(next: list.start), node) else { break }
      markup.openList(node, list, on: &page)
      page.depth += 1
    case .item: enterItem(node)
    case .blockQuote: enterQuote(node)
    case .table(let alignments):
      self.alignments = alignments
      markup.openTable(on: &page)
    case .tableRow(let isHeader): markup.openRow(isHeader: isHeader, on: &page)
    case .tableCell: enterCell(node)
    case .footnoteDefinition(let number):
      if !hasNotes {
        closeEvidence()
        markup.openNotes(on: &page)
        hasNotes = true
      }
      markup.openNote(node, number: number, on: &page)
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .paragraph:
      if !isBare(node) { page.closeParagraph() } else if isShown(node) { page.put("\n") }
    case .heading(let level):
      let opensEvidence = isFolded && isSection(node, level)
      markup.closeHeading(level: level, opensEvidence: opensEvidence, on: &page)
      addFacts()
    case .list(let list):
      guard flat.popLast() == nil else { break }
      page.depth -= 1
      markup.closeList(list, on: &page)
    case .item:
      page.flushOpening()
      if flat.isEmpty { markup.closeItem(on: &page) }
    case .blockQuote: leaveQuote(node)
    case .table: markup.closeTable(node, on: &page)
    case .tableRow(let isHeader): markup.closeRow(node, isHeader: isHeader, on: &page)
    case .tableCell: markup.closeCell(isHeader: Self.isHeader(node), on: &page)
    case .footnoteDefinition(let number):
      page.flushOpening()
      markup.closeNote(number: number, isCalled: noteCalls[number] != nil, on: &page)
    default: break
    }
  }

  private mutating func beginProse(_ node: MarkdownNode) {
    marks = record == nil ? PageMarks() : PageMarks(of: node, in: section, references)
    dropped = 0
    if let item = node.parent, node.index == item.index + 1, page.tasks.box(of: item)?.isLiteral == true {
      dropped = TaskLists.boxLength
    }
  }

  /// Whether a paragraph stands without tags around it: one of a tight list, or one of which nothing is shown.
  private func isBare(_ node: MarkdownNode) -> Bool {
    if !isShown(node) || page.holdsProse { return true }
    guard flat.isEmpty, let item = node.parent, case .item = item.kind, let parent = item.parent,
      case .list(let list) = parent.kind
    else { return false }
    return list.isTight
  }

  /// Whether anything of a block of prose is shown.
  private func isShown(_ node: MarkdownNode) -> Bool { node.children.endIndex > shownFrom }

  // MARK: Sections

  /// Whether a heading begins a section of a record.
  private func isSection(_ heading: MarkdownNode, _ level: Int) -> Bool {
    heading.parent?.index == 0 && level <= 2
  }

  private mutating func enterHeading(_ node: MarkdownNode, _ level: Int) {
    if isSection(node, level) {
      closeEvidence()
      section = SectionKind(heading: node.plainText)
      if record != nil, section == .evidence, holdsMore(behind: node) {
        page.note(.evidence, node)
        isFolded = true
        markup.openEvidence(on: &page)
      }
    }
    beginProse(node)
    markup.openHeading(node, level: level, on: &page)
  }

  /// Whether there is anything between a heading and the next of a section.
  private func holdsMore(behind heading: MarkdownNode) -> Bool {
    let next = heading.children.endIndex
    guard next < page.document.nodeCount else { return false }
    let node = page.document.node(at: next)
    if node.isFootnote { return false }
    return node.headingLevel.map { $0 > 2 } ?? true
  }

  private mutating func closeEvidence() {
    if isFolded { markup.closeEvidence(on: &page) }
    isFolded = false
  }

  // MARK: Lists and quotations

  /// Whether a list or a quotation can be one here; what is too deep stands where it would.
  private mutating func open(_ container: PageDepth.Flat, _ node: MarkdownNode) -> Bool {
    if page.depth < PageDepth.greatest { return true }
    if flat.isEmpty { page.note(.depth, node) }
    flat.append(container)
    return false
  }

  private mutating func enterItem(_ node: MarkdownNode) {
    let box = page.tasks.box(of: node)
    guard case .list(let number)? = flat.last else { return markup.openItem(box, on: &page) }
    flat[flat.count - 1] = .list(next: number.map { $0 + 1 })
    page.opening = (number.map { "\($0). " } ?? "• ") + (box?.sign ?? "")
  }

  private func alert(_ node: MarkdownNode) -> Alert? {
    node.parent?.index == 0 ? Alert(of: node, in: page.document.text) : nil
  }

  private mutating func enterQuote(_ node: MarkdownNode) {
    if let alert = alert(node) {
      page.note(.alert, node)
      shownFrom = alert.next
      return markup.openAlert(alert, on: &page)
    }
    guard open(.quote, node) else { return }
    page.put("<blockquote>\n")
    page.depth += 1
    page.quoteDepth += 1
  }

  private mutating func leaveQuote(_ node: MarkdownNode) {
    if alert(node) != nil { return markup.closeAlert(on: &page) }
    guard flat.popLast() == nil else { return }
    page.put("</blockquote>\n")
    page.depth -= 1
    page.quoteDepth -= 1
  }

  // MARK: Tables

  private static func isHeader(_ cell: MarkdownNode) -> Bool {
    cell.parent?.kind == .tableRow(isHeader: true)
  }

  private mutating func enterCell(_ node: MarkdownNode) {
    beginProse(node)
    column = node.parent.map { node.index == $0.index + 1 } == true ? 0 : column + 1
    let alignment = column < alignments.count ? alignments[column] : .automatic
    markup.openCell(isHeader: Self.isHeader(node), alignment, on: &page)
  }

  // MARK: Code

  private mutating func addCode(_ node: MarkdownNode, language info: String) {
    var code = PageCode(
      bytes: Self.lines(of: node),
      language: String(decoding: info.utf8.prefix { !ASCII.isSpace($0) }, as: UTF8.self), node: node)
    let lines = code.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
    if record != nil, node.parent?.index == 0, !isFolded, lines > RecordSource.longestCode {
      page.note(.longCode, node)
      code.foldedLines = lines
    }
    add(code, node)
  }

  private mutating func addHTML(_ node: MarkdownNode) {
    guard HTMLText.isVisible(node.literalBytes) else { return page.note(.htmlComment, node) }
    page.note(.html, node)
    add(PageCode(bytes: Self.lines(of: node), language: "html", node: node), node)
  }

  private mutating func add(_ code: PageCode, _ node: MarkdownNode) {
    if markup.addCode(code, on: &page) { page.note(.controlCharacter, node) }
  }

  /// The literal without the end of its last line.
  private static func lines(of node: MarkdownNode) -> ArraySlice<UInt8> {
    let bytes = node.literalBytes
    return bytes.last == 0x0A ? bytes.dropLast() : bytes
  }

  /// The front matter as a table, once, below the first heading.
  private mutating func addFacts() {
    guard let record, !hasFacts else { return }
    hasFacts = true
    let start = record.frontMatter.range.lowerBound
    page.changes.append(RuleUse(rule: .frontMatter, offset: start))
    let isChanged: Bool
    if let entries = FrontMatterEntries.of(record.frontMatterContent) {
      isChanged = !entries.isEmpty && markup.addFacts(entries, on: &page)
    } else {
      let lines = PageCode(bytes: record.frontMatterContent, language: "yaml")
      isChanged = markup.addCode(lines, on: &page)
    }
    if isChanged { page.changes.append(RuleUse(rule: .controlCharacter, offset: start)) }
  }
}
