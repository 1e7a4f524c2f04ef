/// What a text can be rendered to: one word of `--to` each.
public enum RenderTarget: String, Sendable, CaseIterable, Encodable {
  /// Atlassian Document Format: comments and descriptions of Jira Cloud, pages of Confluence Cloud.
  case adf

  /// Confluence storage format: what a page of Confluence is made of.
  case confluence
  /// Markdown for pull requests, issues and comments of GitHub.
  case github

  /// A page of HTML that needs nothing but itself.
  case html

  /// Markdown, of a text that is written in another form.
  case markdown

  /// Plain text for letters and commit messages.
  case text

  /// Wiki markup: comments and descriptions of Jira Data Center.
  case jira

  /// What the names of its files end in.
  public var fileExtension: String {
    switch self {
    case .adf: "json"
    case .confluence: "xml"
    case .github: "md"
    case .html: "html"
    case .markdown: "md"
    case .text: "txt"
    case .jira: "jira"
    }
  }

  /// Renders the bytes of a text.
  ///
  /// - Throws: `TextTooLong` where it is to fit and does not.
  public func render(
    _ text: [UInt8], options: RenderingOptions = RenderingOptions()
  ) throws(TextTooLong) -> Rendering {
    switch self {
    case .adf: return try ADFRendering.json(text, options: options)
    case .confluence:
      let rendering = ConfluenceRendering(text, options: options)
      return Rendering(bytes: rendering.bytes, changes: rendering.changes, of: text)
    case .github:
      let rendering = try GitHubRendering(text, options: options)
      return Rendering(bytes: rendering.bytes, changes: rendering.changes, of: text) { rendering.excesses }
    case .html:
      let rendering = HTMLRendering(text, options: options)
      return Rendering(bytes: rendering.bytes, changes: rendering.changes, of: text)
    case .markdown: return Rendering(bytes: text.last == 0x0A ? Array(text.dropLast()) : text)
    case .text:
      let rendering = TextRendering(text)
      return Rendering(bytes: rendering.bytes, changes: rendering.changes, of: text)
    case .jira: return try JiraRendering(text, options: options).rendering
    }
  }
}
