import Rendering
import Testing

@Suite struct JiraRenderingTests {
  /// A text, what it becomes, and the rules that say why.
  struct Case: Sendable, CustomTestStringConvertible {
    let markdown: String
    let wiki: String
    let rules: [JiraRule]

    init(_ markdown: String, _ wiki: String, _ rules: JiraRule...) {
      self.markdown = markdown
      self.wiki = wiki
      self.rules = rules
    }

    var testDescription: String { markdown }
  }

  private static func render(_ markdown: String, _ options: RenderingOptions = RenderingOptions()) throws
    -> Rendering
  {
    try RenderTarget.jira.render(Array(markdown.utf8), options: options)
  }

  private func check(_ example: Case) throws {
    let rendering = try Self.render(example.markdown)
    #expect(String(decoding: rendering.bytes, as: UTF8.self) == example.wiki)
    #expect(rendering.changes.map(\.rule) == example.rules.map(\.rawValue))
  }

  // MARK: Forms

  static let forms = [
    Case("", ""),
    Case("# A\n\n###### b *c*\n\nd\ne\n\n---", "h1. A\n\nh6. b _c_\n\nd e\n\n----"),
    Case("a *b* **c** ~~d~~ `e`", "a _b_ *c* -d- {{e}}"),
    Case("***a*** **b *c***", "*_a_* *b* *_c_*"),
    Case("a*b*c (**d**), **e**.", "a{_}b{_}c (*d*), *e*."),
    Case("a  \nb<br>c", "a \\\\ b \\\\ c"),
    Case("[a *b*](http://x) <http://y/z>", "[a _b_|http://x] [http://y/z]"),
    Case("[a](http://x/?b={c}|d[1]^e!)", "[a|http://x/?b=%7Bc%7D%7Cd%5B1%5D%5Ee%21]"),
    Case("[a|b\\]](http://x)", "[a&#124;b&#93;|http://x]"),
    Case(
      "[a](http://b)[c](http://d)/[e](http://f) [g](http://h)é[i](http://j)",
      "[a|http://b] [c|http://d]/ [e|http://f] [g|http://h]é[i|http://j]"),
    Case("<http://x/a(b)>", "[http&#58;//x/a(b)|http://x/a(b)]"),
    Case("- a\n  - b\n    1. c\n- d", "* a\n** b\n**# c\n* d"),
    Case("- a\n\n  b\n-\n- c", "* a \\\\ \\\\ b\n* &nbsp;\n* c"),
    Case("1. a\n\n   ```\n   b\n\n   c\n   ```\n\n   d\n2. e", "# a\n{noformat}\nb\n\nc\n{noformat}\nd\n# e"),
    Case("- ```\n  a\n  ```", "* {noformat}\na\n{noformat}"),
    Case("> a\n>\n> - b", "{quote}\na\n\n* b\n{quote}"),
    Case("| a | b |\n|---|---|\n| `c\\|d` | |", "|| a || b ||\n| {{c&#124;d}} | |"),
    Case("```swift\nlet a = [1]\n```", "{code:swift}\nlet a = [1]\n{code}"),
    Case("    *a*\n     b", "{noformat}\n*a*\n b\n{noformat}"),
    Case("`a` `b {c}` ` d `", "{{a}} {{b \\{c\\}}} {{d}}"),
  ]

  @Test(arguments: forms) func `Markdown becomes what Jira has for it`(_ example: Case) throws {
    try check(example)
  }

  // MARK: Escapes

  static let escapes = [
    ("{a} [b] \\| \\\\", "\\{a\\} \\[b\\] \\| &#92;"),
    ("\\*a\\* +a+ ^a^ \\~a\\~", "\\*a\\* \\+a\\+ \\^a\\^ \\~a\\~"),
    ("-a- --flag a-b 2026-11-28 a - b -- c a->b", "\\-a- \\-\\-flag a-b 2026-11-28 a - b \\-\\- c a->b"),
    ("\\_a_ snake_case", "\\_a_ snake_case"),
    ("??a?? a?", "\\?\\?a\\?\\? a?"),
    ("\\!a.png! a! != b", "\\!a.png! a! \\!= b"),
    ("h1. a", "h1&#46; a"), ("bq. a", "bq&#46; a"), ("a h1. b", "a h1. b"), ("h7. a", "h7. a"),
    ("\\# a", "\\# a"), ("a # b #1", "a # b #1"), ("\\- a", "\\- a"), ("\\----", "\\-\\-\\-\\-"),
    ("\\* a", "\\* a"), ("\\| a", "\\| a"),
    ("\\[~ines] [^a.log]", "\\[\\~ines\\] \\[\\^a.log\\]"),
    (":) :-( :D :p ;) f(x) (*y) (/)", ":\\) :\\-\\( &#58;D &#58;p ;\\) f\\(x) \\(\\*y) \\(/)"),
    ("std::Path :Do (x)a (X) (xy) a;b", "std::Path :Do (x)a (X) (xy) a;b"),
    ("x\\://y mailto\\:a file:b", "x&#58;//y mailto&#58;a file&#58;b"),
    ("&amp;copy; &amp; a&b", "&amp;copy; & a&b"),
    ("a@b \\@ines %a%", "a@b @ines %a%"),
    ("C:\\dir \\\\\\\\server", "C:&#92;dir &#92;&#92;server"),
    ("**½ 👩‍👧 a**", "*&#189; &#128105;&#8205;&#128103; a*"), ("½ 👩‍👧", "½ 👩‍👧"),
    ("*a_b* ~~a-b~~ **a_b-c**", "_a\\_b_ -a\\-b- *a_b-c*"),
    ("`a[0]` `{{b}}` `-c`", "{{a\\[0\\]}} {{\\{\\{b\\}\\}}} {{\\-c}}"),
    ("- # a", "* *a*"), ("- h1. a", "* h1&#46; a"), ("- \\* a", "* \\* a"),
    ("|\\# a|\n|-|\n|\\- b|", "|| \\# a ||\n| \\- b |"),
    ("# \\# a", "h1. # a"), ("**# a**", "*\\# a*"),
  ]

