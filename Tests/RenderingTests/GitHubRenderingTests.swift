import Markdown
import Rendering
import Scratch
import Storage
import Testing

@Suite struct GitHubRenderingTests {
  /// A text, what it becomes, and the rules that say why.
  struct Case: Sendable, CustomTestStringConvertible {
    let markdown: String
    let posted: String
    let rules: [GitHubRule]

    init(_ markdown: String, _ posted: String, _ rules: GitHubRule...) {
      self.markdown = markdown
      self.posted = posted
      self.rules = rules
    }

    /// A text that stays as it is.
    init(same markdown: String, _ rules: GitHubRule...) {
      self.markdown = markdown
      posted = markdown
      self.rules = rules
    }

    var testDescription: String { markdown }
  }

  static let same = [
    "", "a *b* **c** ~~d~~ `e`\n\n* f\n+ g\n\n1) h\n", "# a #\n\nb\n===\n", "a  \nb\\\nc<br>d",
    "| a | b |\n|:-:|--:|\n| c | d |\n", "- [ ] a\n- [x] b\n", "> [!NOTE]\n> a\n", "a[^1]\n\n[^1]: b\n",
    "```\n@a fixes #1 :x: $b$ <c>\n/close\n```\n", "`@a fixes #1` `:x:` `$b` `$c`", "    @a\n    /close\n",
    "a@b.co #12 c/d#3 GH-4 0108ac5982", "a@b c.@ @", "https://x.y/@z/#1 <https://x.y/@z>",
    "![@a](http://b/c)",
    "[a](http://b \"@c\")", "a costs $5", "12:30:45 a:b a::b ::", "prefix #1, fix it, fixes: it, closest #1",
    "affix #1 fixture #2 fix#3", "and/or /usr/bin/env is", "a /close", "&lt;b&gt; \\<i>", "<!-- -->",
    "a<!-- -->b", "@<!-- -->a", "<span>$</span>a <span>$</span>b",
  ]

  static let effects = [
    Case("@a", "@<!-- -->a", .mention),
    Case("(@a-b/c) é@d", "(@<!-- -->a-b/c) é@<!-- -->d", .mention, .mention),
    Case(
      "\\@a &#64;b &commat;c", "\\@<!-- -->a &#64;<!-- -->b &commat;<!-- -->c", .mention, .mention, .mention),
    Case("a*@b* **@c**", "a*@<!-- -->b* **@<!-- -->c**", .mention, .mention),
    Case("[@a](http://b)", "[@<!-- -->a](http://b)", .mention),
    Case(
      "# @a\n\n| @b |\n|---|\n| @c |", "# @<!-- -->a\n\n| @<!-- -->b |\n|---|\n| @<!-- -->c |", .mention,
      .mention, .mention),
    Case("a[^1]\n\n[^1]: @b", "a[^1]\n\n[^1]: @<!-- -->b", .mention),
    Case("fixes #1", "fi<!-- -->xes #1", .closingKeyword),
    Case(
      "Closes: a/b#1, RESOLVED  GH-2", "Cl<!-- -->oses: a/b#1, RE<!-- -->SOLVED  GH-2", .closingKeyword,
      .closingKeyword),
    Case("It fixed RILL-142.", "It fi<!-- -->xed RILL-142.", .closingKeyword),
    Case("Implements issue #1", "Im<!-- -->plements issue #1", .closingKeyword),
    Case("fix https://x.y/a/b/issues/1", "fi<!-- -->x https://x.y/a/b/issues/1", .closingKeyword),
    Case("**Fixes** [#1](http://x)", "**Fi<!-- -->xes** [#1](http://x)", .closingKeyword),
    Case("fixes\n#1", "fi<!-- -->xes #1", .closingKeyword, .lineEnd),
    Case("f&#105;x #1", "f&#105;<!-- -->x #1", .closingKeyword),
    Case(
      "a :x: b::c::d :+1: :100: :30:", "a :<!-- -->x: b::<!-- -->c::d :<!-- -->+1: :<!-- -->100: :30:",
      .emoji, .emoji, .emoji, .emoji),
    Case("$a and \\$b", "<span>$</span>a and <span>$</span>b", .math, .math),
    Case("$`a`$ &dollar;", "<span>$</span>`a`<span>$</span> <span>$</span>", .math, .math, .math),
    Case(
      "/close\n\n  /merge now\n\n/usr/bin a", "\\/close\n\n  \\/merge now\n\n/usr/bin a", .command, .command),
    Case("a\\\n/close", "a\\\n\\/close", .command),
    Case("[a]:\n/close\n\n[a]", "[a]:\n\\/close\n\n[a]", .command, .relativeAddress),
  ]

