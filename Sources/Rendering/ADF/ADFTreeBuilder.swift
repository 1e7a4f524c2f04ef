/// A document of ADF as a tree of values, from its pieces.
struct ADFTreeBuilder: ADFSink {
  /// What an open node holds so far: of these, what its kind may hold.
  private struct Node {
    var isTaskList = false
    var blocks: [ADFBlock] = []
    var words: [ADFInline] = []
    var items: [ADFItem] = []
    var tasks: [ADFTask] = []
    var rows: [ADFRow] = []
    var cells: [[ADFBlock]] = []
    var isHeader = false
  }

  /// The nodes that are open, the document first.
  private var open = [Node()]

  /// The words that are set alike, as far as they are known.
  private var text: [UInt8] = []
  private var textMarks = ADFMarks()

  /// What the document holds.
  var blocks: [ADFBlock] { open[0].blocks }

  mutating func begin(_ branch: ADFBranch) {
    open.append(Node(isTaskList: branch == .taskList))
  }

  mutating func end(_ branch: ADFBranch) {
    let node = open.removeLast()
    let top = open.count - 1
    switch branch {
    case .paragraph(let alignment): open[top].blocks.append(.paragraph(node.words, alignment: alignment))
    case .heading(let level): open[top].blocks.append(.heading(level: level, node.words))
    case .task(let isDone): open[top].tasks.append(.item(isDone: isDone, node.words))
    case .bulletList: open[top].blocks.append(.bulletList(node.items))
    case .orderedList(let start): open[top].blocks.append(.orderedList(start: start, node.items))
    case .taskList where open[top].isTaskList: open[top].tasks.append(.list(node.tasks))
    case .taskList: open[top].blocks.append(.taskList(node.tasks))
    case .table: open[top].blocks.append(.table(node.rows))
    case .row: open[top].rows.append(ADFRow(isHeader: node.isHeader, cells: node.cells))
    case .item: open[top].items.append(ADFItem(blocks: node.blocks))
    case .cell(let isHeader):
      open[top].cells.append(node.blocks)
      open[top].isHeader = isHeader
    case .blockquote: open[top].blocks.append(.blockquote(node.blocks))
    case .panel(let panel): open[top].blocks.append(.panel(panel, node.blocks))
    case .expand(let title): open[top].blocks.append(.expand(title: title, node.blocks))
    }
  }

  mutating func beginText(_ marks: ADFMarks) {
    textMarks = marks
  }

  mutating func add(_ words: Span<UInt8>) {
    for place in words.indices { text.append(words[place]) }
  }

  mutating func endText() {
    open[open.count - 1].words.append(.text(String(decoding: text, as: UTF8.self), textMarks))
    text.removeAll(keepingCapacity: true)
  }

  mutating func hardBreak() {
    open[open.count - 1].words.append(.hardBreak)
  }

  mutating func status(_ word: String, _ color: ADFStatusColor) {
    open[open.count - 1].words.append(.status(word, color))
  }

  mutating func codeBlock(language: String, _ code: ArraySlice<UInt8>) {
    open[open.count - 1].blocks.append(.codeBlock(language: language, String(decoding: code, as: UTF8.self)))
  }

  mutating func rule() {
    open[open.count - 1].blocks.append(.rule)
  }
}
