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
