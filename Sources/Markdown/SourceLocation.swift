/// Finds for every node of a tree the bytes it was read from.
///
/// The library names the columns of blocks; those of inline nodes it often gets wrong: behind lazy lines, escaped line
/// ends, links over two lines, bare links, split texts. So inline nodes are found anew, by following the source with
/// one cursor while walking the tree: `InlineCursor`.
///
/// Most readers of a document ask for the places of blocks only: those are found at once, the others when one is asked
/// for. All are offsets in the bytes that were parsed.
struct SourceLocation {
  private(set) var rows: [MarkdownTree.Row]
  private(set) var pool: [UInt8]
  private let source: CleanSource
  private let lines: LineIndex
  private var cursor: InlineCursor

  /// How many bytes were looked at, to show that the work grows with the text and no faster.
  var work: Int { cursor.work }

  init(of tree: consuming ParsedTree, in source: CleanSource) {
    self.init(rows: tree.rows, pool: tree.pool, lines: tree.lines, source: source)
  }

  init(rows: consuming [MarkdownTree.Row], pool: consuming [UInt8], lines: LineIndex, source: CleanSource) {
    self.rows = rows
    self.pool = pool
    self.lines = lines
    self.source = source
    cursor = InlineCursor(source: source.bytes, pool: pool)
  }

  /// Gives every block its range.
  mutating func locateBlocks() {
    rows[0].range = .init(0..<source.bytes.count)
    var labels: [MarkdownTree.Span32] = []
    var index = 1
    while index < rows.count {
      switch rows[index].tag {
      case .paragraph, .tableCell:
        if rows[index].range.isUnknown { separateTable(from: index) }
        index = Int(rows[index].end)
      case .heading:
        if isUnderlined(index) { locateInlines(of: index) }
        index = Int(rows[index].end)
      case .tableRow:
        locateCells(of: index)
        index += 1
      case .footnoteDefinition:
        locateNote(index)
        labels.append(rows[index].literal)
        index += 1
      default:
        index += 1
      }
    }
    nameNoteCalls(by: labels)
  }

  /// Gives every node that stands in a line of prose its range; the blocks have theirs.
  mutating func locateInlines() {
    var index = 1
    while index < rows.count {
      switch rows[index].tag {
      case .paragraph, .heading, .tableCell:
        if !isUnderlined(index) { locateInlines(of: index) }
        index = Int(rows[index].end)
      default:
        index += 1
      }
    }
  }

  /// Whether the block is a heading with a line below it: where that ends is known only when its words are found.
  private func isUnderlined(_ block: Int) -> Bool {
    let range = rows[block].range
    return rows[block].tag == .heading && !range.isUnknown && !cursor.isATX(at: Int(range.start))
  }

  private mutating func locateInlines(of block: Int) {
    let range = rows[block].range
    guard !range.isUnknown else { return }
    cursor.begin(in: range.range, tag: rows[block].tag)
    if rows[block].tag != .tableCell, block + 1 < Int(rows[block].end) {
      cursor.skipDefinitions(before: rows[block + 1])
    }
    var open = block
    for index in block + 1..<Int(rows[block].end) {
      leave(until: index, open: &open, block: block)
      cursor.enter(&rows[index])
      open = index
    }
    leave(until: Int(rows[block].end), open: &open, block: block)
    if rows[block].tag == .heading, let end = cursor.endOfSetextHeading(range.range) {
      rows[block].range.end = Int32(end)
    }
  }

  private mutating func leave(until index: Int, open: inout Int, block: Int) {
    while open != block, Int(rows[open].end) == index {
      cursor.leave(&rows[open])
      open = Int(rows[open].parent)
    }
  }

  /// Parts a paragraph from the table its last line turned out to begin.
  ///
  /// The library leaves the paragraph without a range and gives its first line to the table and its header.
  private mutating func separateTable(from paragraph: Int) {
    let table = Int(rows[paragraph].end)
    guard rows[paragraph].tag == .paragraph, table < rows.count, rows[table].tag == .table,
      !rows[table].range.isUnknown
    else { return }
    let header = table + 1
    let body = Int(rows[header].end)
    // The delimiter row stands between the header and the first row of the body.
    let below =
      body < Int(rows[table].end)
      ? lines.lineNumber(of: Int(rows[body].range.start)) - 1
      : lines.lineNumber(of: Int(rows[table].range.end))
    let start = rows[table].range.start
    guard below >= 2 else { return }
    let line = lines.range(ofLine: below - 1)
    let isBlank = { [source] (index: Int) in Byte.isBlank(source.bytes[index]) }
    guard let first = line.first(where: { !Byte.isMark(source.bytes[$0]) && !isBlank($0) }),
      let last = line.last(where: { !isBlank($0) }), first > start
    else { return }
    let preceding = source.bytes[..<line.lowerBound].lastIndex { !Byte.isLineEnd($0) } ?? Int(start)
    rows[paragraph].range = .init(Int(start)..<max(Int(start), preceding + 1))
    rows[table].range.start = Int32(first)
    rows[header].range = .init(first..<last + 1)
  }

  /// Gives each cell of a row what stands between two bars.
  ///
  /// The library counts the columns of cells from the first bar, wherever that stands.
  private mutating func locateCells(of row: Int) {
    let range = rows[row].range
    guard !range.isUnknown else { return }
    let line = lines.range(ofLine: lines.lineNumber(of: Int(range.start)))
    // A row that is indented less than the header begins before the column that the library names.
    let first = line.first { !Byte.isMark(source.bytes[$0]) && !Byte.isBlank(source.bytes[$0]) }
    if let first, first < Int(range.start), !rows[row].flag { rows[row].range.start = Int32(first) }
    var cells = TableLine(in: source.bytes, at: Int(rows[row].range.start)..<line.upperBound).cells[...]
    for cell in row + 1..<Int(rows[row].end) where rows[cell].tag == .tableCell {
      rows[cell].range = cells.popFirst().map { .init($0) } ?? .unknown
    }
  }

  /// Reads a footnote's label from the line it begins in, which the library's range leaves out.
  private mutating func locateNote(_ index: Int) {
    let range = rows[index].range
    guard !range.isUnknown else { return }
    let line = lines.range(ofLine: lines.lineNumber(of: Int(range.start)))
    guard let call = cursor.noteCall(in: line) else { return }
    rows[index].range.start = Int32(call.lowerBound)
    rows[index].literal = keep(call)
  }

  /// Gives the calls of footnotes the labels of the footnotes they call.
  private mutating func nameNoteCalls(by labels: [MarkdownTree.Span32]) {
    guard !labels.isEmpty else { return }
    for index in rows.indices where rows[index].tag == .footnoteReference {
      let number = Int(rows[index].number)
      if labels.indices.contains(number - 1) { rows[index].literal = labels[number - 1] }
    }
  }

  private mutating func keep(_ call: Range<Int>) -> MarkdownTree.Span32 {
    let start = pool.count
    pool.append(contentsOf: source.bytes[call.lowerBound + 2..<call.upperBound - 1])
    return .init(start..<pool.count)
  }
}
