import Markdown
import Rendering
import Scratch
import Storage
import Testing

@Suite struct ConfluenceRenderingTests {
  /// A text, what it becomes, and the rules that say why.
  struct Case: Sendable, CustomTestStringConvertible {
    let markdown: String
    let page: String
    let rules: [ConfluenceRule]

    init(_ markdown: String, _ page: String, _ rules: ConfluenceRule...) {
      self.markdown = markdown
      self.page = page
      self.rules = rules
    }

    var testDescription: String { markdown }
  }

  private static func macro(_ name: String, _ content: String) -> String {
    #"<ac:structured-macro ac:name="\#(name)" ac:schema-version="1">\#(content)</ac:structured-macro>"#
  }

  private static func parameter(_ name: String, _ value: String) -> String {
    #"<ac:parameter ac:name="\#(name)">\#(value)</ac:parameter>"#
  }

  private static func panel(_ name: String, _ content: String) -> String {
    macro(name, "<ac:rich-text-body>\n\(content)\n</ac:rich-text-body>")
  }

  private static func code(_ language: String?, _ data: String) -> String {
    macro(
      "code",
      (language.map { parameter("language", $0) } ?? "")
        + "<ac:plain-text-body><![CDATA[\(data)]]></ac:plain-text-body>")
  }

  private static func place(_ name: String) -> String { macro("anchor", parameter("", name)) }

  private static func inner(_ name: String, _ words: String) -> String {
    #"<ac:link ac:anchor="\#(name)"><ac:link-body>\#(words)</ac:link-body></ac:link>"#
  }

  private static func task(_ number: Int, _ status: String, _ body: String) -> String {
    """
    <ac:task>
    <ac:task-id>\(number)</ac:task-id>
    <ac:task-status>\(status)</ac:task-status>
    <ac:task-body>\(body)</ac:task-body>
    </ac:task>
    """
  }

  static let prose = [
    Case("", ""),
    Case("a *b* **c** ~~d~~ `e`", "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>"),
    Case("*a _b_* **c __d__**", "<p><em>a b</em> <strong>c d</strong></p>"),
    Case("a\nb  \nc<br>d", "<p>a b<br/>c<br/>d</p>"),
    Case("&lt;b&gt; \\<i> & \"q\" &nbsp;&mdash;", "<p>&lt;b&gt; &lt;i&gt; &amp; &quot;q&quot; \u{A0}—</p>"),
    Case("`&lt;` `]]>`", "<p><code>&amp;lt;</code> <code>]]&gt;</code></p>"),
    Case("a <b x=y>c</b>", "<p>a &lt;b x=y&gt;c&lt;/b&gt;</p>", .html, .html),
    Case("a <!-- b --> c", "<p>a  c</p>", .htmlComment),
    Case("a\u{1}\u{85}\u{FFFE}\u{1F41E}b", "<p>a\u{FFFD}\u{85}\u{FFFD}\u{1F41E}b</p>", .controlCharacter),
    Case("[a][b]\n\n[b]: <>", "<p>a</p>", .badAddress),
    Case(
      "a[^1] b[^1]\n\n[^1]: the *note*\n\n    more",
      "<p>a<sup>\(place("fnref.1"))\(inner("fn.1", "1"))</sup> b<sup>\(inner("fn.1", "1"))</sup></p>\n<hr/>\n"
        + "<ol>\n<li><p>\(place("fn.1"))the <em>note</em></p>\n<p>more</p>\n<p>\(inner("fnref.1", "↩"))</p>\n</li>\n</ol>",
      .footnote),
    Case(
      "a[^1]\n\n[^1]:\n    ```\n    b\n    ```",
      "<p>a<sup>\(place("fnref.1"))\(inner("fn.1", "1"))</sup></p>\n<hr/>\n<ol>\n<li><p>\(place("fn.1"))</p>\n"
        + "\(code(nil, "b"))\n<p>\(inner("fnref.1", "↩"))</p>\n</li>\n</ol>", .footnote),
  ]

