import Markdown

/// A page that is being written.
struct Page<Rule: PageRule> {
  let document: MarkdownDocument
  let headings: PageHeadings
  let tasks: TaskLists
  var writer: MarkupWriter
  var changes: [RuleUse<Rule>] = []

  /// How many lists and quotations are open.
  var depth = 0

  /// How many of them are quotations.
  var quoteDepth = 0

  /// Whether paragraphs have no tags of their own: what is open holds prose only.
  var holdsProse = false

  /// Markup that the next paragraph begins with: the mark of an item, or a place to be found.
  var opening = ""

  /// Where the paragraph that is open begins, its tag and what it holds.
  private var paragraph = (tag: 0, content: 0)

  init(_ document: MarkdownDocument, writer: MarkupWriter) {
    self.document = document
    self.writer = writer
    headings = PageHeadings(of: document)
    tasks = TaskLists(of: document)
  }

  mutating func put(_ markup: String) { writer.put(markup) }

  mutating func note(_ rule: Rule, _ node: MarkdownNode) {
    changes.append(RuleUse(rule: rule, node: node))
  }

  mutating func openParagraph(_ tag: String = "<p>") {
    paragraph.tag = writer.output.count
    put(tag)
    paragraph.content = writer.output.count
  }

  /// Opens a link to another place, with more attributes where there are any.
  mutating func openLink(_ url: String, title: String, _ attributes: String = "") {
    put("<a href=\"")
    writer.text(url.utf8)
    if !title.isEmpty {
      put("\" title=\"")
      writer.text(title.utf8)
    }
    put("\"\(attributes)>")
  }

  /// Adds rows of a name and a text each.
  ///
  /// - Returns: whether a character was replaced that the format does not take.
  mutating func addRows(_ entries: [(name: String, text: String)], heading: String) -> Bool {
    var isChanged = false
    for entry in entries {
      put("<tr>\(heading)")
      isChanged = writer.text(entry.name.utf8) || isChanged
      put("</th><td>")
      isChanged = writer.text(entry.text.utf8) || isChanged
      put("</td></tr>\n")
    }
    return isChanged
  }

  /// Ends a paragraph; one without anything in it is none.
  mutating func closeParagraph(_ end: String = "</p>\n") {
    if writer.output.count == paragraph.content { writer.takeBack(to: paragraph.tag) } else { put(end) }
  }

  /// Gives what would begin a paragraph one of its own, where something else follows.
  mutating func flushOpening() {
    guard !opening.isEmpty else { return }
    put("<p>\(opening.last == " " ? String(opening.dropLast()) : opening)</p>\n")
    opening = ""
  }
}
