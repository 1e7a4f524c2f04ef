/// The containers that are open in ADF, the document first, and where what they hold goes.
///
/// A container is not begun before there is something in it: what holds nothing is left out.
struct ADFFrames<Sink: ADFSink> {
  /// Where the document goes.
  var sink: Sink

  /// The container on top.
  var top = Frame(.document)

  /// Those below it, the document first.
  private var below: [Frame] = []

  init(_ sink: Sink) {
    self.sink = sink
  }

  /// Whether a table has to leave what is open.
  var isNested: Bool { !below.isEmpty }

  mutating func push(_ frame: Frame) {
    below.append(top)
    top = frame
  }

  /// Begins the containers in which a block is to stand; what it cannot begin with, a paragraph or code has to precede.
  mutating func beginBlock(mayBeginItem: Bool) {
    // Then so is all below it.
    if top.isBegun, top.kind != .item || top.isFilled { return }
    for place in below.indices { Self.fill(&below[place], &sink, mayBeginItem: false) }
    Self.fill(&top, &sink, mayBeginItem: mayBeginItem)
  }

  /// Begins a container where it is not begun yet, and an item with a paragraph where nothing else may begin it.
  private static func fill(_ frame: inout Frame, _ sink: inout Sink, mayBeginItem: Bool) {
    if !frame.isBegun { begin(&frame, &sink) }
    guard frame.kind == .item, !frame.isFilled else { return }
    frame.isFilled = true
    // An item begins with a paragraph or code: where it does not, with an empty paragraph.
    if !mayBeginItem { sink.write(.paragraph()) { _ in } }
  }

  private static func begin(_ frame: inout Frame, _ sink: inout Sink) {
    frame.isBegun = true
    switch frame.kind {
    case .document: break
    case .quote: sink.begin(.blockquote)
    case .panel(let panel): sink.begin(.panel(panel))
    case .bulletList: sink.begin(.bulletList)
    case .orderedList:
      frame.start = frame.number
      sink.begin(.orderedList(start: frame.start))
    case .item: sink.begin(.item)
    }
  }

  /// Gives a mark that finds no paragraph one of its own.
  mutating func flushMarker() {
    guard !top.marker.isEmpty else { return }
    let mark = Array(top.marker.utf8.dropLast())
    beginParagraph()
    sink.text(mark, ADFMarks())
    sink.end(.paragraph())
  }

  /// Adds a paragraph of these words, with what is to stand before it.
  mutating func addParagraph(_ words: String, _ marks: ADFMarks = ADFMarks()) {
    let prefix = top.prefix
    beginParagraph()
    let isPlain = marks == ADFMarks()
    if !isPlain, !prefix.isEmpty { sink.text(Array(prefix.utf8), ADFMarks()) }
    sink.text(Array((isPlain ? prefix + words : words).utf8), marks)
    sink.end(.paragraph())
  }

  /// Begins a paragraph, of which what is to stand before it becomes a part.
  mutating func beginParagraph() {
    top.marker = ""
    beginBlock(mayBeginItem: true)
    sink.begin(.paragraph())
  }

  /// Ends all that is open, for a block that may stand in the document only.
  ///
  /// - Returns: what goes on behind that block.
  mutating func closeAll() -> [Frame] {
    let continuations = (below + [top]).dropFirst().map(\.continuation)
    while isNested {
      top.isParted = true
      close()
    }
    return continuations
  }

  /// Goes on with what was ended.
  mutating func resume(_ continuations: [Frame]) {
    for frame in continuations { push(frame) }
  }

  /// Closes the container on top.
  mutating func close() {
    flushMarker()
    if top.kind == .item, !top.isBegun, !top.isParted { beginBlock(mayBeginItem: false) }
    let frame = top
    guard let next = below.popLast() else { preconditionFailure("The document is the last to be closed.") }
    top = next
    if frame.kind == .item { top.number += 1 }
    guard frame.isBegun else { return }
    switch frame.kind {
    case .document: break
    case .quote: sink.end(.blockquote)
    case .panel(let panel): sink.end(.panel(panel))
    case .bulletList: sink.end(.bulletList)
    case .orderedList: sink.end(.orderedList(start: frame.start))
    case .item: sink.end(.item)
    }
  }

  /// A container that is being filled.
  struct Frame {
    /// What it is.
    enum Kind: Equatable {
      case document, quote, panel(ADFPanel), bulletList, orderedList, item

      var holdsHeadings: Bool {
        switch self {
        case .document, .panel: true
        case .quote, .bulletList, .orderedList, .item: false
        }
      }

      var holdsQuotes: Bool { self == .document }
    }

    let kind: Kind

    /// Whether it is begun in ADF: there is something in it.
    var isBegun = false

    /// Whether an item has its first block.
    var isFilled = false

    /// The number of a list's item that is open, or of the next.
    var number: Int

    /// The number of a list's first item, where it is begun.
    var start = 1

    /// What the next paragraph begins with: a box, or the mark of an item of a list too deep to be one.
    var marker = ""

    /// How many quotations stand open whose blocks stand here for themselves.
    var quoteMarks = 0

    /// Whether a table parts it: what there is of it may be nothing.
    var isParted = false

    init(_ kind: Kind, number: Int = 1) {
      self.kind = kind
      self.number = number
    }

    /// Whether it is an item without anything in it yet.
    var isBare: Bool { kind == .item && !isFilled && marker.isEmpty }

    /// What its next paragraph begins with, marks of quotations included.
    var prefix: String {
      quoteMarks == 0 ? marker : String(repeating: "> ", count: min(quoteMarks, Self.mostQuoteMarks)) + marker
    }

    private static var mostQuoteMarks: Int { 8 }

    /// What goes on behind a table.
    var continuation: Frame {
      var next = Frame(kind, number: number)
      next.quoteMarks = quoteMarks
      next.isParted = true
      return next
    }
  }
}
