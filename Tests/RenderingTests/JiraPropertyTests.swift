import Markdown
import Rendering
import Scratch
import Storage
import Testing

@Suite struct JiraPropertyTests {
  /// What is markup to Jira and none to Markdown, and what is to both.
  static let words = [
    "{code}", "{noformat}", "{quote}", "{color:red}", "{", "}", "{{", "}}", "\\{", "\\[a|b\\]", "\\[~c]",
    "[^d]", "|", "-",
    "--", "---", "\\*", "\\*e\\*", "\\_f\\_", "_", "g_h", "+i+", "^j^", "\\~k\\~", "??l??", "\\!m.png!", "!",
    "?", "n! ", "(x)",
    "(*)", ":)", ":-(", ":D", ";)", "o::Pq", "(", ")", "h1. ", "bq. ", "# ", "* ", "\\", "\\\\", "http\\://r",
    "mailto\\:s",
    "&amp;copy;", "&#123;", "½", "👩‍👧", "é", " ", "t", "`u`", "`-v`", "`{code}`", "`w|`", "*x*", "**y**",
    "~~z~~",
    "[a](http://b)", "[c|d](http://e|f)", "[-g-](h)", "<http://i/j_k>", "![l](http://m)", "<br>", "<n>",
    "&#9;", "\n",
  ]

  static func text(_ random: inout SeededRandom) -> [UInt8] {
    var text = ""
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      text += ADFPropertyTests.starts.randomElement(using: &random) ?? ""
      for _ in 0..<Int.random(in: 0...6, using: &random) { text += words.randomElement(using: &random) ?? "" }
      text += "\n"
    }
    return Array(text.utf8)
  }

  @Test(arguments: 0..<10) func `any Markdown keeps all its text in order`(_ seed: Int) throws {
    for text in MarkdownSamples.texts(seed: seed) { try check(text) }
  }

  @Test(arguments: 0..<20) func `no words are taken for markup of Jira's`(_ seed: Int) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<30 { try check(Self.text(&random)) }
  }

  @Test(arguments: try FileTree.list(MarkdownSamples.corpus))
  func `what once was hard to read keeps all its text in order`(_ name: String) throws {
    try check(try FileTree.read("\(MarkdownSamples.corpus)/\(name)"))
  }

  private func check(_ text: [UInt8]) throws {
    let bytes = try RenderTarget.jira.render(text).bytes
    let wiki = String(decoding: bytes, as: UTF8.self)
    let shown = Comment(rawValue: "\(String(decoding: text.prefix(400), as: UTF8.self))\n=>\n\(wiki)")
    #expect(try RenderTarget.jira.render(text).bytes == bytes)
    let reading = JiraReading(wiki)
    #expect(reading.faults == [], shown)
    let visible = MarkdownSamples.letters(MarkdownDocument(text: text, hasFootnotes: false).root.plainText)
    #expect(MarkdownSamples.firstMissing(visible, in: reading.text) == nil, shown)
    #expect(extra(in: reading.text, beside: try ADFRendering(text).document) == "", shown)
  }

  /// The signs that are read beside what the document has in words: each would be one that sets nothing.
  private func extra(in text: String, beside document: ADFDocument) -> String {
    var rest = Array(Self.words(of: document.blocks).unicodeScalars)[...]
    var extra = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      if let place = rest.firstIndex(where: { !$0.properties.isWhitespace }), rest[place] == scalar {
        rest = rest[(place + 1)...]
      } else if "\\{}[]|*_-+^~?!&#;".unicodeScalars.contains(scalar) {
        extra.unicodeScalars.append(scalar)
      }
    }
    return extra
  }

  private static func words(of blocks: [ADFBlock]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let words, _), .heading(_, let words): self.words(of: words)
      case .bulletList(let items), .orderedList(_, let items): items.map { words(of: $0.blocks) }.joined()
      case .taskList(let tasks): tasks.map(words).joined()
      case .codeBlock(_, let code): code
      case .blockquote(let blocks), .panel(_, let blocks), .expand(_, let blocks): words(of: blocks)
      case .rule: ""
      case .table(let rows): rows.map { $0.cells.map(words).joined() }.joined()
      }
    }.joined(separator: "\n")
  }

  private static func words(of task: ADFTask) -> String {
    switch task {
    case .item(let isDone, let words): (isDone ? "☑" : "☐") + self.words(of: words)
    case .list(let tasks): tasks.map(words).joined()
    }
  }

  private static func words(of inlines: [ADFInline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text, _), .status(let text, _): text
      case .hardBreak: "\n"
      }
    }.joined()
  }
}
