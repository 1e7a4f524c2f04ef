import Markdown
import Terminal

/// A table of a document: columns where they fit the width, else its rows one below the other.
struct TableText {
  private let header: [StyledText]
  private let rows: [[StyledText]]
  private let alignments: [ColumnAlignment]
  private let room: Int

  init(_ table: MarkdownNode, room: Int, usesColor: Bool, hidesComments: Bool = false) {
    var header: [StyledText] = []
    var rows: [[StyledText]] = []
    for row in table.children {
      let isHeader = row.kind == .tableRow(isHeader: true)
      let cells = row.children.map {
        ProseText($0, isHeader ? .bold : [], usesColor: usesColor, hidesComments: hidesComments).text
      }
      if isHeader { header = cells } else { rows.append(cells) }
    }
    self.header = header
    self.rows = rows
    if case .table(let alignments) = table.kind { self.alignments = alignments } else { alignments = [] }
    self.room = room
  }

  /// A table of rows that are as they are to be shown.
  init(header: [StyledText], rows: [[StyledText]], alignments: [ColumnAlignment], room: Int) {
    self.header = header
    self.rows = rows
    self.alignments = alignments
    self.room = room
  }

  var lines: [StyledText] {
    guard let widths = columnWidths else { return list }
    let head = Self.lines(of: header, widths, alignments)
    let rule = StyledText(
      widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─"), .dim)
    let blocks = rows.map { Self.lines(of: $0, widths, alignments) }
    // Where cells take several lines, rules tell the rows apart.
    let isRuled = blocks.contains { $0.count > 1 }
    var lines = head + [rule]
    for (index, block) in blocks.enumerated() {
      if isRuled, index > 0 { lines.append(rule) }
      lines += block
    }
    return lines
  }

  // MARK: Columns

  /// How wide each column is; nil where they do not fit side by side.
  private var columnWidths: [Int]? {
    let separators = (header.count - 1) * Self.separator.columns
    // So many columns do not fit whatever is in them, and need not be measured.
    guard !header.isEmpty, separators + header.count <= room else { return nil }
    var widths = [Int](repeating: 1, count: header.count)
    var wanted = widths
    for row in [header] + rows {
      for (column, cell) in row.enumerated() where column < widths.count {
        let whole = cell.plain.split(separator: "\n").map { String($0).terminalColumns }.max() ?? 0
        wanted[column] = max(wanted[column], whole)
        widths[column] = max(widths[column], min(whole, max(cell.widestWord, Self.narrowest)))
      }
    }
    var left = room - separators - widths.reduce(0, +)
    guard left >= 0 else { return nil }
    while left > 0 {
      let growing = widths.indices.filter { widths[$0] < wanted[$0] }
      guard let column = growing.min(by: { widths[$0] < widths[$1] }) else { break }
      widths[column] += 1
      left -= 1
    }
    return widths
  }

  private static func lines(
    of cells: [StyledText], _ widths: [Int], _ alignments: [ColumnAlignment]
  ) -> [StyledText] {
    let texts = widths.indices.map { column in
      column < cells.count ? cells[column].lines(wrappedTo: widths[column]) : []
    }
    let height = texts.map(\.count).max() ?? 0
    return (0..<height).map { place in
      var line = StyledText("")
      for column in widths.indices {
        if column > 0 { line += separator }
        let text = place < texts[column].count ? texts[column][place] : ""
        let alignment = column < alignments.count ? alignments[column] : .automatic
        line += text.set(in: widths[column], alignment)
      }
      return line.droppingTrailingSpaces
    }
  }

  private static var separator: StyledText { StyledText(" │ ", .dim) }
  private static let narrowest = 8

  // MARK: Rows below each other

  /// Each row as lines "header: cell"; a header too long to be repeated is written once, above.
  private var list: [StyledText] {
    let labels = header.map { $0.plain.replacing("\n", with: " ").truncated(toColumns: Self.longestLabel) }
    let isCut = zip(labels, header).contains { $0 != $1.plain }
    var blocks: [[StyledText]] = []
    if isCut || rows.isEmpty { blocks.append(header.flatMap(item)) }
    for row in rows {
      blocks.append(
        row.enumerated().flatMap { column, cell -> [StyledText] in
          guard !cell.plain.isEmpty else { return [] }
          let label = column < labels.count && !labels[column].isEmpty ? "\(labels[column]): " : ""
          return item(StyledText(label, .bold) + cell)
        })
    }
    return Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// A text whose further lines hang.
  private func item(_ text: StyledText) -> [StyledText] {
    text.lines(wrappedTo: room - 2).enumerated().map { $0 == 0 ? $1 : StyledText("  ") + $1 }
  }

  private static let longestLabel = 24
}

extension StyledText {
  /// The text among so many columns.
  fileprivate func set(in width: Int, _ alignment: ColumnAlignment) -> StyledText {
    let space = max(0, width - columns)
    let before =
      switch alignment {
      case .automatic, .left: 0
      case .center: space / 2
      case .right: space
      }
    return (StyledText(String(repeating: " ", count: before)) + self).padded(to: width)
  }
}
