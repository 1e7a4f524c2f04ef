import Markdown

/// Markdown made into ADF: one walk through the blocks, without recursion, however deep they nest.
///
/// Where ADF does not let a block stand where Markdown does, the nearest form that keeps its text in order takes its
/// place, by the rules of docs/adf.md.
struct ADFConversion<Sink: ADFSink> {
  let document: MarkdownDocument
  let tasks: TaskLists
  var changes: [ADFChange] = []

  /// What makes the prose of each block.
  var prose: ADFProse

  /// What is open in ADF.
  var frames: ADFFrames<Sink>

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

  init(_ document: MarkdownDocument, baseURL: String?, into sink: Sink) {
    self.document = document
    prose = ADFProse(of: document, base: baseURL)
    tasks = TaskLists(of: document)
    frames = ADFFrames(sink)
  }

  /// Converts the whole document.
  mutating func run() {
    var index = 1
    let count = document.nodeCount
    while index < count {
      close(before: index)
      index = take(document.node(at: index))
    }
    close(before: count)
  }

  /// Notes that `node` changes its form.
  mutating func note(_ rule: ADFRule, _ node: MarkdownNode) {
    changes.append(ADFChange(rule: rule, node: node))
  }

  // MARK: Blocks

  /// Takes a block; gives the place of the next node to be taken.
  private mutating func take(_ node: MarkdownNode) -> Int {
    switch node.kind {
    case .paragraph: addParagraph(node, dropping: boxLength(in: node))
    case .heading(let level): addHeading(node, level: level)
    case .thematicBreak: addBreak(node)
    case .codeBlock(let info, _): addCode(node, language: Self.language(of: info))
    case .htmlBlock: addHTML(node)
    case .table(let alignments): addTable(node, alignments)
    case .list(let list): return takeList(node, list)
    case .item:
      takeItem(node)
      return node.index + 1
    case .blockQuote:
      return takeQuote(node)
    default: preconditionFailure("Tables hold rows, blocks of prose hold prose, and footnotes are not read.")
    }
    return node.end
  }

  private mutating func addHeading(_ node: MarkdownNode, level: Int) {
    guard frames.top.kind.holdsHeadings else {
      note(.heading, node)
      return addParagraph(node, styles: .strong)
    }
    beginBlock()
    frames.sink.begin(.heading(level: level))
    write(proseOf: node)
    frames.sink.end(.heading(level: level))
  }

  private mutating func addBreak(_ node: MarkdownNode) {
    guard frames.top.kind.holdsHeadings else {
      note(.thematicBreak, node)
      return frames.addParagraph("———")
    }
    beginBlock()
    frames.sink.rule()
  }

  private mutating func addHTML(_ node: MarkdownNode) {
    guard HTMLText.isVisible(node.literalBytes) else { return note(.htmlComment, node) }
    note(.html, node)
    addCode(node, language: "html")
  }

  /// The first word behind the fence.
  private static func language(of info: String) -> String {
    info.isEmpty ? info : Printable.text(info.utf8.prefix { !ASCII.isSpace($0) }).text
  }

  /// Adds the code of a block, without the end of its last line.
  private mutating func addCode(_ node: MarkdownNode, language: String) {
    beginBlock(mayBeginItem: true)
    var bytes = node.literalBytes
    if bytes.last == 0x0A { bytes.removeLast() }
    if let printable = Printable.replaced(bytes) {
      note(.controlCharacter, node)
      frames.sink.codeBlock(language: language, printable[...])
    } else {
      frames.sink.codeBlock(language: language, bytes)
    }
  }

  /// Makes room for a block that is no paragraph.
  mutating func beginBlock(mayBeginItem: Bool = false) {
    frames.flushMarker()
    frames.beginBlock(mayBeginItem: mayBeginItem)
  }

  // MARK: Containers

  private mutating func takeList(_ node: MarkdownNode, _ list: MarkdownList) -> Int {
    let end = node.end
    let isBare = frames.top.isBare
    if let depth = tasks.depth(ofList: node), frames.top.kind != .quote,
      listDepth + depth <= ADFBranch.deepestList
    {
      if isBare { note(.itemBegin, node) }
      beginBlock()
      write(tasks: node)
      return end
    }
    guard listDepth < ADFBranch.deepestList else {
      note(.listDepth, node)
      flatLists.append(list.start)
      open.append((end, .flatList))
      return node.index + 1
    }
    if isBare { note(.itemBegin, node) }
    if tasks.mayBeAny, node.children.contains(where: { tasks.box(of: $0) != nil }) { note(.taskList, node) }
    frames.flushMarker()
    frames.push(.init(list.isOrdered ? .orderedList : .bulletList, number: list.start ?? 1))
    listDepth += 1
    open.append((end, .list))
    return node.index + 1
  }

  private mutating func takeItem(_ node: MarkdownNode) {
    var marker = tasks.box(of: node).map { $0.isDone ? "☑ " : "☐ " } ?? ""
    if let number = flatLists.last, case .flatList = open.last?.role {
      if let number { flatLists[flatLists.count - 1] = number + 1 }
      marker = (number.map { "\($0). " } ?? "• ") + marker
      frames.top.marker = marker
      open.append((node.end, .flatItem))
    } else {
      frames.push(.init(.item))
      frames.top.marker = marker
      open.append((node.end, .frame))
    }
  }

  private mutating func takeQuote(_ node: MarkdownNode) -> Int {
    let end = node.end
    guard frames.top.kind.holdsQuotes else {
      note(.quote, node)
      frames.top.quoteMarks += 1
      open.append((end, .flatQuote))
      return node.index + 1
    }
    open.append((end, .frame))
    guard let alert = Alert(of: node, in: document.text) else {
      frames.push(.init(.quote))
      return node.index + 1
    }
    note(.alert, node)
    frames.push(.init(.panel(alert.panel)))
    frames.addParagraph(alert.title, ADFMarks(styles: .strong))
    // What follows the marker in its paragraph.
    let paragraph = document.node(at: node.index + 1)
    addParagraph(paragraph, from: alert.next)
    return paragraph.end
  }

  private mutating func close(before index: Int) {
    while let (end, role) = open.last, end <= index {
      open.removeLast()
      switch role {
      case .frame: frames.close()
      case .list:
        listDepth -= 1
        frames.close()
      case .flatList: flatLists.removeLast()
      case .flatItem: frames.flushMarker()
      case .flatQuote: frames.top.quoteMarks -= 1
      }
    }
  }
}