  static let forms = [
    Case("a\nb \n  c", "a b c", .lineEnd, .lineEnd),
    Case("> a\n> b\nc\n\n- d\n  e", "> a b c\n\n- d e", .lineEnd, .lineEnd, .lineEnd),
    Case("> [!NOTE]\n> a\n> b", "> [!NOTE]\n> a b", .lineEnd),
    Case("a *b\nc*\n`d\ne`", "a *b c* `d\ne`", .lineEnd, .lineEnd),
    Case("a <b c='*d*'>@e</b>", "a \\<b c='\\*d\\*'>@<!-- -->e\\</b>", .html, .mention, .html),
    Case(
      "a <b c='@d$$'>", "a \\<b c='@<!-- -->d<span>$</span><span>$</span>'>", .html, .mention, .math, .math),
    Case("a<!-- @b\n/c --> d", "a<!-- --> d", .htmlComment),
    Case("<div>\n*a*\n</div>\n\nb", "```html\n<div>\n*a*\n</div>\n```\n\nb", .html),
    Case("> - <div>\n>   ```\n\nb", "> - ````html\n>   <div>\n>   ```\n>   ````\n\nb", .html),
    Case("a[^1]\n\n[^1]: <p>\n    b", "a[^1]\n\n[^1]: ```html\n    <p>\n    b\n    ```", .html),
    Case("<script>\na", "```html\n<script>\na\n```", .html),
    Case("<!-- a\nb\n\nc -->\n\nd", "<!-- -->\n\nd", .htmlComment),
    Case("- a\n\n<!-- b -->\n\n      c", "- a\n\n<!-- -->\n\n      c", .htmlComment),
    Case(
      "a\n\n   fix:x:\n| a |\n|---|\n_\n\nb", "a\n\n```\n   fix:x:\n| a |\n|---|\n_\n```\n\nb", .unlocated),
    Case(same: "[a](b.md) [c](#d)", .relativeAddress, .relativeAddress),
    Case(same: "[a](javascript:b) [c]()", .badAddress, .badAddress),
    Case("a\u{0}b", "a\u{FFFD}b", .controlCharacter),
  ]

  private func render(_ text: String, _ options: RenderingOptions = RenderingOptions()) throws -> String {
    String(decoding: try GitHubRendering(Array(text.utf8), options: options).bytes, as: UTF8.self)
  }

