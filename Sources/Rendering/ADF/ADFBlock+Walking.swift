extension ADFDocument {
  /// Gives the document to `sink`, piece by piece.
  ///
  /// It goes down by recursion: a rendering nests no deeper than `ADFBranch.deepestList` allows.
  func write(to sink: inout some ADFSink) {
    for block in blocks { block.write(to: &sink) }
  }
}

extension ADFSink {
  /// A node and what `content` gives.
  mutating func write(_ branch: ADFBranch, _ content: (inout Self) -> Void) {
    begin(branch)
    content(&self)
    end(branch)
  }
}

extension ADFBlock {
  fileprivate func write(to sink: inout some ADFSink) {
    switch self {
    case .paragraph(let words, let alignment): sink.write(.paragraph(alignment)) { words.write(to: &$0) }
    case .heading(let level, let words): sink.write(.heading(level: level)) { words.write(to: &$0) }
    case .bulletList(let items): sink.write(.bulletList) { items.write(to: &$0) }
    case .orderedList(let start, let items): sink.write(.orderedList(start: start)) { items.write(to: &$0) }
    case .taskList(let tasks): sink.write(.taskList) { tasks.write(to: &$0) }
    case .codeBlock(let language, let code): sink.codeBlock(language: language, ArraySlice(code.utf8))
    case .blockquote(let blocks): sink.write(.blockquote) { blocks.write(to: &$0) }
    case .rule: sink.rule()
    case .table(let rows): sink.write(.table) { sink in for row in rows { row.write(to: &sink) } }
    case .panel(let panel, let blocks): sink.write(.panel(panel)) { blocks.write(to: &$0) }
    case .expand(let title, let blocks): sink.write(.expand(title: title)) { blocks.write(to: &$0) }
    }
  }
}

extension ADFRow {
  fileprivate func write(to sink: inout some ADFSink) {
    sink.write(.row) { sink in
      for cell in cells { sink.write(.cell(isHeader: isHeader)) { cell.write(to: &$0) } }
    }
  }
}

extension [ADFBlock] {
  fileprivate func write(to sink: inout some ADFSink) {
    for block in self { block.write(to: &sink) }
  }
}

extension [ADFItem] {
  fileprivate func write(to sink: inout some ADFSink) {
    for item in self { sink.write(.item) { item.blocks.write(to: &$0) } }
  }
}

extension [ADFTask] {
  fileprivate func write(to sink: inout some ADFSink) {
    for task in self {
      switch task {
      case .item(let isDone, let words): sink.write(.task(isDone: isDone)) { words.write(to: &$0) }
      case .list(let tasks): sink.write(.taskList) { tasks.write(to: &$0) }
      }
    }
  }
}

extension [ADFInline] {
  fileprivate func write(to sink: inout some ADFSink) {
    for inline in self {
      switch inline {
      case .text(let text, let marks): sink.text([UInt8](text.utf8), marks)
      case .hardBreak: sink.hardBreak()
      case .status(let word, let color): sink.status(word, color)
      }
    }
  }
}
