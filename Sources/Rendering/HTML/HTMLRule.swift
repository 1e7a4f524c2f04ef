/// Why something of the source has another form on a page of HTML than in Markdown.
public enum HTMLRule: String, RenderingRule, CaseIterable {
  case alert
  case badAddress = "bad-address"
  case controlCharacter = "control-character"
  case depth
  case emptyLink = "empty-link"
  case evidence
  case frontMatter = "front-matter"
  case html
  case htmlComment = "html-comment"
  case image
  case longCode = "long-code"
  case relativeAddress = "relative-address"

  /// What became of it, in one sentence.
  public var sentence: String {
    switch self {
    case .alert: "An alert is a box, its kind the first line."
    case .badAddress: "An address that nobody should follow from here is left out; the words stay."
    case .controlCharacter: "A character that HTML does not take is replaced by U+FFFD."
    case .depth:
      "Lists and quotations deeper than \(PageDepth.greatest) levels stand at that level, behind their marks."
    case .emptyLink: "A link without words shows its address."
    case .evidence: "The evidence of a record is folded away."
    case .frontMatter: "The front matter of a record is a table below its title."
    case .html: "HTML is shown as it is written, never passed on."
    case .htmlComment: "A comment of HTML is left out."
    case .image: "An image is a link to it: the page loads nothing."
    case .longCode: "Code of more than \(RecordSource.longestCode) lines is folded away."
    case .relativeAddress:
      "A relative address leads on from where the page lies; --base-url says where it begins."
    }
  }
}

extension HTMLRule: PageRule {}
