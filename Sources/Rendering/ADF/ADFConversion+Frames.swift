import Markdown

extension ADFConversion {
  /// A container that is being filled.
  struct Frame {
    /// What it is.
    enum Kind: Equatable {
      case document, quote, panel(ADFPanel), bulletList, orderedList(Int), item

      var holdsHeadings: Bool {
        switch self {
        case .document, .panel: true
        case .quote, .bulletList, .orderedList, .item: false
        }
      }

      var holdsQuotes: Bool { self == .document }
    }

    var kind: Kind

    /// What it holds so far; of a list, nothing.
    var blocks: [ADFBlock] = []

    /// What a list holds so far.
    var items: [ADFItem] = []

    /// The number of a list's item that is open, or of the next.
    var number: Int

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
    var isBare: Bool { kind == .item && blocks.isEmpty && marker.isEmpty }

    /// What goes on behind a table.
    var continuation: Frame {
      var next = Frame(kind, number: number)
      next.quoteMarks = quoteMarks
      next.isParted = true
      return next
    }
  }

  mutating func push(_ frame: Frame) {
    frames.append(frame)
  }

  /// Adds a block where it may stand: a table outside of lists, quotations and panels.
  mutating func add(_ block: ADFBlock, from node: MarkdownNode) {
    flushMarker()
    if case .table = block, frames.count > 1 {
      note(.table, node)
      lift(block)
    } else {
      frames[frames.count - 1].blocks.append(block)
    }
  }

  /// Adds a paragraph, with what is to stand before it; nothing where there are no words.
  mutating func add(paragraph inlines: [ADFInline]) {
    let top = frames.count - 1
    guard !inlines.isEmpty else { return }
    let quoteMarks = String(repeating: "> ", count: min(frames[top].quoteMarks, Self.mostQuoteMarks))
    let prefix = quoteMarks + frames[top].marker
    frames[top].marker = ""
    frames[top].blocks.append(.paragraph(prefix.isEmpty ? inlines : Self.prefixed(inlines, by: prefix)))
  }

  private static let mostQuoteMarks = 8

  private static func prefixed(_ inlines: [ADFInline], by prefix: String) -> [ADFInline] {
    if case .text(let text, let marks)? = inlines.first, marks == ADFMarks() {
      return [.text(prefix + text)] + inlines.dropFirst()
    }
    return [.text(prefix)] + inlines
  }

  /// Gives a mark that finds no paragraph one of its own.
  mutating func flushMarker() {
    let top = frames.count - 1
    guard !frames[top].marker.isEmpty else { return }
    let mark = String(frames[top].marker.dropLast())
    frames[top].marker = ""
    frames[top].blocks.append(.paragraph([.text(mark)]))
  }

  /// Ends what is open, adds the block to the document, and begins all anew behind it.
  private mutating func lift(_ block: ADFBlock) {
    let continuations = frames.dropFirst().map(\.continuation)
    while frames.count > 1 {
      frames[frames.count - 1].isParted = true
      closeFrame()
    }
    frames[0].blocks.append(block)
    frames += continuations
  }

  /// Closes the frame on top and gives what it holds to the one below.
  mutating func closeFrame() {
    flushMarker()
    let frame = frames.removeLast()
    let below = frames.count - 1
    switch frame.kind {
    case .document: preconditionFailure("The document is the last to be closed.")
    case .quote: if !frame.blocks.isEmpty { frames[below].blocks.append(.blockquote(frame.blocks)) }
    case .panel(let panel):
      if !frame.blocks.isEmpty { frames[below].blocks.append(.panel(panel, frame.blocks)) }
    case .bulletList:
      if !frame.items.isEmpty { frames[below].blocks.append(.bulletList(frame.items)) }
    case .orderedList(let start):
      if !frame.items.isEmpty { frames[below].blocks.append(.orderedList(start: start, frame.items)) }
    case .item: close(item: frame)
    }
  }

  /// The list that holds the item is on top.
  private mutating func close(item: Frame) {
    let list = frames.count - 1
    defer { frames[list].number += 1 }
    guard !item.blocks.isEmpty || !item.isParted else { return }
    if frames[list].items.isEmpty, case .orderedList = frames[list].kind {
      frames[list].kind = .orderedList(frames[list].number)
    }
    frames[list].items.append(ADFItem(blocks: Self.begun(item.blocks)))
  }

  /// An item begins with a paragraph or code: where it does not, with an empty paragraph.
  private static func begun(_ blocks: [ADFBlock]) -> [ADFBlock] {
    switch blocks.first {
    case .paragraph?, .codeBlock?: blocks
    default: [.paragraph([])] + blocks
    }
  }
}
