import Markdown
import Testing

/// A piece of Markdown and what is to be made of it.
struct MarkdownCase: CustomTestStringConvertible, Sendable {
  var name: String
  var markdown: String
  var expected: String

  init(_ name: String, _ markdown: String, _ expected: String) {
    self.name = name
    self.markdown = markdown
    self.expected = expected
  }

  var testDescription: String { name }

  var document: MarkdownDocument {
    MarkdownDocument(text: Array(markdown.utf8))
  }
}
