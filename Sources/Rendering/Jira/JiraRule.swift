/// Why something of the source has another form in wiki markup than in Markdown.
public enum JiraRule: String, RenderingRule, CaseIterable {
  case address
  case alert
  case alignment
  case badAddress = "bad-address"
  case code
  case codeBlock = "code-block"
  case codeLanguage = "code-language"
  case controlCharacter = "control-character"
  case emphasizedCode = "emphasized-code"
  case emptyLink = "empty-link"
  case footnote
  case frontMatter = "front-matter"
  case heading
  case html
  case htmlComment = "html-comment"
  case image
  case itemEnd = "item-end"
  case linkTitle = "link-title"
  case listDepth = "list-depth"
  case listNumber = "list-number"
  case quote
  case relativeAddress = "relative-address"
  case table
  case taskList = "task-list"
  case thematicBreak = "thematic-break"

  /// What became of it, in one sentence: that of the rule for ADF where they are the same.
  public var sentence: String {
    switch self {
    case .address: "An address that Jira does not follow stands in parentheses behind the words."
    case .alignment: "Columns cannot be set in the middle or at the right."
    case .code: "Code that touches a letter or a digit cannot be set: it is words."
    case .codeBlock:
      "Code that writes the ends of all macros that could hold it is several blocks, or lines of inline code."
    case .codeLanguage: "A language that Jira does not know is left out."
    case .frontMatter: "The front matter of a record is code."
    case .itemEnd: "What stands behind a list within an item ends the list, which goes on behind it."
    case .linkTitle: "The title of a link is left out."
    case .listNumber: "Numbers that Jira would count otherwise are written out, behind bullets."
    case .relativeAddress:
      "A relative address stands in parentheses behind the words, one within the text is left out; --base-url says where it begins."
    case .taskList: "Tasks are items, ☐ or ☑ before their words."
    default: ADFRule(rawValue: rawValue)?.sentence ?? ""
    }
  }
}
