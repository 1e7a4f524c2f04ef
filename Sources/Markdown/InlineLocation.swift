/// Finds the bytes of the nodes that stand in the lines of prose of a block.
///
/// What the library says of them is often wrong: behind lazy lines, escaped line ends, links over two lines, bare links,
/// split texts. So they are found anew, by following the source with one cursor while walking the nodes: `InlineCursor`.
struct InlineLocation {
  private var cursor: InlineCursor

  /// How many bytes were looked at, to show that the work grows with the text and no faster.
  var work: Int { cursor.work }

  init(source: CleanSource, pool: [UInt8]) {
    cursor = InlineCursor(source: source.bytes, pool: pool)
  }

  /// Whether a block is a heading with a line below it.
  func isUnderlined(_ block: MarkdownTree.Row) -> Bool {
    block.tag == .heading && !block.range.isUnknown && !cursor.isATX(at: Int(block.range.start))
  }

  /// The bytes of the first `[^label]` in `line`.
  func noteCall(in line: Range<Int>) -> Range<Int>? { cursor.noteCall(in: line) }

  /// Gives the nodes of a block their ranges; a heading with a line below it gets its end, too.
  ///
  /// - Parameter rows: those of the block and all that it holds.
  mutating func locate(_ rows: inout ArraySlice<MarkdownTree.Row>) {
    let (block, end) = (rows.startIndex, rows.endIndex)
    let range = rows[block].range
    guard !range.isUnknown else { return }
    cursor.begin(in: range.range, tag: rows[block].tag)
    if rows[block].tag != .tableCell, block + 1 < end {
      cursor.skipDefinitions(before: rows[block + 1])
    }
    var open = block
    for index in block + 1..<end {
      leave(until: index, open: &open, of: &rows)
      cursor.enter(&rows[index])
      open = index
    }
    leave(until: end, open: &open, of: &rows)
    if rows[block].tag == .heading, let end = cursor.endOfSetextHeading(range.range) {
      rows[block].range.end = Int32(end)
    }
  }

  private mutating func leave(until index: Int, open: inout Int, of rows: inout ArraySlice<MarkdownTree.Row>)
  {
    while open != rows.startIndex, Int(rows[open].end) == index {
      cursor.leave(&rows[open])
      open = Int(rows[open].parent)
    }
  }
}
