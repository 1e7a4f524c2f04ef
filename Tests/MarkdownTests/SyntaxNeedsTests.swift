@testable import Markdown
import Testing

@Suite struct SyntaxNeedsTests {
  private static func needs(_ text: String) -> SyntaxNeeds {
    SyntaxNeeds(of: Array(text.utf8))
  }

  @Test(arguments: ["[^1]", "a[^note]: b", "x ^ [^"]) func `a call of a footnote needs footnotes`(
    _ text: String
  ) {
    #expect(Self.needs(text).footnotes)
  }

  @Test(arguments: ["a|b\n-|-", "a\n:-:", "> |a|\n> |:-| \t\r\n", "---", "- a -"])
  func
    `what may be the second line of a table needs tables`(_ text: String)
  {
    #expect(Self.needs(text).tables)
  }

  @Test(arguments: ["http://x.y", "www.a.b", "a@b.co", "a&#64;b.co", "xmpp:a@b"])
  func
    `what may be an address needs bare links`(_ text: String)
  {
    #expect(Self.needs(text).bareLinks)
  }

  @Test(arguments: ["- [ ] a", "1. [x] a", "> - [X] a", "-\t[ ]"]) func `what may be a box needs tasks`(
    _ text: String
  ) {
    #expect(Self.needs(text).tasks)
  }

  @Test func `plain prose needs none of it`() {
    let needs = Self.needs(
      "# Title\n\n- an item: “it’s so”, e.g. a-b, 2^3, w.\n\n```\na | b\n```\n[y](z) [a] [")
    #expect(!needs.footnotes && !needs.tables && !needs.bareLinks && !needs.strikethrough && !needs.tasks)
  }

  @Test(arguments: 0..<20) func `what a text has no sign of makes no difference to it`(_ seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      // Short texts lack one sign or another.
      let text = Array(random.text(of: MarkdownPropertyTests.pieces).prefix(40))
      let source = CleanSource(text: text, from: 0)
      let trees = [nil, SyntaxNeeds.all].map { CMarkParser.parse(source, needs: $0) }
      #expect(trees[0].pool == trees[1].pool)
      #expect(trees[0].rows.map { "\($0)" } == trees[1].rows.map { "\($0)" })
    }
  }
}
