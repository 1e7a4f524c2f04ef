import Digest
import Markdown
import Rendering
import Scratch
import Terminal
import Testing

@Suite struct ADFPreviewTests {
  private func preview(_ text: String, _ options: RenderingOptions = RenderingOptions()) throws -> ADFPreview
  {
    try ADFPreview(Array(text.utf8), options: options)
  }

  private func lines(_ text: String, width: Int = 40, usesColor: Bool = false) throws -> [String] {
    ADFText(try preview(text).document, width: width, usesColor: usesColor).lines.map {
      usesColor ? $0.rendered(color: true).replacing("\u{1B}", with: "␛") : $0.plain
    }
  }

  static let pieces: [(markdown: String, page: [String])] = [
    ("", []),
    ("# a\n\n## *b*\n\n### c", ["a", "=", "", "b", "-", "", "### c"]),
    ("a **b** *c* ~~d~~ `e`", ["a b c ~~d~~ `e`"]),
    ("a<br>b", ["a", "b"]),
    ("[a *b*](http://c) http://d", ["a b (http://c) http://d"]),
    ("- a\n- b\n  - c\n    1. d", ["• a", "• b", "  ◦ c", "    1. d"]),
    ("9. a\n10. b\n\n    c", [" 9. a", "", "10. b", "", "    c"]),
    ("- [ ] a\n  - [x] b\n- [x] c", ["[ ] a", "    [x] b", "[x] c"]),
    ("```c\na\n\tb\n```", ["    a", "            b"]),
    ("> a\n>\n> b", ["│ a", "│", "│ b"]),
    ("> [!WARNING]\n> a", ["▌ warning panel", "▌ Warning", "▌", "▌ a"]),
    ("a\n\n---", ["a", "", String(repeating: "─", count: 40)]),
    ("|a|b|\n|-|-:|\n|x|1|\n|y|22|", ["a │  b", "──┼───", "x │  1", "y │ 22"]),
    ("<b>", ["    <b>"]),
    ("a\u{200B}\u{202E}b", ["a\\u{200B}\\u{202E}b"]),
  ]

  @Test(arguments: pieces)
  func `each construct of ADF has its form at a terminal`(markdown: String, page: [String]) throws {
    #expect(try lines(markdown) == page)
  }

  private let record = """
    ---
    key: RILL-142
    ---

    # RILL-142: T

    ## Summary

    It broke. The validation is attested by Mei, not measured.

    ## Root cause

    a

    ## Fix

    c

    ## Validation

    - Measured (E10): `x` failed.

    ## Evidence

    - E1, found in git log: y
    """

  @Test func `a record is drawn with its lozenges, panels and what Jira folds away`() throws {
    expectEqualText(
      try lines(record).joined(separator: "\n"),
      """
      ▾ Front matter (folded away on Jira)
            key: RILL-142

      RILL-142: T
      ===========

      Summary
      -------

      It broke.

      ▌ warning panel
      ▌ The validation is attested by Mei, not
      ▌ measured.

      Root cause
      ----------

      a

      Fix
      ---

      c

      Validation
      ----------

      • [Measured] (E10): `x` failed.

      Evidence
      --------

      ▾ Evidence (folded away on Jira)
        • E1, [found] in git log: y
      """)
  }

  @Test func `colour takes the place of ticks and lines`() throws {
    let text = try lines("# a\n\n`b` ~~c~~", usesColor: true)
    #expect(text == ["␛[1;4ma␛[0m", "", "␛[36mb␛[0m ␛[9mc␛[0m"])
  }

  @Test func `the figures are those of the bytes that a post would send`() throws {
    var options = RenderingOptions(whole: "a.md")
    options.fits = true
    let text = "# a\n\n- # b\n\n```\n" + String(repeating: "0123456789\n", count: 5_000) + "```\n"
    let rendering = try RenderTarget.adf.render(Array(text.utf8), options: options)
    let preview = try preview(text, RenderingOptions(whole: "a.md"))
    #expect(preview.bytes == rendering.bytes)
    #expect(preview.digest == SHA256.hexadecimal(of: rendering.bytes))
    #expect(preview.textLength <= ADFPreview.limit)
    #expect(preview.leftOut > 22_000)
    #expect(preview.changes == rendering.changes)
    #expect(throws: TextTooLong.self) { try self.preview(String(repeating: "word ", count: 7_000)) }
  }

  @Test func `a page draws it, and nothing of the text is markup or leads astray`() throws {
    let text = """
      # <script>alert(1)</script>

      [a](vscode:b "c") [d](e.md) [f](https://g/?"onclick=h) `<i>`

      > [!NOTE]
      > i

      - [x] j
        - [ ] k

      |l|
      |-:|
      |m|
      """
    let page = String(
      decoding: try preview(text).page(title: "<&\">", facts: [("n", "<o>")]), as: UTF8.self)
    #expect(page.contains("<title>&lt;&amp;&quot;&gt;</title>"))
    #expect(page.contains("<tr><th scope=\"row\">n</th><td>&lt;o&gt;</td></tr>"))
    let content = try content(of: page)
    #expect(HTMLProfile(Array(content.utf8)).faults == [])
    expectEqualText(
      content,
      """
      <h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>
      <p>a d <a href="https://g/?%22onclick=h" rel="noopener">f</a> <code>&lt;i&gt;</code></p>
      <aside class="info"><p><strong>Note</strong></p>
      <p>i</p>
      </aside>
      <ul><li class="task"><input type="checkbox" disabled aria-label="done" checked> j</li>
      <li class="task"><ul><li class="task"><input type="checkbox" disabled aria-label="to do"> k</li>
      </ul>
      </li>
      </ul>
      <div class="table"><table>
      <tr><th><p class="end">l</p>
      </th>
      </tr>
      <tr><td><p class="end">m</p>
      </td>
      </tr>
      </table></div>

      """)
    let record = String(decoding: try preview(record).page(title: "a", facts: []), as: UTF8.self)
    #expect(record.contains("<details>\n<summary>Evidence</summary>\n<ul>"))
    #expect(
      record.contains("<span class=\"standing measured\">Measured</span> (E10): <code>x</code> failed."))
    #expect(
      record.contains("<aside class=\"warning\"><p>The validation is attested by Mei, not measured.</p>"))
  }

  /// What a page shows of a document.
  private func content(of page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<hr>\n")?.upperBound)
    let end = try #require(page.firstRange(of: "</main>")?.lowerBound)
    return String(page[start..<end])
  }

  @Test(arguments: 0..<6) func `any Markdown is drawn whole and in order`(_ seed: Int) throws {
    for text in MarkdownSamples.texts(seed: seed) {
      let preview = try ADFPreview(text)
      let page = String(decoding: preview.page(title: "a", facts: []), as: UTF8.self)
      let profile = HTMLProfile(Array(try content(of: page).utf8))
      #expect(profile.faults == [])
      let need = MarkdownSamples.letters(MarkdownDocument(text: text, hasFootnotes: false).root.plainText)
      let shown = "\(String(decoding: text, as: UTF8.self))"
      #expect(MarkdownSamples.firstMissing(need, in: profile.text) == nil, "\(shown)")
      let lines = ADFText(preview.document, width: 60, usesColor: false).lines.map(\.plain)
      #expect(!lines.contains { $0.unicodeScalars.contains { $0.value < 0x20 } })
      let drawn = lines.joined(separator: "\n")
      let printable = Sanitized(String(String.UnicodeScalarView(need))).description
      #expect(
        MarkdownSamples.firstMissing(Array(printable.unicodeScalars), in: drawn) == nil, "\(shown)\n\(drawn)")
    }
  }
}
