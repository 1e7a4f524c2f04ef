/// Why something of the source has another form in ADF than in Markdown.
public enum ADFRule: String, Sendable, CaseIterable {
  case alert
  case badAddress = "bad-address"
  case controlCharacter = "control-character"
  case emphasizedCode = "emphasized-code"
  case emptyLink = "empty-link"
  case evidence
  case footnote
  case frontMatter = "front-matter"
  case heading
  case html
  case htmlComment = "html-comment"
  case image
  case itemBegin = "item-begin"
  case listDepth = "list-depth"
  case quote
  case relativeAddress = "relative-address"
  case table
  case taskList = "task-list"
  case thematicBreak = "thematic-break"

  /// What became of it, in one sentence.
  public var sentence: String {
    switch self {
    case .alert: "An alert is a panel, its kind the first line."
    case .badAddress: "An address that nobody should follow from here is left out; the words stay."
    case .controlCharacter: "A control character is replaced by U+FFFD."
    case .emphasizedCode: "Code cannot be stressed or struck out as well: it stays code."
    case .emptyLink: "A link without words shows its address."
    case .evidence: "The evidence of a record is folded away."
    case .frontMatter: "The front matter of a record is code, folded away."
    case .footnote: "ADF has no footnotes: the call shows what the note says."
    case .heading: "A heading within a list or a quotation is a paragraph in bold."
    case .html: "HTML is shown as it is written."
    case .htmlComment: "A comment of HTML is left out."
    case .image: "An image is a link to it: nothing is uploaded."
    case .itemBegin: "An item begins with a paragraph or code: an empty paragraph stands before it."
    case .listDepth:
      "A list deeper than \(ADFConversion.deepestList) levels is paragraphs with the marks of its items."
    case .quote: "A quotation within a list, a panel or a quotation is its blocks, `>` before its paragraphs."
    case .relativeAddress: "A relative address leads nowhere from elsewhere; --base-url says where it begins."
    case .table:
      "A table within a list, a panel or a quotation stands outside of it; what follows goes on behind it."
    case .taskList: "A list that is not of plain tasks only is an ordinary one, ☐ or ☑ before its tasks."
    case .thematicBreak: "A line across the page within a list or a quotation is a paragraph of dashes."
    }
  }
}

/// A place of the source whose form had to change.
public struct ADFChange: Sendable, Equatable {
  /// The rule that says so.
  public var rule: ADFRule

  /// The byte of the source that it begins with.
  public var offset: Int
}
