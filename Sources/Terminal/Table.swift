/// Rows of a name and what is said of it, in two aligned columns.
public struct Table: Sendable {
  /// One name and its text.
  public struct Row: Sendable {
    let name: StyledText
    let text: String

    /// Makes a row.
    public init(_ name: StyledText, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  private let rows: [Row]

  /// Makes a table of rows.
  public init(_ rows: [Row]) {
    self.rows = rows
  }

  /// The column at which texts begin when this table stands alone, behind the indent.
  public func textColumn(indent: Int, width: Int) -> Int {
    let room = max(indent + 1, min(width * 2 / 5, width - Self.narrowestText))
    let widths = rows.map { indent + $0.name.columns + Self.gap }.filter { $0 <= room }
    return widths.max() ?? room
  }

  /// The table's lines; a name that reaches into the text column keeps a line to itself.
  ///
  /// Tables that stand below one another are aligned by giving them the same `textColumn`.
  public func lines(indent: Int = 2, width: Int, textColumn: Int? = nil) -> [StyledText] {
    let column = textColumn ?? self.textColumn(indent: indent, width: width)
    let margin = StyledText(String(repeating: " ", count: indent))
    let gutter = StyledText(String(repeating: " ", count: column))
    return rows.flatMap { row -> [StyledText] in
      let head = margin + row.name
      let texts = row.text.lines(wrappedTo: max(Self.narrowestText, width - column)).map { StyledText($0) }
      guard let first = texts.first, !row.text.isEmpty else { return [head] }
      let rest = texts.dropFirst().map { gutter + $0 }
      let fits = head.columns + Self.gap <= column
      return (fits ? [head.padded(to: column) + first] : [head, gutter + first]) + rest
    }
  }

  private static let gap = 2
  private static let narrowestText = 16
}
