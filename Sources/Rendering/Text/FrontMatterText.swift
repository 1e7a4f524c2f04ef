public import Terminal

/// The front matter of a record as a small table; where it cannot be read, its lines as they are.
public struct FrontMatterText {
  private let content: ArraySlice<UInt8>
  private let width: Int

  /// What stands between the fences, to be laid out in so many columns.
  public init(_ content: ArraySlice<UInt8>, width: Int) {
    self.content = content
    self.width = width
  }

  /// The lines.
  public var lines: [StyledText] {
    guard let entries = FrontMatterEntries.of(content) else {
      return FileText(content).lines.map { StyledText($0.expandingTabs(every: 8), .dim) }
    }
    let rows = entries.map { name, text in
      Terminal.Table.Row(
        StyledText(Sanitized(name, limit: 40).description, .bold),
        Sanitized(text, keeping: .newlinesAndTabs).description)
    }
    return Table(rows).lines(indent: 0, width: width)
  }
}
