/// Finds for every block of a tree the bytes it was read from.
///
/// The library names the columns of blocks; those of inline nodes it often gets wrong: `InlineLocation` finds them. Most
/// readers of a document ask for the places of blocks only: those are found at once, the others when one is asked for.
/// All are offsets in the bytes that were parsed.
struct SourceLocation {
  private(set) var rows: [MarkdownTree.Row]
  private(set) var pool: [UInt8]
  private let source: CleanSource
  private let lines: LineIndex
  private var inlines: InlineLocation

  init(of tree: consuming ParsedTree, in source: CleanSource) {
    rows = tree.rows
    pool = tree.pool
    lines = tree.lines
    self.source = source
    inlines = InlineLocation(source: source, pool: tree.pool)
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
        if inlines.isUnderlined(rows[index]) { locateUnderlined(index) }
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

  /// Where an underlined heading ends is known only when its words are found.
  private mutating func locateUnderlined(_ heading: Int) {
    let all = heading..<Int(rows[heading].end)
    var found = rows[all]
    inlines.locate(&found)
    rows.replaceSubrange(all, with: found)
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
    guard let call = inlines.noteCall(in: line) else { return }
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
