import Markdown

/// The tags of one kind of page: what each part of a text is put between.
///
/// All visible text is written by the walk, in order; the markup adds no words of its own but those its rules tell of.
protocol PageMarkup {
  associatedtype Rule: PageRule

  /// A break that the author asked for.
  static var lineBreak: String { get }

  /// What the end of a line of prose is: one byte of white space.
  static var softBreak: UInt8 { get }

  /// A line across the page.
  static var thematicBreak: String { get }

  /// Opens a link; none stands in another.
  mutating func openLink(_ url: String, title: String, on page: inout Page<Rule>)
  mutating func closeLink(on page: inout Page<Rule>)

  /// The call of a footnote, the first, second, … of the same.
  func addCall(of note: Int, count: Int, on page: inout Page<Rule>)

  /// A word that says how a fact is known.
  func openStanding(_ standing: Standing, on page: inout Page<Rule>)
  func closeStanding(on page: inout Page<Rule>)

  /// Within a paragraph of its own, the sentence that says what rests on somebody's word.
  func openAttestedNote(on page: inout Page<Rule>)
  func closeAttestedNote(on page: inout Page<Rule>)

  func openHeading(_ heading: MarkdownNode, level: Int, on page: inout Page<Rule>)
  func closeHeading(level: Int, opensEvidence: Bool, on page: inout Page<Rule>)

  /// Stands before the heading of a section that is folded away, and behind the section.
  func openEvidence(on page: inout Page<Rule>)
  func closeEvidence(on page: inout Page<Rule>)

  /// Code, or HTML that is shown as it is written.
  ///
  /// - Returns: whether a character was replaced that the format does not take.
  func addCode(_ code: PageCode, on page: inout Page<Rule>) -> Bool

  mutating func openList(_ node: MarkdownNode, _ list: MarkdownList, on page: inout Page<Rule>)
  mutating func closeList(_ list: MarkdownList, on page: inout Page<Rule>)
  mutating func openItem(_ box: TaskLists.Box?, on page: inout Page<Rule>)
  func closeItem(on page: inout Page<Rule>)

  func openAlert(_ alert: Alert, on page: inout Page<Rule>)
  func closeAlert(on page: inout Page<Rule>)

  func openTable(on page: inout Page<Rule>)
  func closeTable(_ table: MarkdownNode, on page: inout Page<Rule>)
  func openRow(isHeader: Bool, on page: inout Page<Rule>)
  func closeRow(_ row: MarkdownNode, isHeader: Bool, on page: inout Page<Rule>)
  func openCell(isHeader: Bool, _ alignment: ColumnAlignment, on page: inout Page<Rule>)
  func closeCell(isHeader: Bool, on page: inout Page<Rule>)

  /// Stands around all footnotes, and around each; one that no call leads to has no way back.
  func openNotes(on page: inout Page<Rule>)
  func closeNotes(on page: inout Page<Rule>)
  func openNote(_ note: MarkdownNode, number: Int, on page: inout Page<Rule>)
  func closeNote(number: Int, isCalled: Bool, on page: inout Page<Rule>)

  /// The entries of a record's front matter.
  ///
  /// - Returns: whether a character was replaced that the format does not take.
  func addFacts(_ entries: [(name: String, text: String)], on page: inout Page<Rule>) -> Bool
}

/// A block of code.
struct PageCode {
  /// The code, without the end of its last line.
  var bytes: ArraySlice<UInt8>

  /// What its language is called; may be empty.
  var language: String

  /// The block; nil where it is the front matter.
  var node: MarkdownNode?

  /// How many lines it has, where so many are folded away.
  var foldedLines: Int?
}
