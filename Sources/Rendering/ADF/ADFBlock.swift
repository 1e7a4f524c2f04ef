/// A block of Atlassian Document Format, of those that a rendering makes.
///
/// Source of the format: the full schema of `@atlaskit/adf-schema` 57. What may stand in what is told in docs/adf.md.
public enum ADFBlock: Sendable, Equatable {
  /// A run of prose; the alignment is for cells of tables only.
  case paragraph([ADFInline], alignment: ADFAlignment? = nil)

  /// A heading of level 1 to 6.
  case heading(level: Int, [ADFInline])

  /// Items with bullets.
  case bulletList([ADFItem])

  /// Items with numbers, the first of which is `start`.
  case orderedList(start: Int, [ADFItem])

  /// Tasks with boxes to tick.
  case taskList([ADFTask])

  /// Code as it is; the language may be empty.
  case codeBlock(language: String, String)

  /// A quotation.
  case blockquote([ADFBlock])

  /// A line across the page.
  case rule

  /// Rows of equal length.
  case table([ADFRow])

  /// Blocks on a coloured ground.
  case panel(ADFPanel, [ADFBlock])

  /// Blocks that are folded away behind a title.
  case expand(title: String, [ADFBlock])
}

/// An item of a list: a paragraph or code first.
public struct ADFItem: Sendable, Equatable {
  /// What it holds; never empty.
  public var blocks: [ADFBlock]
}

/// What stands in a list of tasks.
public enum ADFTask: Sendable, Equatable {
  /// A task; it holds prose only.
  case item(isDone: Bool, [ADFInline])

  /// The tasks below the one before.
  case list([ADFTask])
}

/// A row of a table.
public struct ADFRow: Sendable, Equatable {
  /// Whether its cells are headings.
  public var isHeader: Bool

  /// The blocks of each cell.
  public var cells: [[ADFBlock]]
}

/// How the prose of a cell is set, where that is not at its start.
public enum ADFAlignment: String, Sendable {
  /// In the middle.
  case center

  /// At the end: on the right in most languages.
  case end
}

/// What the ground of a panel says.
public enum ADFPanel: String, Sendable {
  /// Blue.
  case info

  /// Purple.
  case note

  /// Green.
  case success

  /// Yellow.
  case warning

  /// Red.
  case error
}
