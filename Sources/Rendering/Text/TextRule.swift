/// Why something of the source has another form in plain text than in Markdown.
public enum TextRule: String, RenderingRule, CaseIterable {
  case emphasis
  case frontMatter = "front-matter"
  case html
  case htmlComment = "html-comment"
  case image

  /// What became of it, in one sentence.
  public var sentence: String {
    switch self {
    case .emphasis: "Plain text has no emphasis: the words stay."
    case .frontMatter: "The front matter of a record is two columns."
    case .html: "HTML is shown as it is written."
    case .htmlComment: "A comment of HTML is left out."
    case .image: "An image is its words and its address."
    }
  }
}
