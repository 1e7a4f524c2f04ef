import Markdown

/// A quotation that begins with a line like `[!NOTE]`: an alert, as GitHub has it.
struct Alert {
  /// The ground of the panel it becomes.
  let panel: ADFPanel

  /// What kind it is, as GitHub writes it above.
  let title: String

  /// The place of the first node behind the line.
  let next: Int

  static let kinds: [(title: String, panel: ADFPanel)] = [
    ("Note", .info), ("Tip", .success), ("Important", .note), ("Warning", .warning), ("Caution", .error),
  ]

  /// The alert that a quotation of the text `source` is; an escaped bracket makes it none.
  init?(of quote: MarkdownNode, in source: [UInt8]) {
    guard let paragraph = quote.children.first, paragraph.kind == .paragraph,
      let marker = paragraph.children.first, marker.kind == .text
    else { return nil }
    let line = marker.literalBytes
    guard line.starts(with: "[!".utf8), line.last == UInt8(ascii: "]"),
      let range = marker.range, source[range].starts(with: "[!".utf8)
    else { return nil }
    let word = line.dropFirst(2).dropLast().map(ASCII.lowercased)
    guard let kind = Self.kinds.first(where: { $0.title.lowercased().utf8.elementsEqual(word) }) else {
      return nil
    }
    var rest = paragraph.children.dropFirst()
    if let end = rest.popFirst(), end.kind != .softBreak { return nil }
    (title, panel) = kind
    next = rest.startIndex
  }
}
