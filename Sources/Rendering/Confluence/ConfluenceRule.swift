/// Why something of the source has another form in Confluence storage format than in Markdown.
public enum ConfluenceRule: String, RenderingRule, CaseIterable {
  case alert
  case badAddress = "bad-address"
  case codeLanguage = "code-language"
  case controlCharacter = "control-character"
  case depth
  case emptyLink = "empty-link"
  case evidence
  case footnote
  case frontMatter = "front-matter"
  case html
  case htmlComment = "html-comment"
  case image
  case longCode = "long-code"
  case relativeAddress = "relative-address"
  case taskList = "task-list"

  /// What became of it, in one sentence.
  public var sentence: String {
    switch self {
    case .alert: "An alert is a panel, its kind the first line."
    case .badAddress: "An address that nobody should follow from here is left out; the words stay."
    case .codeLanguage: "Confluence knows no such language: the code is shown without one."
    case .controlCharacter: "A character that XML does not take is replaced by U+FFFD."
    case .depth:
      "Lists and quotations deeper than \(PageDepth.greatest) levels stand at that level, behind their marks."
    case .emptyLink: "A link without words shows its address."
    case .evidence: "The evidence of a record is folded away."
    case .footnote: "Confluence has no footnotes: notes are a numbered list at the end, linked both ways."
    case .frontMatter: "The front matter of a record is a table of page properties below its title."
    case .html: "HTML is shown as it is written, never passed on."
    case .htmlComment: "A comment of HTML is left out."
    case .image: "An image is a link to it: nothing is uploaded."
    case .longCode: "Code of more than \(RecordSource.longestCode) lines is folded away."
    case .relativeAddress: "A relative address leads nowhere from elsewhere; --base-url says where it begins."
    case .taskList: "A list that is not of plain tasks only is an ordinary one, ☐ or ☑ before its tasks."
    }
  }
}

extension ConfluenceRule: PageRule {}
