public import Markdown
public import Terminal

/// Any Markdown, laid out for a terminal, or as plain text for letters and commit messages.
///
/// It walks the document once, without recursion: what is nested a thousand deep takes a thousand steps.
public struct DocumentText {
  /// The lines.
  public var lines: [StyledText] { page.lines }

  private let usesColor: Bool
  private let isPlain: Bool
  private var page: TextPage
  private var lists: [ListMarks] = []
  private let noteColumns: Int

  /// Lays out a document.
  ///
  /// - Parameter isPlain: whether it is to be plain text: quotations begin with `>`, comments of HTML are left out, and
  ///   no line is one that git takes for its own.
  public init(_ document: MarkdownDocument, width: Int, usesColor: Bool, isPlain: Bool = false) {
    self.isPlain = isPlain
    self.usesColor = usesColor
    page = TextPage(width: width, usesColor: usesColor, isPlain: isPlain)
    var last = 0
    for block in document.root.children {
      if case .footnoteDefinition(let number) = block.kind { last = number }
    }
    noteColumns = "[\(last)] ".count
    for event in document.root.events {
      switch event {
      case .enter(let node): if !node.isInline { enter(node) }
      case .leave(let node): if !node.isInline { leave(node) }
      }
    }
  }

  private mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .document, .tableRow, .tableCell: return
    default: page.separate()
    }
    switch node.kind {
    case .list(let list):
      lists.append(ListMarks(list, items: list.isOrdered ? node.children.count : 0, depth: lists.count))
      page.margin.open(isTight: list.isTight)
    case .item(let task):
      let mark = lists.indices.last.map { lists[$0].next(task) } ?? ""
      page.margin.open(mark: mark, isTight: page.margin.isTight)
    case .blockQuote: page.margin.open(bar: StyledText(isPlain ? "> " : "│ ", .dim))
    case .footnoteDefinition(let number):
      page.margin.open(mark: StyledText("[\(number)] ", .dim).padded(to: noteColumns), isTight: false)
    case .paragraph:
      let words = prose(of: node)
      // One of breaks alone says nothing.
      if words.plain.contains(where: { $0 != "\n" }) { page.add(prose: words) }
    case .heading(let level):
      page.add(heading: prose(of: node, TextPage.style(ofHeading: level)), level: level)
    case .codeBlock: page.add(code: node.literalBytes)
    case .htmlBlock:
      if !isPlain || HTMLText.isVisible(node.literalBytes) { page.add(html: node.literalBytes) }
    case .thematicBreak: page.addBreak()
    case .table:
      page.add(
        table: TableText(node, room: page.margin.room, usesColor: usesColor, hidesComments: isPlain))
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .list:
      lists.removeLast()
      page.margin.close()
    case .item, .footnoteDefinition:
      if page.margin.awaitsText { page.add(prose: "") }
      page.margin.close()
    case .blockQuote: page.margin.close()
    default: break
    }
  }

  private func prose(of node: MarkdownNode, _ style: Style = []) -> StyledText {
    ProseText(node, style, usesColor: usesColor, hidesComments: isPlain).text
  }
}
