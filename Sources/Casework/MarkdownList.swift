/// The items of the lists in a Markdown text, as plain texts.
///
/// What is nested in an item belongs to its text. Whatever is no list (headings, paragraphs, code) is passed over.
struct MarkdownList {
  /// The text of each item, its lines without their indent.
  private(set) var items: [String] = []

  /// Lines of the item that is open; empty where none is.
  private var open: [String] = []

  /// How far the text of the open item is indented.
  private var indent = 0

  private var isInCode = false

  /// Whether a blank line stands before the current one.
  private var followsBlank = false

  init(_ lines: [ArraySlice<UInt8>]) {
    for line in lines { take(String(decoding: line, as: UTF8.self).replacing("\t", with: "    ")) }
    close()
  }

  private mutating func take(_ line: String) {
    let text = line.drop { $0 == " " }
    let depth = line.count - text.count
    let isFence = text.hasPrefix("```") || text.hasPrefix("~~~")
    if text.isEmpty {
      followsBlank = true
      if !open.isEmpty { open.append("") }
    } else if !open.isEmpty, depth >= indent {
      open.append(String(line.dropFirst(indent)))
      followsBlank = false
    } else if isFence || isInCode {
      close()
      if isFence { isInCode.toggle() }
    } else if depth < 4, let content = Self.content(ofItem: text) {
      close()
      indent = depth + text.count - content.count
      open = [Self.withoutBox(content)]
      followsBlank = false
    } else if !open.isEmpty, !followsBlank, !text.hasPrefix("#") {
      // A paragraph of the item goes on, not indented.
      open.append(String(text))
    } else {
      close()
    }
  }

  private mutating func close() {
    while open.last?.allSatisfy(\.isWhitespace) == true { open.removeLast() }
    let text = open.joined(separator: "\n")
    if !text.isEmpty { items.append(text) }
    open = []
    followsBlank = false
  }

  /// What stands behind the mark of an item (dash, star, plus, number); nil where there is none, or nothing behind it.
  private static func content(ofItem line: Substring) -> Substring? {
    var rest = line
    if let first = rest.first, "-*+".contains(first) {
      // A line of nothing else parts sections.
      if line.allSatisfy({ $0 == first || $0 == " " }) { return nil }
      rest = rest.dropFirst()
    } else {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard (1...9).contains(digits.count), let mark = rest.popFirst(), ".)".contains(mark) else {
        return nil
      }
    }
    guard rest.first == " " else { return nil }
    let content = rest.drop { $0 == " " }
    return content.isEmpty ? nil : content
  }

  /// The text without the box of a task: "[ ] ", "[x] ".
  private static func withoutBox(_ text: Substring) -> String {
    let boxes = ["[ ] ", "[x] ", "[X] "]
    return String(boxes.contains { text.hasPrefix($0) } ? text.dropFirst(4) : text)
  }
}
