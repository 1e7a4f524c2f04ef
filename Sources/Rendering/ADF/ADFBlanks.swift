/// Blanks of ADF that Markdown has no form for, which no reader misses.
///
/// Editors of Jira stress “Cause: ” together with its blank, and leave blanks at the ends of lines.
extension ADFNode {
  /// The node with one blank between words, none at the ends of lines, and none within stress at its ends.
  var withBlanksOfMarkdown: ADFNode {
    guard type != "codeBlock" else { return self }
    var node = self
    node.content = []
    for part in content.flatMap(\.parted) {
      guard part.isProse else {
        if part.type == "hardBreak" { node.content.dropLastBlank() }
        node.content.append(part.withBlanksOfMarkdown)
        continue
      }
      var isBehindBlank = node.content.endsLineOrWord
      let text = (part.text ?? "").filter { sign in
        defer { isBehindBlank = sign == " " }
        return sign != " " || !isBehindBlank
      }
      guard !text.isEmpty else { continue }
      node.content.append(part.with(text))
    }
    while node.content.last?.type == "hardBreak" { node.content.removeLast() }
    node.content.dropLastBlank()
    return node
  }

  /// Words that are no code.
  fileprivate var isProse: Bool { type == "text" && !marks.contains { $0.type == "code" } }

  fileprivate func with(_ text: some StringProtocol) -> ADFNode {
    var node = self
    node.text = String(text)
    return node
  }

  /// Stressed words between the blanks at their ends, which are not stressed.
  private var parted: [ADFNode] {
    guard isProse, let text, marks.contains(where: { ["em", "strong", "strike"].contains($0.type) }),
      !marks.contains(where: { $0.type == "link" })
    else { return [self] }
    let before = text.prefix { $0 == " " }
    let rest = text.dropFirst(before.count)
    guard !rest.isEmpty else { return [plain(text)] }
    let words = rest.prefix(through: rest.lastIndex { $0 != " " } ?? rest.startIndex)
    return [plain(before), with(words), plain(rest.dropFirst(words.count))].filter { $0.text != "" }
  }

  private func plain(_ text: some StringProtocol) -> ADFNode {
    var node = with(text)
    node.marks = []
    return node
  }
}

extension [ADFNode] {
  /// Whether a blank behind it would be one too many.
  fileprivate var endsLineOrWord: Bool {
    guard let last else { return true }
    return last.type == "hardBreak" || (last.isProse && last.text?.last == " ")
  }

  fileprivate mutating func dropLastBlank() {
    guard let last, last.isProse, let text = last.text, text.last == " " else { return }
    removeLast()
    if text.count > 1 { append(last.with(text.dropLast())) }
  }
}
