import Markdown
import Record
import Rendering
import Terminal
import Workspace

/// A record as a page of the terminal: its front matter, and below it the document.
struct RecordText {
  private let record: ShownRecord
  private let terminal: TerminalCapabilities

  init(_ record: ShownRecord, _ terminal: TerminalCapabilities) {
    self.record = record
    self.terminal = terminal
  }

  var page: Page {
    var page = Page(for: terminal)
    let text = record.bytes
    let frontMatter = FrontMatter(of: text)
    let head = frontMatter.map { FrontMatterText(text[$0.content], width: page.width).lines } ?? []
    let document = MarkdownDocument(text: text, from: frontMatter?.range.upperBound ?? 0)
    let body = DocumentText(document, width: page.width, usesColor: terminal.usesColor).lines
    for line in head { page.add(line) }
    if !head.isEmpty, !body.isEmpty { page.addBlank() }
    for line in body { page.add(line) }
    return page
  }
}
