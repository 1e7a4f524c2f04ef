import Markdown

extension MarkdownList {
  /// The tag that begins it.
  var openingTag: String { start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n" }

  /// The tag that ends it.
  var closingTag: String { isOrdered ? "</ol>\n" : "</ul>\n" }
}

extension TaskLists.Box {
  /// The box as a sign before the words, where it can be nothing else.
  var sign: String { isDone ? "☑ " : "☐ " }
}
