/// What a rendering is told beside the text.
public struct RenderingOptions: Sendable {
  /// Where relative addresses begin; nil where nobody said.
  public var baseURL: String?

  /// Where the tickets of the project are, `/browse/KEY` behind it; nil where nobody said.
  public var issueURL: String?

  /// Where its pull requests are, `{number}` in it; nil where nobody said.
  public var pullRequestURL: String?

  /// Whether logs are shortened until the text fits its destination.
  public var fits = false

  /// Where the whole of what is shortened can be read.
  public var whole: String

  /// The language that a page says it is written in, as a tag of BCP 47.
  public var language = "en"

  /// Whether only the content of a page is wanted.
  public var isFragment = false

  /// Options that change nothing.
  public init(whole: String = "the source") {
    self.whole = whole
  }
}
