import Markdown
import Rendering
import Scratch
import Storage
import Testing

@Suite struct ADFPropertyTests {
  /// What may stand at the beginning of a line, and what in it.
  static let starts = [
    "", "", "", "> ", "> > ", "- ", "  - ", "    ", "1. ", "7) ", "   ", "- [ ] ", "- [x] ", "  - [ ] ",
    "> - [x] ",
    "1. [ ] ", "# ", "- # ", "- > ", "> | a | b |\n> |:-:|--:|\n> ", "| a | b |\n|---|---|\n",
    "  | a |\n  |---|\n  ",
    "```\n", "```x\n", "---\n", "<div>\n", "<!-- ", "[^1]: ", "> [!NOTE]\n> ", "\n", "\n\n",
  ]
  static let words = [
    "a", "b c", "*d*", "**e `f`**", "~~g~~", "`h`", "[i](http://j)", "[k]()", "![l](m)", "[![n](o)](p)",
    "<q>", "<br>",
    "-->", "<!-- r -->", "&amp;", "\\*", "é日", "\u{0}", "\u{7}", "| s |", "www.t.u", "[^1]", "  \n", "\\\n",
    "***",
    "[ ] ", "**", "_", "](", "\u{2028}",
  ]

  static func text(_ random: inout SeededRandom) -> [UInt8] {
    var text = ""
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      text += starts.randomElement(using: &random) ?? ""
      for _ in 0..<Int.random(in: 0...4, using: &random) { text += words.randomElement(using: &random) ?? "" }
      text += "\n"
    }
    return Array(text.utf8)
  }

  @Test(arguments: 0..<10) func `any Markdown is valid ADF with all its text in order`(_ seed: Int) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 { try check(Self.text(&random)) }
  }

  @Test(arguments: try FileTree.list(MarkdownSamples.corpus))
  func `what once was hard to read is valid ADF with all its text in order`(_ name: String) throws {
    try check(try FileTree.read("\(MarkdownSamples.corpus)/\(name)"))
  }

  @Test(
    arguments: [
      String(repeating: ">", count: 5_000) + " a",
      (0..<300).map { String(repeating: "  ", count: $0) + "- x\n" }.joined(),
      (0..<40).map { String(repeating: "  ", count: $0) + "- [ ] x\n" }.joined(),
      (0..<40).map { String(repeating: "   ", count: $0) + "1. x\n" }.joined(),
      String(repeating: "- ", count: 300) + "a", String(repeating: "> - ", count: 300) + "a\n\n| b |\n|---|",
      String(repeating: "[", count: 5_000) + "a", String(repeating: "*a **a ", count: 3_000),
      String(repeating: "![", count: 200) + "a" + String(repeating: "](b)", count: 200),
    ])
  func `depth is held in bounds`(_ text: String) throws {
    try check(Array(text.utf8))
  }

  private func check(_ text: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let bytes = try ADFRendering(text).document.json
    let json = try JSONText.decode(JSONValue.self, from: bytes)
    let shown = String(decoding: text.prefix(400), as: UTF8.self)
    #expect(ADFProfile.faults(in: json) == [], "\(shown)", sourceLocation: sourceLocation)
    #expect(try ADFRendering(text).document.json == bytes, sourceLocation: sourceLocation)
    let visible = MarkdownSamples.letters(MarkdownDocument(text: text, hasFootnotes: false).root.plainText)
    var written = ""
    collect(json, &written)
    let missing = MarkdownSamples.firstMissing(visible, in: written)
    #expect(missing == nil, "\(shown)\n\(written)", sourceLocation: sourceLocation)
  }

  private func collect(_ node: JSONValue, _ text: inout String) {
    text += node["text"].text ?? ""
    for child in node["content"].elements { collect(child, &text) }
  }
}
