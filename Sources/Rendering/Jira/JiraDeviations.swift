import Markdown

/// Finds in Markdown what wiki markup has no form for, beside what ADF has none for either.
struct JiraDeviations {
  private let document: MarkdownDocument
  private let baseURL: String?
  private let tasks: TaskLists

  /// The lists that something in them ends: of numbers, Jira would begin anew.
  private var parted: Set<Int> = []

  /// Where the quotation ends that is a macro around what stands in it, and the name of that macro.
  private var quotation: (end: Int, macro: String) = (0, "")

  private(set) var found: [RuleUse<JiraRule>] = []

  init(_ document: MarkdownDocument, baseURL: String?) {
    self.document = document
    self.baseURL = baseURL
    tasks = TaskLists(of: document)
    // Backwards, what a list holds comes before the list.
    for index in stride(from: document.nodeCount - 1, through: 1, by: -1) {
      let node = document.node(at: index)
      if node.isList, node.children.contains(where: { isParted(item: $0) }) { parted.insert(index) }
    }
    for index in 1..<max(document.nodeCount, 1) { look(at: document.node(at: index)) }
  }

  private mutating func look(at node: MarkdownNode) {
    switch node.kind {
    case .blockQuote where node.parent?.index == 0:
      quotation = (
        node.children.endIndex, Alert(of: node, in: document.text) == nil ? "quote" : "panel"
      )
    case .table(let alignments): if alignments.contains(where: Self.isSet) { note(.alignment, node) }
    case .code: if !JiraCodeSpan.isHeld(node, of: document) { note(.code, node) }
    case .codeBlock(let info, _): look(at: node, info: info)
    case .htmlBlock:
      if HTMLText.isVisible(node.literalBytes) { look(at: node, info: "html") }
    case .link(let url, let title), .image(let url, let title):
      if case .absolute(let address) = ADFAddress(url, base: baseURL), !JiraNotation.follows(address) {
        note(.address, node)
      }
      if !title.isEmpty { note(.linkTitle, node) }
    case .list(let list):
      if node.children.contains(where: { tasks.box(of: $0) != nil }) { note(.taskList, node) }
      if let start = list.start, start != 1 || parted.contains(node.index) { note(.listNumber, node) }
    case .item: for block in blocksBehindList(of: node) { note(.itemEnd, block) }
    default: break
    }
  }

  private mutating func look(at node: MarkdownNode, info: String) {
    let language = String(decoding: info.utf8.prefix { !ASCII.isSpace($0) }, as: UTF8.self)
    let outer = node.index < quotation.end ? [quotation.macro] : []
    let pieces = JiraCode.pieces(of: node.literal, language: language, within: outer)
    guard case .macro(let begin, _, _)? = pieces.first, pieces.count == 1 else {
      return note(.codeBlock, node)
    }
    if !language.isEmpty, JiraCode.language(language).map({ "code:\($0)" }) != begin {
      note(.codeLanguage, node)
    }
  }

  private static func isSet(_ alignment: ColumnAlignment) -> Bool {
    alignment == .center || alignment == .right
  }

  // MARK: Lists

  private func isParted(item: MarkdownNode) -> Bool {
    !blocksBehindList(of: item).isEmpty || item.children.contains { parted.contains($0.index) }
  }

  /// The blocks of an item that are no lists and stand behind one.
  private func blocksBehindList(of item: MarkdownNode) -> [MarkdownNode] {
    item.children.drop { !$0.isList }.filter { !$0.isList }
  }

  private mutating func note(_ rule: JiraRule, _ node: MarkdownNode) {
    found.append(RuleUse(rule: rule, node: node))
  }
}
