import Markdown

/// Finds in Markdown what wiki markup has no form for, beside what all destinations have none for.
struct JiraDeviations {
  private let document: MarkdownDocument
  private let tasks: TaskLists
  private(set) var found: [RuleUse<JiraRule>] = []

  init(_ document: MarkdownDocument) {
    self.document = document
    tasks = TaskLists(of: document)
    for index in 1..<max(document.nodeCount, 1) { look(at: document.node(at: index)) }
  }

  private mutating func look(at node: MarkdownNode) {
    switch node.kind {
    case .table(let alignments): if alignments.contains(where: Self.isSet) { note(.alignment, node) }
    case .code: if !isHeld(node) { note(.code, node) }
    case .codeBlock(let info, _): look(at: node, info: info)
    case .htmlBlock:
      if HTMLText.isVisible(node.literalBytes) { look(at: node, info: "html") }
    case .link(_, let title), .image(_, let title): if !title.isEmpty { note(.linkTitle, node) }
    case .list(let list):
      if node.children.contains(where: { tasks.box(of: $0) != nil }) { note(.taskList, node) }
      if let start = list.start, start != 1 || holdsEnd(node) { note(.listNumber, node) }
    case .paragraph: if isBehindList(node) { note(.itemEnd, node) }
    default: break
    }
  }

  private mutating func look(at node: MarkdownNode, info: String) {
    let language = String(decoding: info.utf8.prefix { !ASCII.isSpace($0) }, as: UTF8.self)
    let code = JiraCode(node.literal, language: language)
    if code == .lines {
      note(.codeBlock, node)
    } else if !language.isEmpty,
      code != JiraCode("", language: language) || JiraCode.language(language) == nil
    {
      note(.codeLanguage, node)
    }
    if case .item? = node.parent?.kind { note(.itemEnd, node) }
  }

  private static func isSet(_ alignment: ColumnAlignment) -> Bool {
    alignment == .center || alignment == .right
  }

  /// Whether the list is parted by what one of its items holds: of numbers, Jira would begin anew.
  private func holdsEnd(_ list: MarkdownNode) -> Bool {
    list.descendants.contains { node in
      switch node.kind {
      case .codeBlock, .htmlBlock: true
      case .paragraph: isBehindList(node)
      default: false
      }
    }
  }

  /// Whether it is a paragraph of an item that a list in the same item stands before.
  private func isBehindList(_ paragraph: MarkdownNode) -> Bool {
    guard let item = paragraph.parent, case .item = item.kind else { return false }
    return item.children.prefix { $0.index < paragraph.index }.contains(where: \.isList)
  }

  private func isHeld(_ code: MarkdownNode) -> Bool {
    guard let range = code.range else { return true }
    let before = String(decoding: document.text[..<range.lowerBound].suffix(8), as: UTF8.self)
    let after = String(decoding: document.text[range.upperBound...].prefix(4), as: UTF8.self)
    return JiraProse.isCodeHeld(
      between: before.unicodeScalars.last ?? " ", and: after.unicodeScalars.first ?? " ")
  }

  private mutating func note(_ rule: JiraRule, _ node: MarkdownNode) {
    found.append(RuleUse(rule: rule, offset: node.enclosingRange.lowerBound))
  }
}
