import Markdown

/// Any Markdown.
struct MarkdownTarget: FuzzTarget {
  let name = "markdown"

  let shapes =
    [
      "[", "]", "](", "[a](", "![a](", "[a][b]", "[a](b \"", "[a](b (", "[a](<", "[a{}]: b\n", "> ", ">", "*",
      "*a ", "**a *a ", "a*a_", "_a ", "~a ", "`", "`a``b", "- ", "-\n", "1) ", "a\n", "\n", "\r", "\t", "\\",
      "&", "&a", "<", "<a ", "<!--", "|", "|a\n", "www.", "[^{}]", "[^{}]: a\n\n", "## Fix\n", "x\n===\n",
      "---\n", "plain words, ", "![", "<?", "<![CDATA[", "a@b.", "http://", "    a\n", "- [ ] a\n", "```\n",
      "<div>\n", "*_", "~~", "|-", "| a | b |\n", "[a]\n", "\\\n", "[^a]", "&amp;", "a\u{0}", "(", "\"",
      "* a\n  ", "***", "**x** ", "*a _b ", "[[a]", "[a][", "`` ` ", "<a b='", "[x]: <", "é", "**a",
    ].map { GrowingShape($0) }
    + [
      GrowingShape(" |\n|-|-|\n/b |\n|-|-|\n"), GrowingShape("a|b\n-|-|-\n"),
      GrowingShape("|", after: "|a|\n|-|\n"), GrowingShape("|a|\n", after: "|a|\n|-|\n"),
      GrowingShape("-|", after: "a|b\n"), GrowingShape("[^1]", before: "\n\n[^1]: a"),
      GrowingShape("[a]", before: "\n\n[a]: /x"), GrowingShape("[^{}] ", before: "\n\n[^1]: a"),
      GrowingShape("a ", after: "[", before: "]: /x\n"), GrowingShape("\\", after: "[a](", before: ")"),
      GrowingShape("> - ", before: "a\nb\nc\n"), GrowingShape("*", after: "a", before: "b *c*\n\n"),
    ]

  func read(_ bytes: [UInt8]) {
    let document = MarkdownDocument(text: bytes)
    _ = document.root.plainText
  }

  func check(_ input: FuzzInput) throws {
    let text = input.text
    let document = MarkdownDocument(text: text)
    var events = 0
    for _ in document.root.events { events += 1 }
    try promise(events == 2 * document.nodeCount, "\(events) events of \(document.nodeCount) nodes")
    for node in document.root.descendants { try check(node, in: text) }
    try checkOrder(document)
    _ = document.root.plainText
    _ = document.root.dump(ranges: true)
    try checkBehindFrontMatter(document)
  }

  private func check(_ node: MarkdownNode, in text: [UInt8]) throws {
    // Where the library has rewritten what it read, a place is not known.
    guard let range = node.range else { return }
    try promise(range.upperBound <= text.count, "\(node.kind) ends behind \(shown(text))")
    if node.isInline, let parent = node.parent?.range {
      try promise(
        parent.lowerBound <= range.lowerBound && range.upperBound <= parent.upperBound,
        "\(node.kind)@\(range) stands outside of its parent@\(parent) in \(shown(text))")
    }
    guard node.kind == .text else { return }
    let source = text[range]
    let isResolved = source.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") || $0 == 0 }
    guard !isResolved, String(validating: source, as: UTF8.self) != nil else { return }
    try promise(
      source.elementsEqual(node.literalBytes),
      "\(shown(node.literalBytes)) is read from \(shown(source)) in \(shown(text))")
  }

  /// Inline nodes side by side do not overlap, and come in the order of the text.
  private func checkOrder(_ document: MarkdownDocument) throws {
    for node in document.root.descendants {
      var end = 0
      for child in node.children where child.isInline {
        guard let range = child.range else { continue }
        try promise(
          end <= range.lowerBound, "\(child.kind)@\(range) begins before \(end) in \(shown(document.text))")
        end = range.upperBound
      }
    }
  }

  /// What stands before the Markdown moves all places, and changes nothing else.
  private func checkBehindFrontMatter(_ document: MarkdownDocument) throws {
    let front = Array("---\n---\n".utf8)
    let moved = MarkdownDocument(text: front + document.text, from: front.count)
    try promise(moved.nodeCount == document.nodeCount, "front matter changes \(shown(document.text))")
    for (one, other) in zip(document.root.descendants, moved.root.descendants) {
      let place = one.range.map { ($0.lowerBound + front.count)..<($0.upperBound + front.count) }
      try promise(
        one.kind == other.kind && other.range == place && one.literalBytes == other.literalBytes,
        "front matter changes \(one.kind) in \(shown(document.text))")
    }
  }
}
