import Digest
import Markdown
import Rendering
import Scratch
import Storage
import Testing

@Suite struct HTMLRenderingTests {
  /// A text, what it becomes, and the rules that say why.
  struct Case: Sendable, CustomTestStringConvertible {
    let markdown: String
    let html: String
    let rules: [HTMLRule]

    init(_ markdown: String, _ html: String, _ rules: HTMLRule...) {
      self.markdown = markdown
      self.html = html
      self.rules = rules
    }

    var testDescription: String { markdown }
  }

  static let prose = [
    Case("", ""),
    Case("a *b* **c** ~~d~~ `e`", "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>"),
    Case("*a _b_* **c __d__**", "<p><em>a b</em> <strong>c d</strong></p>"),
    Case("a\nb  \nc<br>d", "<p>a\nb<br>\nc<br>\nd</p>"),
    Case("&lt;b&gt; \\<i> & \"q\"", "<p>&lt;b&gt; &lt;i&gt; &amp; &quot;q&quot;</p>"),
    Case("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>", .html, .html),
    Case("a <!-- b --> c", "<p>a  c</p>", .htmlComment),
    Case("a\u{1}\u{85}\u{FFFE}b", "<p>a\u{FFFD}\u{FFFD}\u{FFFD}b</p>", .controlCharacter),
    Case(
      "a[^1] b[^1]\n\n[^1]: the *note*",
      """
      <p>a<sup><a href="#fn:1" id="fnref:1" rel="noopener">1</a></sup> b<sup><a href="#fn:1" id="fnref:1-2" \
      rel="noopener">1</a></sup></p>
      <section class="footnotes" aria-label="Footnotes">
      <ol>
      <li id="fn:1">
      <p>the <em>note</em></p>
      <a href="#fnref:1" rel="noopener" aria-label="Back">↩</a></li>
      </ol>
      </section>
      """),
  ]

  static let links = [
    Case(
      "[a](http://x.y \"t\\\"\")", "<p><a href=\"http://x.y\" title=\"t&quot;\" rel=\"noopener\">a</a></p>"),
    Case("a@b.co", "<p><a href=\"mailto:a@b.co\" rel=\"noopener\">a@b.co</a></p>"),
    Case(
      "[a](JavaScript:b) [c](vscode:d) [e](data:f) [g](<java\tscript:h>)",
      "<p>a c e <a href=\"java%09script:h\" rel=\"noopener\">g</a></p>",
      .badAddress, .badAddress, .badAddress, .relativeAddress),
    Case("[a](&#106;avascript:b)", "<p>a</p>", .badAddress),
    Case("[a](http://x/\"onclick=b)", "<p><a href=\"http://x/%22onclick=b\" rel=\"noopener\">a</a></p>"),
    Case("[a](b.md)", "<p><a href=\"b.md\" rel=\"noopener\">a</a></p>", .relativeAddress),
    Case("# A b!\n\n[c](#a-b)", "<h1 id=\"a-b\">A b!</h1>\n<p><a href=\"#a-b\" rel=\"noopener\">c</a></p>"),
    Case("[](http://x)", "<p><a href=\"http://x\" rel=\"noopener\">http://x</a></p>", .emptyLink),
    Case("![a](http://x/b.png)", "<p><a href=\"http://x/b.png\" rel=\"noopener\">a</a></p>", .image),
    Case("![](http://x/b.png)", "<p><a href=\"http://x/b.png\" rel=\"noopener\">b.png</a></p>", .image),
    Case(
      "[![a](http://x/b.png) c](http://x)",
      "<p><a href=\"http://x\" rel=\"noopener\">a c</a> <a href=\"http://x/b.png\" rel=\"noopener\">(image)</a></p>",
      .image),
    Case(
      "[a[^1]](http://x)\n\n[^1]: b",
      """
      <p><a href="http://x" rel="noopener">a<sup>1</sup></a></p>
      <section class="footnotes" aria-label="Footnotes">
      <ol>
      <li id="fn:1">
      <p>b</p>
      </li>
      </ol>
      </section>
      """),
  ]

