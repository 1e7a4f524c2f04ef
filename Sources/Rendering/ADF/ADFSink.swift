/// What takes a document of ADF piece by piece, as it follows: it becomes a tree of values, or JSON.
protocol ADFSink {
  /// A node that holds others begins.
  mutating func begin(_ branch: ADFBranch)

  /// The node that began last, and has not ended, ends.
  mutating func end(_ branch: ADFBranch)

  /// Words that are set alike begin; some follow.
  mutating func beginText(_ marks: ADFMarks)

  /// Some of the words that began.
  mutating func add(_ words: Span<UInt8>)

  /// The words that began end.
  mutating func endText()

  /// The end of a line that the author asked for.
  mutating func hardBreak()

  /// A lozenge.
  mutating func status(_ word: String, _ color: ADFStatusColor)

  /// Code as it is; the language may be empty.
  mutating func codeBlock(language: String, _ code: ArraySlice<UInt8>)

  /// A line across the page.
  mutating func rule()
}

extension ADFSink {
  /// Words that are set alike; never none.
  mutating func text(_ words: [UInt8], _ marks: ADFMarks) {
    beginText(marks)
    add(words.span)
    endText()
  }
}

/// A node of ADF that holds others.
enum ADFBranch: Equatable {
  /// Holds prose.
  case paragraph(ADFAlignment? = nil)
  case heading(level: Int)
  case task(isDone: Bool)

  /// Hold items, tasks, rows, cells.
  case bulletList
  case orderedList(start: Int)
  case taskList
  case table
  case row

  /// Hold blocks.
  case item
  case cell(isHeader: Bool)
  case blockquote
  case panel(ADFPanel)
  case expand(title: String)

  /// Lists stand in each other up to here: some readers of JSON stop at a hundred levels, of which a list takes four.
  static let deepestList = 20
}
