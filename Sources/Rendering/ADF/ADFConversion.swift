import Markdown

/// Markdown made into ADF: one walk through the blocks, without recursion, however deep they nest.
///
/// Where ADF does not let a block stand where Markdown does, the nearest form that keeps its text in order takes its
/// place, by the rules of docs/adf.md.
struct ADFConversion {
  /// Lists stand in each other up to here: some readers of JSON stop at a hundred levels, of which a list takes four.
  static let deepestList = 20

  let document: MarkdownDocument
  let tasks: TaskLists
  var changes: [ADFChange] = []

  /// What makes the prose of each block.
  var prose: ADFProse

  /// The containers that are open in ADF, the document first.
  var frames = [Frame(.document)]

  /// The containers that are open in Markdown, each with the place behind it and what it is in ADF.
  private var open: [(end: Int, role: Role)] = []

  /// Lists that are too deep to be lists: the number of each one's next item; nil for bullets.
  private var flatLists: [Int?] = []

  private var listDepth = 0

  /// What a container of Markdown is in ADF.
  private enum Role {
    /// The frame that is on top when it ends.
    case frame

    /// A list, with its frame.
    case list

    /// A list too deep to be one.
    case flatList

    /// An item of such a list.
    case flatItem

    /// A quotation whose blocks stand for themselves.
    case flatQuote
  }

  init(_ document: MarkdownDocument, baseURL: String?) {
    self.document = document
    prose = ADFProse(base: baseURL)
    tasks = TaskLists(of: document)
  }

  /// The blocks of the whole document.
  mutating func blocks() -> [ADFBlock] {
    var index = 1
    let count = document.nodeCount
    while index < count {
      close(before: index)
      index = take(document.node(at: index))
    }
    close(before: count)
    return frames[0].blocks
  }

  /// Notes that `node` changes its form.
  mutating func note(_ rule: ADFRule, _ node: MarkdownNode) {
    changes.append(ADFChange(rule: rule, node: node))
  }

  // MARK: Blocks

  /// Takes a block; gives the place of the next node to be taken.
  private mutating func take(_ node: MarkdownNode) -> Int {
    let end = node.children.endIndex
    switch node.kind {
    case .paragraph: add(paragraph: inlines(of: node, dropping: boxLength(in: node)))
    case .heading(let level): addHeading(node, level: level)
    case .thematicBreak: addBreak(node)
    case .codeBlock(let info, _):
      add(ADFBlock.codeBlock(language: Self.language(of: info), code(of: node)), from: node)
    case .htmlBlock: addHTML(node)
    case .table(let alignments): add(table(node, alignments), from: node)
    case .list(let list): return takeList(node, list)
    case .item:
      takeItem(node)
      return node.index + 1
    case .blockQuote:
      return takeQuote(node)
    default: preconditionFailure("Tables hold rows, blocks of prose hold prose, and footnotes are not read.")
    }
    return end
  }

  private mutating func addHeading(_ node: MarkdownNode, level: Int) {
    if frames[frames.count - 1].kind.holdsHeadings {
      add(.heading(level: level, inlines(of: node)), from: node)
    } else {
      note(.heading, node)
      add(paragraph: inlines(of: node, styles: .strong))
    }
  }

  private mutating func addBreak(_ node: MarkdownNode) {
    if frames[frames.count - 1].kind.holdsHeadings {
      add(.rule, from: node)
    } else {
      note(.thematicBreak, node)
      add(paragraph: [.text("———")])
    }
  }

  private mutating func addHTML(_ node: MarkdownNode) {
    guard HTMLText.isVisible(node.literalBytes) else { return note(.htmlComment, node) }
    note(.html, node)
    add(.codeBlock(language: "html", code(of: node)), from: node)
  }

  /// The first word behind the fence.
  private static func language(of info: String) -> String {
    let word = info.utf8.prefix { !ASCII.isSpace($0) }
    return Printable.text(word).text
  }

  /// The code of a block, without the end of its last line.
  private mutating func code(of node: MarkdownNode) -> String {
    var bytes = node.literalBytes
    if bytes.last == 0x0A { bytes.removeLast() }
    let (text, isChanged) = Printable.text(bytes)
    if isChanged { note(.controlCharacter, node) }
    return text
  }

  // MARK: Containers

  private mutating func takeList(_ node: MarkdownNode, _ list: MarkdownList) -> Int {
    let end = node.children.endIndex
    // Not the frame itself: a second reference to its blocks would have them copied.
    let (isInQuote, isBare) = (frames[frames.count - 1].kind == .quote, frames[frames.count - 1].isBare)
    if let depth = tasks.depth(ofList: node), !isInQuote, listDepth + depth <= Self.deepestList {
      if isBare { note(.itemBegin, node) }
      add(.taskList(taskList(node)), from: node)
      return end
    }
    guard listDepth < Self.deepestList else {
      note(.listDepth, node)
      flatLists.append(list.start)
      open.append((end, .flatList))
      return node.index + 1
    }
    if isBare { note(.itemBegin, node) }
    if node.children.contains(where: { tasks.box(of: $0) != nil }) { note(.taskList, node) }
    flushMarker()
    push(Frame(list.start.map { .orderedList($0) } ?? .bulletList, number: list.start ?? 1))
    listDepth += 1
    open.append((end, .list))
    return node.index + 1
  }

  private mutating func takeItem(_ node: MarkdownNode) {
    var marker = tasks.box(of: node).map { $0.isDone ? "☑ " : "☐ " } ?? ""
    if let number = flatLists.last, case .flatList = open.last?.role {
      if let number { flatLists[flatLists.count - 1] = number + 1 }
      marker = (number.map { "\($0). " } ?? "• ") + marker
      frames[frames.count - 1].marker = marker
      open.append((node.children.endIndex, .flatItem))
    } else {
      push(Frame(.item))
      frames[frames.count - 1].marker = marker
      open.append((node.children.endIndex, .frame))
    }
  }

  private mutating func takeQuote(_ node: MarkdownNode) -> Int {
    let end = node.children.endIndex
    let top = frames.count - 1
    guard frames[top].kind.holdsQuotes else {
      note(.quote, node)
      frames[top].quoteMarks += 1
      open.append((end, .flatQuote))
      return node.index + 1
    }
    open.append((end, .frame))
    guard let alert = Alert(of: node, in: document.text) else {
      push(Frame(.quote))
      return node.index + 1
    }
    note(.alert, node)
    push(Frame(.panel(alert.panel)))
    add(paragraph: [.text(alert.title, ADFMarks(styles: .strong))])
    // What follows the marker in its paragraph.
    let paragraph = document.node(at: node.index + 1)
    add(paragraph: inlines(of: paragraph, from: alert.next))
    return paragraph.children.endIndex
  }

  private mutating func close(before index: Int) {
    while let (end, role) = open.last, end <= index {
      open.removeLast()
      switch role {
      case .frame: closeFrame()
      case .list:
        listDepth -= 1
        closeFrame()
      case .flatList: flatLists.removeLast()
      case .flatItem: flushMarker()
      case .flatQuote: frames[frames.count - 1].quoteMarks -= 1
      }
    }
  }
}