  static let blocks = [
    Case("# a\n\n## a\n\n### !", "<h1 id=\"a\">a</h1>\n<h2 id=\"a-1\">a</h2>\n<h3 id=\"section\">!</h3>"),
    Case("# Ä `b_c` — d", "<h1 id=\"ä-b_c--d\">Ä <code>b_c</code> — d</h1>"),
    Case("```c x\n<a>\n```", "<pre><code class=\"language-c\">&lt;a&gt;</code></pre>"),
    Case(
      "<script>\nx\n</script>",
      "<pre><code class=\"language-html\">&lt;script&gt;\nx\n&lt;/script&gt;</code></pre>", .html),
    Case("<!-- a -->", "", .htmlComment),
    Case("- a\n- b", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>"),
    Case("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>"),
    Case(
      "- [ ] a\n- [x] b",
      """
      <ul>
      <li class="task"><input type="checkbox" disabled aria-label="to do"> a
      </li>
      <li class="task"><input type="checkbox" disabled aria-label="done" checked> b
      </li>
      </ul>
      """),
    Case(
      "1. [x] a",
      "<ol>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"done\" checked> a\n</li>\n</ol>"
    ),
    Case(
      "> [!TIP]\n> a", "<aside class=\"alert tip\">\n<p class=\"kind\">Tip</p>\n<p>a</p>\n</aside>", .alert),
    Case("> [!TIP] a", "<blockquote>\n<p>[!TIP] a</p>\n</blockquote>"),
    Case(
      "|a|b|\n|-|-:|\n|c|d|",
      """
      <div class="table"><table>
      <thead>
      <tr><th scope="col">a</th><th scope="col" class="end">b</th></tr>
      </thead>
      <tbody>
      <tr><td>c</td><td class="end">d</td></tr>
      </tbody>
      </table></div>
      """),
  ]

  /// Quotations up to the limit, and what stands deeper than they may.
  static let depth = [
    Case(
      String(repeating: ">", count: 40) + "a\n" + String(repeating: ">", count: 42) + "b\n\n> c",
      String(repeating: "<blockquote>\n", count: 40) + "<p>a</p>\n<p>b</p>\n"
        + String(repeating: "</blockquote>\n", count: 40) + "<blockquote>\n<p>c</p>\n</blockquote>", .depth),
    Case(
      String(repeating: ">", count: 40) + "- a\n" + String(repeating: ">", count: 40) + "- 3. b\n"
        + String(repeating: ">", count: 40) + "   4. [x] c",
      String(repeating: "<blockquote>\n", count: 40) + "<p>• a</p>\n<p>•</p>\n<p>3. b</p>\n<p>4. ☑ c</p>\n"
        + String(repeating: "</blockquote>\n", count: 39) + "</blockquote>", .depth),
  ]

  private func fragment(_ text: String, _ options: RenderingOptions = RenderingOptions()) -> HTMLRendering {
    var options = options
    options.isFragment = true
    return HTMLRendering(Array(text.utf8), options: options)
  }

  @Test(arguments: [prose, links, blocks, depth].flatMap { $0 })
  func `Markdown becomes HTML in which nothing of the source is markup`(_ example: Case) {
    let rendering = fragment(example.markdown)
    #expect(String(decoding: rendering.bytes, as: UTF8.self) == example.html)
    #expect(rendering.changes.map(\.rule) == example.rules)
  }

  @Test func `a page says what it is and loads nothing but its own stylesheet`() throws {
    var options = RenderingOptions()
    options.language = "de\">"
    let page = String(
      decoding: HTMLRendering(Array("a\n\n## B <&\n\n# C\n".utf8), options: options).bytes, as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"de&quot;&gt;\">\n<head>\n<meta charset=\"utf-8\">"))
    #expect(page.contains("<title>C</title>"))
    let start = try #require(page.firstRange(of: "<style>")?.upperBound)
    let end = try #require(page.firstRange(of: "</style>")?.lowerBound)
    let hash = SHA256.base64(of: page[start..<end].utf8)
    #expect(
      page.contains(
        "content=\"default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'\""))
  }

  @Test func `a record has its facts below the title, and its standings are marked`() {
    let summary = "A. The validation is attested by Mei, not\nmeasured. B."
    let html = String(decoding: fragment(RecordSample.text(summary: summary)).bytes, as: UTF8.self)
    #expect(
      html.hasPrefix(
        """
        <h1 id="rill-142-t">RILL-142: T</h1>
        <table class="facts">
        <tr><th scope="row">key</th><td>RILL-142</td></tr>
        <tr><th scope="row">fixed by</th><td>a, &lt;b&gt;</td></tr>
        </table>
        """))
    #expect(
      html.contains(
        "<p>A. <span class=\"note attested\">The validation is attested by Mei, not\nmeasured.</span> B.</p>")
    )
    #expect(
      html.contains("<li><span class=\"standing measured\">Measured</span> (E10): <code>x</code> failed."))
    #expect(html.contains("<li>Measured by hand."))
  }

  @Test func `evidence and long code are folded away`() {
    let lines = { (count: Int) in (1...count).map { "\($0)\n" }.joined() }
    let cause = "```\n\(lines(20))```\n\n```\n\(lines(21))```"
    let evidence = "## Evidence\n\n- E1, E2, found in git log: a\n\n```\n\(lines(30))```\n\n## More\n\nb"
    let rendering = fragment(RecordSample.text(cause: cause, rest: evidence))
    let html = String(decoding: rendering.bytes, as: UTF8.self)
    #expect(html.contains("<details class=\"code\">\n<summary>21 lines</summary>\n<pre>"))
    #expect(
      html.contains(
        "<details class=\"evidence\">\n<summary><h2 id=\"evidence\">Evidence</h2></summary>\n<ul>\n<li>E1, E2, <span class=\"standing found\">found</span> in git log: a"
      ))
    #expect(html.contains("30</code></pre>\n</details>\n<h2 id=\"more\">"))
    #expect(rendering.changes.map(\.rule) == [.frontMatter, .longCode, .evidence])
  }

  @Test func `tickets and pull requests are links where the settings say where they are`() {
    var options = RenderingOptions()
    options.issueURL = "https://x.y"
    options.pullRequestURL = "https://g.h/pull/{number}"
    let html = String(
      decoding: fragment(RecordSample.text(cause: "RILL-1, *#27* `RILL-2` [RILL-3](http://z) UTF-8"), options)
        .bytes,
      as: UTF8.self)
    #expect(
      html.contains(
        """
        <p><a href="https://x.y/browse/RILL-1" rel="noopener">RILL-1</a>, <em><a href="https://g.h/pull/27" \
        rel="noopener">#27</a></em> <code>RILL-2</code> <a href="http://z" rel="noopener">RILL-3</a> UTF-8</p>
        """))
  }

  // MARK: Any Markdown

  @Test(arguments: 0..<10) func `any Markdown keeps all its text in order, in tags that match`(_ seed: Int) {
    for text in MarkdownSamples.texts(seed: seed) { check(text) }
  }

  @Test(arguments: try FileTree.list(MarkdownSamples.corpus))
  func `what once was hard to read keeps all its text in order`(_ name: String) throws {
    check(try FileTree.read("\(MarkdownSamples.corpus)/\(name)"))
  }

  @Test(
    arguments: [
      String(repeating: ">", count: 5_000) + " a", String(repeating: "*a **a ", count: 3_000),
      String(repeating: "- ", count: 300) + "a", String(repeating: "[", count: 5_000) + "a",
      String(repeating: "![", count: 200) + "a" + String(repeating: "](b)", count: 200),
      String(repeating: "# a\n", count: 5_000),
    ])
  func `depth and number are no matter`(_ text: String) {
    check(Array(text.utf8))
  }

  private func check(_ text: [UInt8]) {
    var options = RenderingOptions()
    options.isFragment = true
    let bytes = HTMLRendering(text, options: options).bytes
    #expect(HTMLRendering(text, options: options).bytes == bytes)
    let page = HTMLProfile(bytes)
    let shown = String(decoding: text.prefix(400), as: UTF8.self)
    #expect(page.faults == [], "\(shown)")
    let visible = MarkdownSamples.letters(MarkdownDocument(text: text).root.plainText)
    let missing = MarkdownSamples.firstMissing(visible, in: page.text)
    #expect(missing == nil, "\(shown)\n\(String(decoding: bytes, as: UTF8.self))")
  }
}
