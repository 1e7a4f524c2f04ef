import Markdown
import Testing

@Suite struct MarkdownPropertyTests {
  /// What Markdown is hard to read with.
  static let pieces = [
    "a", "b c", "é", "日本", "*", "**", "_", "__", "~", "~~", "`", "``", "```\n", "~~~", "[", "]", "(", ")",
    "![",
    "](/u)", "](/u \"t\")", "[^1]", "[^1]: note\n", "[a]: /u\n", "[a]", "\n", "\n\n", "\r\n", "\r", "  \n",
    "\\\n",
    "\\", "\\*", "&amp;", "&lt", "&foo;", "&#65;", "&ngE;", "> ", "- ", "1. ", "    ", "\t", "# ", "## Fix\n",
    "Summary\n---\n", "===\n", "---\n", "<b>", "<div>", "</div>\n", "<!--", "-->", "|", "\\|", "\n|-|-|\n",
    "| a | b |\n|-|-|\n| c | d |\n", "http://x.y/z", "www.a.b", "a@b.co", "<http://a>", "\u{FEFF}", "\0",
    "- [x] t\n",
  ]

  @Test(arguments: 0..<20) func `every node stands within its parent and in reading order`(_ seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let text = random.text(of: Self.pieces)
      let document = MarkdownDocument(text: text)
      for node in document.root.descendants {
        guard let range = node.range else { continue }
        #expect(range.upperBound <= text.count)
        guard node.isInline, let parent = node.parent?.range else { continue }
        #expect(parent.lowerBound <= range.lowerBound && range.upperBound <= parent.upperBound)
      }
    }
  }

  @Test(arguments: 0..<20) func `the places are the same whatever is asked for first`(_ seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let text = random.text(of: Self.pieces)
      let (forwards, backwards) = (MarkdownDocument(text: text), MarkdownDocument(text: text))
      let ranges = forwards.root.descendants.map(\.range)
      #expect(backwards.root.descendants.reversed().map(\.range).reversed() == ranges)
    }
  }

  @Test(arguments: 0..<20) func `text without escapes and entities stands in the source as it is`(_ seed: Int)
  {
    var random = SeededRandom(seed: seed)
    let plain = Self.pieces.filter {
      !$0.contains("\\") && !$0.contains("&") && $0 != "\0" && $0 != "\u{FEFF}"
    }
    for _ in 0..<40 {
      let text = random.text(of: plain)
      let leaves = MarkdownDocument(text: text).root.descendants.filter { $0.kind == .text }
      for leaf in leaves {
        #expect(leaf.range.map { text[$0].elementsEqual(leaf.literalBytes) } == true)
      }
    }
  }
}
