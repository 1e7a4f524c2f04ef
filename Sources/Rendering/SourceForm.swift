/// What a text that is rendered is written in: one word of `--from` each.
public enum SourceForm: String, Sendable, CaseIterable {
  /// Atlassian Document Format, alone or in what an API answers.
  case adf

  /// Markdown.
  case markdown

  /// What the names of its files end in.
  public var fileExtension: String {
    switch self {
    case .adf: "json"
    case .markdown: "md"
    }
  }

  /// A text as Markdown, which is what all targets are made from.
  ///
  /// - Throws: `ADFAnswerFault` where it is to be ADF and is none.
  public func markdown(of text: [UInt8]) throws(ADFAnswerFault) -> [UInt8] {
    switch self {
    case .adf: Array(ADFMarkdown(try ADFAnswer(text).document).text.utf8)
    case .markdown: text
    }
  }
}
