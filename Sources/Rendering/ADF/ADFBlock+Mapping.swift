extension ADFBlock {
  /// The block, all prose in it changed.
  ///
  /// - Parameter change: gives prose that is not empty where it is given such.
  func mappingProse(_ change: ([ADFInline]) -> [ADFInline]) -> ADFBlock {
    switch self {
    case .paragraph(let words, let alignment): .paragraph(change(words), alignment: alignment)
    case .heading(let level, let words): .heading(level: level, change(words))
    case .taskList(let tasks): .taskList(tasks.map { $0.mappingProse(change) })
    case .codeBlock, .rule: self
    default: mappingBlocks { $0.mappingProse(change) }
    }
  }

  /// The block, all blocks that it holds itself changed.
  func mappingBlocks(_ change: (ADFBlock) -> ADFBlock) -> ADFBlock {
    switch self {
    case .paragraph, .heading, .taskList, .codeBlock, .rule: self
    case .bulletList(let items): .bulletList(items.map { ADFItem(blocks: $0.blocks.map(change)) })
    case .orderedList(let start, let items):
      .orderedList(start: start, items.map { ADFItem(blocks: $0.blocks.map(change)) })
    case .blockquote(let blocks): .blockquote(blocks.map(change))
    case .panel(let panel, let blocks): .panel(panel, blocks.map(change))
    case .expand(let title, let blocks): .expand(title: title, blocks.map(change))
    case .table(let rows):
      .table(rows.map { ADFRow(isHeader: $0.isHeader, cells: $0.cells.map { $0.map(change) }) })
    }
  }
}

extension ADFTask {
  fileprivate func mappingProse(_ change: ([ADFInline]) -> [ADFInline]) -> ADFTask {
    switch self {
    case .item(let isDone, let words): .item(isDone: isDone, change(words))
    case .list(let tasks): .list(tasks.map { $0.mappingProse(change) })
    }
  }
}

extension ADFInline {
  /// What is read of it.
  var text: String {
    switch self {
    case .text(let text, _), .status(let text, _): text
    case .hardBreak: "\n"
    }
  }
}