  static let links = [
    Case(
      "[a[^1]](http://x)\n\n[^1]: b",
      "<p><a href=\"http://x\">a<sup>1</sup></a></p>\n<hr/>\n<ol>\n<li><p>\(place("fn.1"))b</p>\n</li>\n</ol>",
      .footnote),
    Case("[a](http://x.y?b&c \"t\\\"\")", "<p><a href=\"http://x.y?b&amp;c\" title=\"t&quot;\">a</a></p>"),
    Case("a@b.co", "<p><a href=\"mailto:a@b.co\">a@b.co</a></p>"),
    Case("[a](JavaScript:b) [c](data:d)", "<p>a c</p>", .badAddress, .badAddress),
    Case(
      "# A\n\n[b](#a \"c & \u{1}\")",
      "<h1>\(place("a"))A</h1>\n<p><ac:link ac:anchor=\"a\" ac:tooltip=\"c &amp; \u{FFFD}\"><ac:link-body>b</ac:link-body></ac:link></p>",
      .controlCharacter),
    Case("[a](http://x/\u{FFFF})", "<p><a href=\"http://x/\u{FFFD}\">a</a></p>", .controlCharacter),
    Case("[a](b.md)", "<p><a href=\"b.md\">a</a></p>", .relativeAddress),
    Case("[a](#b)", "<p><a href=\"#b\">a</a></p>", .relativeAddress),
    Case(
      "# A b!\n\n## A b\n\n## C\n\n[*d*](#a-b-1)",
      "<h1>A b!</h1>\n<h2>\(place("a-b-1"))A b</h2>\n<h2>C</h2>\n<p>\(inner("a-b-1", "<em>d</em>"))</p>"),
    Case("[](http://x)", "<p><a href=\"http://x\">http://x</a></p>", .emptyLink),
    Case("![a](http://x/b.png)", "<p><a href=\"http://x/b.png\">a</a></p>", .image),
    Case("![](http://x/b.png)", "<p><a href=\"http://x/b.png\">b.png</a></p>", .image),
    Case(
      "[![a](http://x/b.png) c](http://x)",
      "<p><a href=\"http://x\">a c</a> <a href=\"http://x/b.png\">(image)</a></p>", .image),
  ]

