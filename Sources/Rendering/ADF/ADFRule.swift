/// Why something of the source has another form in ADF than in Markdown.
public enum ADFRule: String, RenderingRule, CaseIterable {
  /// A quotation that begins with `[!NOTE]` or its like.
  case alert

  /// An address that is empty or would run a program.
  case badAddress = "bad-address"

  /// A control character.
  case controlCharacter = "control-character"

  /// Code that is stressed or struck out.
  case emphasizedCode = "emphasized-code"

  /// A link without words.
  case emptyLink = "empty-link"

  /// The evidence of a record.
  case evidence

  /// A footnote that CommonMark takes for an address.
  case footnote

  /// The front matter of a record.
  case frontMatter = "front-matter"

  /// A heading where ADF has none.
  case heading

  /// HTML.
  case html

  /// A comment of HTML.
  case htmlComment = "html-comment"

  /// An image.
  case image

  /// An item that begins with what cannot be first.
  case itemBegin = "item-begin"

  /// A list that is too deep.
  case listDepth = "list-depth"

  /// Long code of a record.
  case longCode = "long-code"

  /// A quotation where ADF has none.
  case quote

  /// A relative address.
  case relativeAddress = "relative-address"

  /// A table where ADF has none.
  case table

  /// Tasks that ADF cannot hold as such.
  case taskList = "task-list"

  /// A line across the page where ADF has none.
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
    case .footnote: "There are no footnotes: the call shows what the note says."
    case .heading: "A heading within a list or a quotation is a paragraph in bold."
    case .html: "HTML is shown as it is written."
    case .htmlComment: "A comment of HTML is left out."
    case .image: "An image is a link to it: nothing is uploaded."
    case .itemBegin: "An item begins with a paragraph or code: an empty paragraph stands before it."
    case .longCode: "Code of more than \(RecordSource.longestCode) lines is folded away."
    case .listDepth:
      "A list deeper than \(ADFBranch.deepestList) levels is paragraphs with the marks of its items."
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
public typealias ADFChange = RuleUse<ADFRule>