  @Test(arguments: escapes)
  func `words that would be markup are escaped`(_ markdown: String, _ wiki: String) throws {
    #expect(String(decoding: try Self.render(markdown).bytes, as: UTF8.self) == wiki)
    #expect(JiraReading(wiki).faults == [])
  }

  // MARK: Rules

  static let rules = [
    Case("[a](tel:1)", "a (tel:1)", .address),
    Case("> [!NOTE]\n> a", "{panel:bgColor=#deebff}\n*Note*\n\na\n{panel}", .alert),
    Case("| a |\n|:-:|\n", "|| a ||", .alignment),
    Case("[a]() [b](javascript:c)", "a b", .badAddress, .badAddress),
    Case("`a`s b`c` `d`/`e` ` f`g", "as bc {{d}}/{{e}}  fg", .code, .code, .code),
    Case(
      "```\n{code}\n{noformat}\n```", "{noformat}\n{code}\n{noformat}\n{code:none}\n{noformat}\n{code}",
      .codeBlock),
    Case("```\n  {code}{noformat}\n```", "  {{\\{code\\}\\{noformat\\}}}", .codeBlock),
    Case("```\n{noformat}\n```", "{code:none}\n{noformat}\n{code}"),
    Case("```swift\n{code}\n```", "{noformat}\n{code}\n{noformat}", .codeLanguage),
    Case("```fish\na\n```", "{noformat}\na\n{noformat}", .codeLanguage),
    Case("> ```\n> {quote}\n> ```", "{quote}\n{{\\{quote\\}}}\n{quote}", .codeBlock),
    Case("```\n{quote}{panel}\n```", "{noformat}\n{quote}{panel}\n{noformat}"),
    Case("a\u{7}", "a\u{FFFD}", .controlCharacter),
    Case("**`a`**", "{{a}}", .emphasizedCode),
    Case("[](http://a)", "[http://a]", .emptyLink),
    Case("a[^b]\n\n[^b]: c", "a^b (c)".replacing("^", with: "\\^"), .footnote),
    Case("- # a", "* *a*", .heading),
    Case("<a>\n\nb <i>c</i>", "{code:html}\n<a>\n{code}\n\nb <i>c</i>", .html, .html, .html),
    Case("a <!-- b -->", "a ", .htmlComment),
    Case("![a](http://b) ![](http://c/d.png)", "[a|http://b] [d.png|http://c/d.png]", .image, .image),
    Case("- a\n  - b\n\n  c\n- d", "* a\n** b\n\nc\n* d", .itemEnd),
    Case("[a](http://b \"c\")", "[a|http://b]", .linkTitle),
    Case("7. a\n8. b", "* 7. a\n* 8. b", .listNumber),
    Case("1. a\n   - b\n\n   c\n2. d", "* 1. a\n** b\n\nc\n* 2. d", .listNumber, .itemEnd),
    Case("> > a", "{quote}\n> a\n{quote}", .quote),
    Case("[a](b) [c](#d)", "a (b) c", .relativeAddress, .relativeAddress),
    Case("- a\n\n  | b |\n  |---|\n- c", "* a\n\n|| b ||\n\n* c", .table),
    Case("- [ ] a\n- [x] b\n  - [ ] c", "* ☐ a\n* ☑ b\n** ☐ c", .taskList, .taskList),
    Case("1. [ ] a", "# ☐ a", .taskList),
    Case("- a\n\n  ---", "* a \\\\ \\\\ ———", .thematicBreak),
  ]

  @Test(arguments: rules) func `what has no form in wiki markup has the nearest one, by a rule`(
    _ example: Case
  ) throws {
    try check(example)
    #expect(JiraReading(example.wiki).faults == [])
  }

  @Test func `each rule has a sentence, and is shown by an example or stands for a record or for depth`()
    throws
  {
    let shown = Set(Self.rules.flatMap(\.rules))
    #expect(Set(JiraRule.allCases).subtracting(shown) == [.frontMatter, .listDepth])
    #expect(JiraRule.allCases.allSatisfy { $0.sentence.hasSuffix(".") })
    let deep = try Self.render((0..<22).map { String(repeating: "  ", count: $0) + "- a\n" }.joined())
    #expect(deep.changes.map(\.rule) == ["list-depth", "list-depth"])
  }

  @Test func `the ends of macros are seen however they are written`() throws {
    for end in ["{noformat:a}", "{no\\format}", "{nofor\nmat}", "{noformat\\}"] {
      let wiki = String(decoding: try Self.render("```\na\n\(end)\nb\n```").bytes, as: UTF8.self)
      #expect(wiki.hasPrefix(end == "{noformat\\}" ? "{noformat}" : "{code:none}"), "\(wiki)")
      #expect(JiraReading(wiki).text.contains("a\n\(end)\nb"))
    }
  }

  @Test func `a base is where relative addresses begin`() throws {
    var options = RenderingOptions()
    options.baseURL = "https://x.y"
    let rendering = try Self.render("[a](b.md)", options)
    #expect(String(decoding: rendering.bytes, as: UTF8.self) == "[a|https://x.y/b.md]")
    #expect(rendering.changes.isEmpty)
  }
}
