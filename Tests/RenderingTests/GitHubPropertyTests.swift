import Markdown
import Rendering
import Scratch
import Storage
import Testing

@Suite struct GitHubPropertyTests {
  static let words =
    ADFPropertyTests.words.filter { !["\u{0}", "\u{7}", "\u{2028}", "[ ] "].contains($0) } + [
      "@a", "&#64;b", "\\@c", "fixes ", "Close: ", "resolved\n", "#1 ", "d/e#2", "RILL-3 ", "GH-4",
      "http://x/5 ",
      "/merge\n", "\n/close f\n", ":x:", ":bug:", "$", "$y$", "\\$", "<a b=\"@c\nfixes #1\">",
      "<!-- @d\n/e -->",
      "<b>", "[f]: @g\n", "[f]", "@", ":", "fix",
    ]

  static func texts(seed: Int) -> [[UInt8]] {
    var random = SeededRandom(seed: seed)
    return (0..<40).map { _ in
      var text = ""
      for _ in 0..<Int.random(in: 1...10, using: &random) {
        text += ADFPropertyTests.starts.randomElement(using: &random) ?? ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
          text += words.randomElement(using: &random) ?? ""
        }
        text += "\n"
      }
      return Array(text.utf8)
    }
  }

  @Test(arguments: 0..<12) func `any Markdown reads as before and does nothing`(_ seed: Int) throws {
    for text in Self.texts(seed: seed) { try check(text) }
  }

  @Test(arguments: 0..<12) func `whatever stands in a record, its sections stay where they are`(
    _ seed: Int
  )
    throws
  {
    var options = RenderingOptions()
    options.issueURL = "https://x.y"
    options.pullRequestURL = "https://x.y/{number}"
    let texts = Self.texts(seed: seed).map { String(decoding: $0, as: UTF8.self) }
    var records = 0
    for (cause, evidence) in zip(texts, texts.dropFirst()) {
      let text = Array(
        """
        ---
        key: RILL-1
        ---

        # T

        ## Summary

        \(cause)

        ## Root cause

        a

        ## Fix

        b

        ## Validation

        - Measured (E1): \(cause)

        ## Evidence

        - E1, found in \(evidence)

        ## Action items
        """.utf8)
      let rendering = try GitHubRendering(text, options: options)
      // Code or a comment that nothing ends takes the sections behind it: then it is no record.
      guard rendering.changes.contains(where: { $0.rule == .frontMatter }) else { continue }
      records += 1
      let (before, after) = (MarkdownDocument(text: text, from: 21), MarkdownDocument(text: rendering.bytes))
      let shown =
        "\(String(decoding: text, as: UTF8.self))\n————\n\(String(decoding: rendering.bytes, as: UTF8.self))"
      #expect(active(after) == [], "\(shown)")
      // What is shown as code reads as it is written, entities and all.
      guard !rendering.changes.contains(where: { $0.rule == .unlocated }) else { continue }
      let missing = MarkdownSamples.firstMissing(
        visible(before), in: String(String.UnicodeScalarView(visible(after))))
      #expect(missing == nil, "\(shown)")
      #expect(headings(before) == headings(after), "\(shown)")
    }
    #expect(records > 5)
  }

  /// The headings that stand in nothing else.
  private func headings(_ document: MarkdownDocument) -> [String] {
    document.root.children.filter { $0.headingLevel != nil }.map { heading in
      String(String.UnicodeScalarView(visible(heading)))
    }
  }

  @Test(arguments: try FileTree.list(MarkdownSamples.corpus))
  func `what once was hard to read reads as before and does nothing`(_ name: String) throws {
    try check(try FileTree.read("\(MarkdownSamples.corpus)/\(name)"))
  }

  @Test(
    arguments: [
      String(repeating: ">", count: 5_000) + " @a", String(repeating: "*@a **b ", count: 3_000),
      String(repeating: "- ", count: 300) + "@a", String(repeating: "[@", count: 5_000) + "a",
      String(repeating: "fix ", count: 20_000) + "#1", String(repeating: "fix issue ", count: 5_000),
      String(repeating: ":a", count: 20_000),
      String(repeating: "fixes " + String(repeating: " ", count: 100), count: 500),
      String(repeating: "<b @c>", count: 5_000), String(repeating: "a\n", count: 5_000),
    ])
  func `depth and number are no matter`(_ text: String) throws {
    try check(Array(text.utf8))
  }

  private func check(_ text: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let rendering = try GitHubRendering(text)
    let bytes = rendering.bytes
    let shown =
      "\(String(decoding: text.prefix(400), as: UTF8.self))\n————\n\(String(decoding: bytes.prefix(800), as: UTF8.self))"
    #expect(try GitHubRendering(text).bytes == bytes, sourceLocation: sourceLocation)
    #expect(try GitHubRendering(bytes).bytes == bytes, "\(shown)", sourceLocation: sourceLocation)
    let (before, after) = (MarkdownDocument(text: text), MarkdownDocument(text: bytes))
    // What is shown as code reads as it is written, entities and all.
    if !rendering.changes.contains(where: { $0.rule == .unlocated }) {
      #expect(visible(before) == visible(after), "\(shown)", sourceLocation: sourceLocation)
    }
    #expect(active(after) == [], "\(shown)", sourceLocation: sourceLocation)
  }

  /// What a reader sees, without white space; HTML is to be seen, but for what a rendering puts in itself.
  private func visible(_ document: MarkdownDocument) -> [Unicode.Scalar] { visible(document.root) }

  private func visible(_ root: MarkdownNode) -> [Unicode.Scalar] {
    // Another parser sees more boxes, with no words behind them too.
    var text = ""
    for node in root.descendants {
      switch node.kind {
      case .text, .code, .codeBlock: text += node.literal
      case .softBreak: text += " "
      case .htmlInline, .htmlBlock:
        let html = node.literal
        let isOwn = ["<span>", "</span>", "<br>"].contains(html)
        if !isOwn, !isComment(html) { text += html }
      default: break
      }
    }
    return MarkdownSamples.letters(
      text.replacing("[ ]", with: "").replacing("[x]", with: ""))
  }

  private func isComment(_ html: String) -> Bool {
    var rest = html[...]
    while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[start...]
      guard rest.hasPrefix("<!--") else { return false }
      guard let end = rest.dropFirst(2).firstRange(of: "-->")?.upperBound else { return true }
      rest = rest[end...]
    }
    return true
  }

  /// The words of texts outside of code, addresses and images that would do something where they are posted.
  private func active(_ document: MarkdownDocument) -> [String] {
    var runs: [String] = []
    var end = 0
    var last: MarkdownNode?
    for node in document.root.descendants where node.index >= end {
      switch node.kind {
      case .image: end = node.children.endIndex
      case .link:
        if let range = node.range, document.text[range].first != UInt8(ascii: "[") {
          end = node.children.endIndex
        }
      case .text, .softBreak:
        let isNext =
          last.map { $0.index + 1 == node.index && $0.parent?.index == node.parent?.index } ?? false
        if !isNext { runs.append("") }
        runs[runs.count - 1] += node.kind == .softBreak ? " " : node.literal
        last = node
      default: break
      }
    }
    return runs.filter { run in
      let lower = " " + run.lowercased()
      return [" @a", " @b", " @c", " @resolved", " @fix"].contains(where: lower.contains)
        || [
          "fixes #1", "fix #1", "close: #1", "resolved #1", "fixes d/e#2", "fixes rill-3", "fix gh-4",
          "close: http://x",
        ].contains {
          lower.contains(" \($0)")
        }
        || lower.contains(":x:") || lower.contains(":bug:")
    }
  }
}
