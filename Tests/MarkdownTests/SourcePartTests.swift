@testable import Markdown
import Testing

@Suite struct SourcePartTests {
  private static func parts(_ text: String, length: Int = 1) -> [SourcePart] {
    let source = Array(text.utf8)
    return SourcePart.all(of: source, lines: LineIndex(source), length: length)
  }

  /// The tree of a text that is read in parts from a length on, ranges included.
  private static func dump(_ text: [UInt8], partLength: Int) -> String {
    let source = CleanSource(text: text, from: 0)
    let tree = MarkdownTree(CMarkParser.parse(source, partLength: partLength), of: source)
    return MarkdownNode(tree: tree, index: 0).dump(ranges: true)
  }

  /// What is read differently in parts if nobody takes care.
  private static let pieces =
    MarkdownPropertyTests.pieces + [
      "\n\n# ", "\n\n# h\n", "\n\n## Fix\n", "\n\n# \n", "\n\n#\n", "\n# b\n", "\n\n# [a]\n",
      "\n\n### [b]\n\n",
      "\r\n\r\n# x\r\n", "\n```sh\n\n# c\n", "\n```\n", "\n<pre>\n", "</pre>\n", "\n<!-- x\n", "~~~\n",
      "[A]: /v\n",
      "[b]: /u\n", "[b][]", "[x][b]", "[ss]: /s\n", "[ß]", "[^2]: n\n", "[^2]", "- [ ] [a]: /z\n",
      "> [a]: /q\n",
      "[\\]]: /y\n", "1. ```\n",
    ]

  @Test(arguments: 0..<20) func `reading in parts makes no difference`(_ seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let text = (0..<4).flatMap { _ in random.text(of: Self.pieces) }
      let whole = Self.dump(text, partLength: .max)
      for length in [1, 20, 60] {
        #expect(Self.dump(text, partLength: length) == whole, "\(String(decoding: text, as: UTF8.self))")
      }
    }
  }

  @Test func `a part ends at a heading below an empty line, with all lines in order`() {
    let parts = Self.parts("a\n\n# b\n\nc\r\n\r\n## d\n")
    #expect(parts.map(\.bytes) == [0..<3, 3..<13, 13..<18])
    #expect(parts.map(\.firstLine) == [0, 2, 6])
    #expect(parts.dropLast().map(\.lineCount) == [2, 4])
  }

  @Test(arguments: [
    "a\n# b\n", "a\n\n b\n", "a\n\n #\n", "a\n\n#b\n", "```\n\n# a\n", "~~~ x\n```\n\n# a\n", "<!--\n\n# a\n",
    "<PRE>\n\n# a\n", "<?\n\n# a\n",
  ])
  func `elsewhere no part ends`(_ text: String) {
    #expect(Self.parts(text).count == 1)
  }

  @Test(arguments: [
    "```\na\n```\n\n# b\n", "``` `a`\n\n# b\n", "<!-- a -->\n\n# b\n", "<pre>\n</Pre>\n\n# b\n",
  ])
  func `what was open and is closed hinders nothing`(_ text: String) {
    #expect(Self.parts(text).count == 2)
  }

  @Test(arguments: [
    ("links and their definition", "[a]\n\n# b\n\n# c\n\n[A ]: /x\n", [0, 1, 0]),
    ("a definition that another hides", "[a]: /x\n\n# b\n\n# c\n\n> [a]: /y\n", [0, 1, 0]),
    ("links within one part", "[a]\n\n[a]: /x\n\n# b\n\n[b]\n", [0, 1]),
    ("all footnotes", "[^a]\n\n# b\n\n# c\n\n[^b]: d\n", [0, 1, 0]),
    (
      "labels that hold marks of a quotation", "> [a\n> b]\n\n# b\n\n# c\n\n[a b]: /x\n", [0, 1, 0]
    ),
  ])
  func `parts that depend on each other are read together`(_ name: String, _ text: String, _ groups: [Int]) {
    #expect(Self.parts(text).map(\.group) == groups, "\(name)")
  }

  @Test(arguments: ["[ß]\n\n# b\n\n[ss]: /x\n", "a\n\n# b\n\n[a\\]]: /x\n"])
  func `where labels cannot be told apart a text is read in one go`(_ text: String) {
    #expect(Self.parts(text).count == 1)
  }

  @Test func `a part that leaves something open after all is read with the next`() {
    // No line tells that the HTML goes on: its kind is not looked for.
    let text = Array("<!X\n\n# a\n\n*b*\n>\n".utf8)
    #expect(Self.parts(String(decoding: text, as: UTF8.self)).count == 2)
    #expect(Self.dump(text, partLength: 1) == Self.dump(text, partLength: .max))
    #expect(Self.dump(text, partLength: 1).hasPrefix("(document@0..<16 (htmlBlock"))
  }
}
