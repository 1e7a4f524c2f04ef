import Markdown

extension ADFConversion {
  /// The prose of a block.
  ///
  /// - Parameters:
  ///   - start: the place of the node to begin with, where that is not the first.
  ///   - dropped: how many bytes of the first text are left out.
  ///   - styles: how all of it is set.
  mutating func inlines(
    of block: MarkdownNode, from start: Int? = nil, dropping dropped: Int = 0, styles: ADFMarks.Styles = []
  ) -> [ADFInline] {
    let places = (start ?? block.index + 1)..<block.children.endIndex
    let inlines = prose.inlines(document, places, styles: styles, dropping: dropped)
    changes += prose.takeChanges()
    return inlines
  }

  /// How much of the paragraph is the box of the item that it begins.
  func boxLength(in paragraph: MarkdownNode) -> Int {
    guard paragraph.children.first?.literalBytes.first == UInt8(ascii: "["), let item = paragraph.parent,
      paragraph.index == item.index + 1,
      tasks.box(of: item)?.isLiteral == true
    else { return 0 }
    return TaskLists.boxLength
  }

  /// The tasks of a list that holds nothing else; it goes down by recursion, no deeper than lists may be.
  mutating func taskList(_ list: MarkdownNode) -> [ADFTask] {
    var entries: [ADFTask] = []
    for item in list.children {
      guard let box = tasks.box(of: item) else { continue }
      let words = item.children.first.map { inlines(of: $0, dropping: boxLength(in: $0)) } ?? []
      entries.append(.item(isDone: box.isDone, words))
      for below in item.children.dropFirst() { entries.append(.list(taskList(below))) }
    }
    return entries
  }

  /// A table, all rows as long as the longest.
  mutating func table(_ node: MarkdownNode, _ alignments: [ColumnAlignment]) -> ADFBlock {
    var rows: [ADFRow] = []
    var length = 1
    for row in node.children {
      var cells: [[ADFBlock]] = []
      for cell in row.children {
        let alignment = cells.count < alignments.count ? ADFAlignment(alignments[cells.count]) : nil
        cells.append([.paragraph(inlines(of: cell), alignment: alignment)])
      }
      length = max(length, cells.count)
      rows.append(ADFRow(isHeader: row.kind == .tableRow(isHeader: true), cells: cells))
    }
    for row in rows.indices {
      while rows[row].cells.count < length { rows[row].cells.append([.paragraph([])]) }
    }
    return .table(rows)
  }
}

extension ADFAlignment {
  fileprivate init?(_ alignment: ColumnAlignment) {
    switch alignment {
    case .automatic, .left: return nil
    case .center: self = .center
    case .right: self = .end
    }
  }
}
