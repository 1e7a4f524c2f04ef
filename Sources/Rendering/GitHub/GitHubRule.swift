/// Why something of the source is written otherwise in Markdown for a pull request, an issue or a comment.
public enum GitHubRule: String, RenderingRule, CaseIterable {
  /// An address that GitHub takes away.
  case badAddress = "bad-address"

  /// A word such as “fixes” before what an issue is called.
  case closingKeyword = "closing-keyword"

  /// A line that a program reads as a command.
  case command

  /// A NUL, or bytes that are no UTF-8.
  case controlCharacter = "control-character"

  /// A name between colons.
  case emoji

  /// The evidence of a record.
  case evidence

  /// The front matter of a record.
  case frontMatter = "front-matter"

  /// HTML.
  case html

  /// A comment of HTML.
  case htmlComment = "html-comment"

  /// The end of a line within a paragraph.
  case lineEnd = "line-end"

  /// Code of many lines in a record.
  case longCode = "long-code"

  /// Text between dollar signs.
  case math

  /// An `@` before a name.
  case mention

  /// A relative address.
  case relativeAddress = "relative-address"

  /// A paragraph whose places are not known.
  case unlocated

  /// What became of it, in one sentence.
  public var sentence: String {
    switch self {
    case .badAddress: "GitHub takes this address away; the words stay."
    case .closingKeyword: "A comment of HTML within the word keeps it from closing what is named behind it."
    case .command: "A backslash keeps the line from being a command."
    case .controlCharacter: "A NUL, or bytes that are no UTF-8, are replaced by U+FFFD."
    case .emoji: "A comment of HTML behind the colon keeps the name from becoming a picture."
    case .evidence: "The evidence of a record is folded away."
    case .frontMatter: "The front matter of a record is a table below its title."
    case .html: "HTML is shown as it is written, never passed on."
    case .htmlComment: "A comment of HTML is emptied."
    case .lineEnd: "The end of a line within a paragraph is a blank: GitHub would break the line."
    case .longCode: "Code of more than \(RecordSource.longestCode) lines is folded away."
    case .math: "A dollar sign stands in a span, so that nothing between two of them is a formula."
    case .mention: "A comment of HTML behind the @ keeps anybody from being notified."
    case .relativeAddress: "A relative address leads nowhere from a comment; --base-url says where it begins."
    case .unlocated: "What is nested or escaped beyond reading is shown as it is written."
    }
  }
}