  static let blocks = [
    Case("a\n\n***\n\n###### b", "<p>a</p>\n<hr/>\n<h6>b</h6>"),
    Case("> a\n>\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>"),
    Case("- a\n- b", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>"),
    Case("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>"),
    Case("<div>\nx\n</div>", code("xml", "<div>\nx\n</div>"), .html),
    Case("<!-- a -->", "", .htmlComment),
    Case(
      "| a | b |\n|:-:|--:|\n| c | |",
      """
      <table><tbody>
      <tr><th><p style="text-align: center;">a</p></th><th><p style="text-align: right;">b</p></th></tr>
      <tr><td><p style="text-align: center;">c</p></td><td></td></tr>
      </tbody></table>
      """),
    Case("> [!NOTE]\n> a", panel("info", "<p><strong>Note</strong></p>\n<p>a</p>"), .alert),
    Case("> [!TIP]\n> a", panel("tip", "<p><strong>Tip</strong></p>\n<p>a</p>"), .alert),
    Case("> [!IMPORTANT]\n> a", panel("panel", "<p><strong>Important</strong></p>\n<p>a</p>"), .alert),
    Case("> [!WARNING]\n> a", panel("note", "<p><strong>Warning</strong></p>\n<p>a</p>"), .alert),
    Case("> [!CAUTION]\n\n", panel("warning", "<p><strong>Caution</strong></p>"), .alert),
    Case(
      String(repeating: ">", count: 41) + " - [ ] a",
      String(repeating: "<blockquote>\n", count: 40) + "<p>• ☐ a</p>\n"
        + String(repeating: "</blockquote>\n", count: 39) + "</blockquote>", .depth),
  ]

  static let code = [
    Case("```Python x=y\n<a>\n```", code("py", "<a>")),
    Case("```c\n\ta\n\n  b\n```", code("cpp", "\ta\n\n  b")),
    Case("```swift\na\n```", code(nil, "a"), .codeLanguage),
    Case("```\n```", code(nil, "")),
    Case("    a]]>b]]]>", code(nil, "a]]]]><![CDATA[>b]]]]]><![CDATA[>")),
    Case("```\na\u{1B}[0m]]\u{FFFF}\n```", code(nil, "a\u{FFFD}[0m]]\u{FFFD}"), .controlCharacter),
  ]

  static let tasks = [
    Case(
      "- [ ] a\n\n- [x] b\n  - [ ] c",
      "<ac:task-list>\n\(task(1, "incomplete", "a\n"))\n"
        + task(2, "complete", "b\n<ac:task-list>\n\(task(3, "incomplete", "c\n"))\n</ac:task-list>\n")
        + "\n</ac:task-list>"),
    Case("- [ ] a\n- b", "<ul>\n<li>☐ a\n</li>\n<li>b\n</li>\n</ul>", .taskList),
    Case("1. [x] a", "<ol>\n<li>☑ a\n</li>\n</ol>", .taskList),
    Case(
      "> - [x] *a*", "<blockquote>\n<ul>\n<li>☑ <em>a</em>\n</li>\n</ul>\n</blockquote>", .taskList),
    Case("- [x] a\n\n  b", "<ul>\n<li><p>☑ a</p>\n<p>b</p>\n</li>\n</ul>", .taskList),
  ]

  @Test(arguments: [prose, links, blocks, code, tasks].flatMap { $0 })
  func `Markdown becomes storage format in which nothing of the source is markup`(_ example: Case) {
    let rendering = ConfluenceRendering(Array(example.markdown.utf8))
    #expect(String(decoding: rendering.bytes, as: UTF8.self) == example.page)
    #expect(rendering.changes.map(\.rule) == example.rules)
    check(Array(example.markdown.utf8))
  }

  // MARK: Any Markdown

  @Test(arguments: 0..<20) func `any Markdown is well-formed and keeps all its text in order`(_ seed: Int) {
    for text in MarkdownSamples.texts(seed: seed) { check(text) }
  }

  @Test(arguments: try FileTree.list(MarkdownSamples.corpus))
  func `what once was hard to read is well-formed and keeps all its text in order`(_ name: String) throws {
    check(try FileTree.read("\(MarkdownSamples.corpus)/\(name)"))
  }

  @Test(
    arguments: [
      String(repeating: ">", count: 10_000) + " a", String(repeating: "*a **a ", count: 3_000),
      String(repeating: "- ", count: 10_000) + "a", String(repeating: "[", count: 5_000) + "a",
      String(repeating: "1. > ", count: 2_000) + "a", String(repeating: "> - [x] ", count: 30) + "a",
      (0..<60).map { String(repeating: "  ", count: $0) + "- [ ] x\n" }.joined(),
      String(repeating: "![", count: 200) + "a" + String(repeating: "](b)", count: 200),
      String(repeating: "# a\n", count: 5_000), String(repeating: "***a ", count: 2_000),
    ])
  func `depth and number are no matter`(_ text: String) {
    check(Array(text.utf8))
  }

  /// The rules by which a page says more than its source: a sign, a number, a word, what is markup in Markdown.
  private static let adding: [ConfluenceRule] = [
    .alert, .depth, .emptyLink, .footnote, .html, .image, .taskList,
  ]

  private func check(_ text: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    let rendering = ConfluenceRendering(text)
    let bytes = rendering.bytes
    #expect(ConfluenceRendering(text).bytes == bytes, sourceLocation: sourceLocation)
    let shown = Comment(
      rawValue: String(decoding: text.prefix(400) + [0x0A] + bytes.prefix(4_000), as: UTF8.self))
    guard let page = try? ConfluenceProfile(bytes) else {
      Issue.record("not well-formed: \(shown)", sourceLocation: sourceLocation)
      return
    }
    #expect(page.faults == [], shown, sourceLocation: sourceLocation)
    let visible = MarkdownSamples.letters(MarkdownDocument(text: text).root.plainText)
    if rendering.changes.contains(where: { Self.adding.contains($0.rule) }) {
      #expect(
        MarkdownSamples.firstMissing(visible, in: page.text) == nil, shown, sourceLocation: sourceLocation)
    } else {
      #expect(visible == MarkdownSamples.letters(page.text), shown, sourceLocation: sourceLocation)
    }
  }
}
