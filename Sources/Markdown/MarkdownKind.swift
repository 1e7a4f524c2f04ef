/// What a node is, with what only nodes of that kind have.
public enum MarkdownKind: Sendable, Equatable {
  /// The whole.
  case document

  /// A run of prose.
  case paragraph

  /// A heading of level 1 to 6.
  case heading(level: Int)

  /// A list; its children are items.
  case list(MarkdownList)

  /// An item of a list, with its box where it is a task.
  case item(task: TaskState?)

  /// Code, its literal; `info` is what follows the opening fence, `fenced` is false for indented code.
  case codeBlock(info: String, fenced: Bool)

  /// A quotation.
  case blockQuote

  /// A line across the page.
  case thematicBreak

  /// HTML as it was written, its literal.
  case htmlBlock

  /// A table; its children are rows, and there is one alignment for each column.
  case table(alignments: [ColumnAlignment])

  /// A row of a table; its children are cells.
  case tableRow(isHeader: Bool)

  /// A cell of a table.
  case tableCell

  /// Words, the literal, with escapes and entities resolved.
  case text

  /// The end of a line inside a paragraph.
  case softBreak

  /// A line break the author asked for.
  case hardBreak

  /// A code span, its literal.
  case code

  /// Stressed, usually in italics.
  case emphasis

  /// Strongly stressed, usually in bold.
  case strong

  /// Struck out.
  case strikethrough

  /// A link; its children are what one reads.
  case link(url: String, title: String)

  /// An image; its children are what stands in its place.
  case image(url: String, title: String)

  /// HTML inside a paragraph as it was written, its literal.
  case htmlInline

  /// A call of the footnote with that number, counted from 1; the literal is its label.
  case footnoteReference(number: Int)

  /// A footnote; the literal is its label. All stand last in the document, ordered by number.
  case footnoteDefinition(number: Int)
}

/// How the items of a list are marked and set.
public struct MarkdownList: Sendable, Equatable {
  /// The number of the first item, or nil where items have bullets.
  public var start: Int?

  /// What follows each number.
  public var delimiter: ListDelimiter?

  /// Whether items follow each other without blank lines.
  public var isTight: Bool

  /// Whether items are numbered.
  public var isOrdered: Bool { start != nil }

  /// Describes a list: of bullets where `start` is nil.
  public init(start: Int? = nil, delimiter: ListDelimiter? = nil, isTight: Bool) {
    self.start = start
    self.delimiter = delimiter
    self.isTight = isTight
  }
}

/// What stands between an item's number and its text.
public enum ListDelimiter: Sendable, Equatable {
  /// As in `1.`
  case period

  /// As in `1)`
  case parenthesis
}

/// Whether a task is done.
public enum TaskState: Sendable, Equatable {
  /// An empty box.
  case open

  /// A ticked box.
  case done
}

/// How a column of a table is set.
public enum ColumnAlignment: Sendable, Equatable {
  /// As the reader's program likes.
  case automatic

  /// To the left.
  case left

  /// In the middle.
  case center

  /// To the right.
  case right
}
