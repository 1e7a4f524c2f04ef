import Markdown

extension ADFConversion {
  /// Adds a paragraph, with what is to stand before it; nothing where there are no words.
  ///
  /// - Parameters:
  ///   - start: the place of the node to begin with, where that is not the first.
  ///   - dropped: how many bytes of the first text are left out.
  ///   - styles: how all of it is set.
  mutating func addParagraph(
    _ block: MarkdownNode, from start: Int? = nil, dropping dropped: Int = 0, styles: ADFMarks.Styles = []
  ) {
    let places = (start ?? block.index + 1)..<block.end
    prose.paragraph(places, styles: styles, dropping: dropped, to: &frames)
    prose.moveChanges(to: &changes)
  }

  /// Writes the prose of a block into what is begun.
  mutating func write(proseOf block: MarkdownNode, dropping dropped: Int = 0) {
    prose.write(block.index + 1..<block.end, dropping: dropped, to: &frames)
    prose.moveChanges(to: &changes)
  }

  /// How much of the paragraph is the box of the item that it begins.
  func boxLength(in paragraph: MarkdownNode) -> Int {
    guard tasks.mayBeAny, paragraph.children.first?.literalBytes.first == UInt8(ascii: "["),
      let item = paragraph.parent,
      paragraph.index == item.index + 1,
      tasks.box(of: item)?.isLiteral == true
    else { return 0 }
    return TaskLists.boxLength
  }

  /// Writes a list that holds nothing but tasks; it goes down by recursion, no deeper than lists may be.
  mutating func write(tasks list: MarkdownNode) {
    frames.sink.begin(.taskList)
    for item in list.children {
      guard let box = tasks.box(of: item) else { continue }
      frames.sink.begin(.task(isDone: box.isDone))
      if let words = item.children.first { write(proseOf: words, dropping: boxLength(in: words)) }
      frames.sink.end(.task(isDone: box.isDone))
      for below in item.children.dropFirst() { write(tasks: below) }
    }
    frames.sink.end(.taskList)
  }

  /// Adds a table where it may stand: outside of lists, quotations and panels.
  mutating func addTable(_ node: MarkdownNode, _ alignments: [ColumnAlignment]) {
    frames.flushMarker()
    let isLifted = frames.isNested
    if isLifted { note(.table, node) }
    let continuations = isLifted ? frames.closeAll() : []
    frames.beginBlock(mayBeginItem: false)
    write(table: node, alignments)
    frames.resume(continuations)
  }

  /// Writes a table, all rows as long as the longest.
  private mutating func write(table: MarkdownNode, _ alignments: [ColumnAlignment]) {
    let length = table.children.reduce(1) { max($0, $1.children.reduce(0) { count, _ in count + 1 }) }
    frames.sink.begin(.table)
    for row in table.children {
      let isHeader = row.kind == .tableRow(isHeader: true)
      frames.sink.begin(.row)
      var count = 0
      for cell in row.children {
        let alignment = count < alignments.count ? ADFAlignment(alignments[count]) : nil
        frames.sink.begin(.cell(isHeader: isHeader))
        frames.sink.begin(.paragraph(alignment))
        write(proseOf: cell)
        frames.sink.end(.paragraph(alignment))
        frames.sink.end(.cell(isHeader: isHeader))
        count += 1
      }
      for _ in count..<max(count, length) {
        frames.sink.write(.cell(isHeader: isHeader)) { $0.write(.paragraph()) { _ in } }
      }
      frames.sink.end(.row)
    }
    frames.sink.end(.table)
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
