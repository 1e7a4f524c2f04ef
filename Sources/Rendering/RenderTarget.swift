/// What a text can be rendered to: one word of `--to` each.
public enum RenderTarget: String, Sendable, CaseIterable, Encodable {
  /// Atlassian Document Format: comments and descriptions of Jira Cloud, pages of Confluence Cloud.
  case adf

  /// What the names of its files end in.
  public var fileExtension: String {
    switch self {
    case .adf: "json"
    }
  }

  /// Renders the bytes of a text.
  public func render(_ text: [UInt8], baseURL: String? = nil) -> Rendering {
    switch self {
    case .adf:
      let rendering = ADFRendering(text, options: ADFOptions(baseURL: baseURL))
      return Rendering(bytes: rendering.document.json, changes: rendering.placedChanges)
    }
  }
}