  @Test(arguments: same) func `what does nothing is posted byte for byte`(_ text: String) throws {
    let rendering = try GitHubRendering(Array(text.utf8))
    #expect(
      String(decoding: rendering.bytes, as: UTF8.self)
        == (text.hasSuffix("\n") ? String(text.dropLast()) : text))
    #expect(rendering.changes.map(\.rule) == [])
  }

  @Test(arguments: effects + forms)
  func `what would have an effect, or another form, is kept from it`(_ example: Case) throws {
    let rendering = try GitHubRendering(Array(example.markdown.utf8))
    #expect(String(decoding: rendering.bytes, as: UTF8.self) == example.posted)
    let told = try RenderTarget.github.render(Array(example.markdown.utf8)).changes
    #expect(told.map(\.rule) == example.rules.map(\.rawValue))
    #expect(try render(example.posted) == example.posted)
  }

  @Test(
    arguments: [
      ("[a *b*](c.md \"d\\\"\")", "[a *b*](https://x.y/c.md \"d\\\"\")"),
      ("[a][b]\n\n[b]: c.md 'd'", "[a](https://x.y/c.md \"d\")\n\n[b]: c.md 'd'"),
      ("[![a](b.png)](c(d).md)", "[![a](https://x.y/b.png)](https://x.y/c\\(d\\).md)"),
      ("[b]\n\n[b]: /c", "[b](https://x.y/c)\n\n[b]: /c"),
      ("![](a.png) [](b)", "![](https://x.y/a.png) [](https://x.y/b)"),
    ])
  func `relative addresses begin where the options say`(_ markdown: String, _ posted: String) throws {
    var options = RenderingOptions()
    options.baseURL = "https://x.y"
    #expect(try render(markdown, options) == posted)
  }

  // MARK: Records

  private func lines(_ count: Int) -> String { (1...count).map { "\($0)\n" }.joined() }

  private func record(
    front: String = "key: RILL-142\nfixed_by: [\"@a\", \"b|c *d* fixes #1\"]", cause: String = "a",
    rest: String = ""
  ) -> String {
    RecordSample.text(
      front: front, summary: "It broke. The validation is attested by Mei, not measured.", cause: cause,
      rest: rest)
  }

  @Test func `a record has its facts in a table below the title, and its standings are bold`() throws {
    let rendering = try GitHubRendering(Array(record().utf8))
    expectEqualText(
      String(decoding: rendering.bytes, as: UTF8.self),
      """
      # RILL-142: T

      | | |
      |---|---|
      | key | RILL-142 |
      | fixed by | @<!-- -->a, b&#124;c \\*d\\* fi<!-- -->xes #1 |

      ## Summary

      It broke. The validation is attested by Mei, not measured.

      ## Root cause

      a

      ## Fix

      c

      ## Validation

      - **Measured** (E10): `x` failed.
      - Measured by hand.
      """)
    #expect(rendering.changes.map(\.rule) == [.frontMatter])
  }

  @Test func `front matter that cannot be read is shown as it is`() throws {
    #expect(try render(record(front: "a: [")).hasPrefix("# RILL-142: T\n\n```yaml\na: [\n```\n\n## Summary"))
  }

  @Test func `evidence and long code are folded away, with room for the Markdown in them`() throws {
    let cause = "```\n\(lines(20))```\n\n```\n\(lines(21))```"
    let evidence =
      "## Evidence\n- E1, E2, found in git log: a\n\n```\n\(lines(30))```\n## More\n\nb"
    let rendering = try GitHubRendering(Array(record(cause: cause, rest: evidence).utf8))
    let text = String(decoding: rendering.bytes, as: UTF8.self)
    #expect(text.contains("20\n```\n\n<details>\n<summary>21 lines</summary>\n\n```\n1\n2\n"))
    #expect(text.contains("21\n```\n\n</details>\n\n## Fix"))
    #expect(
      text.contains(
        "## Evidence\n\n<details>\n<summary>Evidence</summary>\n\n- E1, E2, **found** in git log: a\n"))
    #expect(text.hasSuffix("30\n```\n\n</details>\n\n## More\n\nb"))
    #expect(rendering.changes.map(\.rule) == [.frontMatter, .longCode, .evidence])
  }

  @Test(
    arguments: [
      ("RILL-7: a\n## More", "[RILL-7](https://x.y/browse/RILL-7): a\n\n</details>\n\n## More"),
      ("<p>\n", "```html\n<p>\n```\n\n</details>"),
      (
        "```\n\(String(repeating: "a\n", count: 30))```",
        "```\n\(String(repeating: "a\n", count: 30))```\n\n</details>"
      ),
    ])
  func `evidence right behind its heading is folded away whole`(body: String, folded: String) throws {
    var options = RenderingOptions()
    options.issueURL = "https://x.y"
    let text = try render(record(rest: "## Evidence\n\(body)"), options)
    #expect(
      text.hasSuffix("## Evidence\n\n<details>\n<summary>Evidence</summary>\n\n\(folded)"),
      "\(text.suffix(300))")
  }

  @Test func `a fence that nothing ends is ended where it is folded away`() throws {
    let text = try render(record(rest: "## Evidence\n\n~~~~ x\na"))
    #expect(text.hasSuffix("<summary>Evidence</summary>\n\n~~~~ x\na\n~~~~\n\n</details>"), "\(text)")
  }

  @Test func `tickets and pull requests are links where the settings say where they are`() throws {
    var options = RenderingOptions()
    options.issueURL = "https://x.y"
    options.pullRequestURL = "https://g.h/pull/{number}"
    let text = try render(
      record(cause: "RILL-1, *\\#27* `RILL-2` [RILL-3](http://z) UTF-8 !RILL-4 \\RILL-5 fixes #28"), options)
    #expect(
      text.contains(
        """
        [RILL-1](https://x.y/browse/RILL-1), *[\\#27](https://g.h/pull/27)* `RILL-2` [RILL-3](http://z) UTF-8 \
        !<!-- -->[RILL-4](https://x.y/browse/RILL-4) \\\\[RILL-5](https://x.y/browse/RILL-5) \
        fi<!-- -->xes [#28](https://g.h/pull/28)
        """), "\(text)")
    #expect(text.hasPrefix("# [RILL-142](https://x.y/browse/RILL-142): T\n"))
  }

  // MARK: Length

  private func fit(_ text: String) throws -> String {
    var options = RenderingOptions(whole: "a.md")
    options.fits = true
    return try render(text, options)
  }

  @Test func `a line end and a character beyond the first plane count twice`() {
    #expect(GitHubLimit.length(of: Array("aé漢😀\n".utf8)) == 7)
  }

  @Test func `logs are shortened where they stand, those of the evidence first`() throws {
    let log = (1...2_500).map { "line \($0) of a log" }
    let quoted = log.prefix(1_000).map { "> > \($0)\n" }.joined()
    let text = try fit(
      record(
        cause: "> > ```\n\(quoted)> > ```",
        rest: "## Evidence\n\n- a\n\n      \(log.joined(separator: "\n      "))\n"))
    #expect(GitHubLimit.length(of: Array(text.utf8)) <= GitHubLimit.units)
    #expect(text.contains("\n      line 1 of a log\n      line 2 of a log\n"))
    #expect(text.contains("\n      [… ") && !text.contains("> > [… "))
    #expect(text.contains("> > line 1000 of a log\n> > ```"))
    let document = MarkdownDocument(text: Array(text.utf8))
    #expect(document.root.descendants.filter { $0.kind == .codeBlock(info: "", fenced: true) }.count == 1)
    #expect(document.root.descendants.filter { $0.kind == .codeBlock(info: "", fenced: false) }.count == 1)
  }

  @Test func `what fits stays, and prose is never shortened`() throws {
    #expect(try fit("```\na\n```") == "```\na\n```")
    let text = Array(String(repeating: "word ", count: 14_000).utf8)
    #expect(
      try RenderTarget.github.render(text).excesses == [
        "Its text has 70000 characters; GitHub takes 65536. --fit shortens logs."
      ])
    #expect(throws: TextTooLong.self) { try fit(String(decoding: text, as: UTF8.self)) }
  }
}
