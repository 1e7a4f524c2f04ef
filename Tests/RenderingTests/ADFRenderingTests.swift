import Markdown
import Rendering
import Scratch
import Storage
import Testing

@Suite struct ADFRenderingTests {
  /// A text, what it becomes, and the rules that say why.
  struct Case: Sendable, CustomTestStringConvertible {
    let markdown: String
    let adf: String
    let rules: [ADFRule]

    init(_ markdown: String, _ adf: String, _ rules: ADFRule...) {
      self.markdown = markdown
      self.adf = adf
      self.rules = rules
    }

    var testDescription: String { markdown }
  }

  static let prose = [
    Case("", ""),
    Case("a *b* **c** ~~d~~ `e`", #"p("a " em"b" " " strong"c" " " strike"d" " " code"e")"#),
    Case("*a **b ~~c~~***", #"p(em"a " emstrong"b " emstrikestrong"c")"#),
    Case("**a **b** c**", #"p(strong"a b c")"#),
    Case("**a `b`**", #"p(strong"a " code"b")"#, .emphasizedCode),
    Case("a\nb  \nc\\\nd", #"p("a b" br "c" br "d")"#),
    Case("a<br>b<BR />c", #"p("a" br "b" br "c")"#),
    Case("&copy; &amp;amp; \\*a\\*", #"p("© &amp; *a*")"#),
    Case("a_b_c `x\\|y` #12 @me :tada: {x}", #"p("a_b_c " code"x\|y" " #12 @me :tada: {x}")"#),
    Case("H<sub>2</sub>O", #"p("H<sub>2</sub>O")"#, .html, .html),
    Case("a <!-- b --> c", #"p("a  c")"#, .htmlComment),
    Case("a\u{1}b", "p(\"a\u{FFFD}b\")", .controlCharacter),
    Case("a[^1]\n\n[^1]: the note", #"p("a[^1]") p("[^1]: the note")"#),
    Case("a[^1]\n\n[^1]: note", #"p("a^1 (note)")"#, .footnote),
    Case("a[^1]\n\n[^1]: https://x.y", #"p("a" <https://x.y>"^1")"#),
  ]

  static let links = [
    Case("[a `b`](http://x.y \"t\")", #"p(<http://x.y t>"a " code<http://x.y t>"b")"#),
    Case(
      "<http://x.y> www.x.y a@b.co",
      #"p(<http://x.y>"http://x.y" " " <http://www.x.y>"www.x.y" " " <mailto:a@b.co>"a@b.co")"#),
    Case("[a][r]\n\n[r]: http://x.y", #"p(<http://x.y>"a")"#),
    Case("[a](docs/x.md) [b](#c)", ##"p(<docs/x.md>"a" " " <#c>"b")"##, .relativeAddress, .relativeAddress),
    Case("[a](//x.y/z)", #"p(<https://x.y/z>"a")"#),
    Case("[a]() [b](JavaScript:c) [d](data:e)", #"p("a b d")"#, .badAddress, .badAddress, .badAddress),
    Case("[](http://x.y)", #"p(<http://x.y>"http://x.y")"#, .emptyLink),
    Case("[]()", "", .badAddress),
    Case("[a](<http://x.y/a b>)", #"p(<http://x.y/a%20b>"a")"#),
    Case("![a *b*](http://x.y/z.png)", #"p(<http://x.y/z.png>"a " em<http://x.y/z.png>"b")"#, .image),
    Case("![](http://x.y/z.png)", #"p(<http://x.y/z.png>"z.png")"#, .image),
    Case("![a]()", #"p("a")"#, .badAddress, .image),
    Case("[![a](http://x.y/z.png)](http://x.y)", #"p(<http://x.y>"a" <http://x.y/z.png>" (image)")"#, .image),
  ]

  static let blocks = [
    Case("# a\n\nb\n=\n\n###### c", #"heading:1("a") heading:1("b") heading:6("c")"#),
    Case("---", "hr"),
    Case("```swift x\na\n\n```\n\n    b", #"pre:swift("a\n") pre("b")"#),
    Case("```\n```", "pre"),
    Case("~~~\n\u{2}\t\\n\n~~~", "pre(\"\u{FFFD}\t\\n\")", .controlCharacter),
    Case("<div>\n*a*\n</div>", #"pre:html("<div>\n*a*\n</div>")"#, .html),
    Case("<!-- a --> <!-- b -->", "", .htmlComment),
    Case("> a\n> - b\n>\n> ```\n> c\n> ```", #"quote(p("a") ul(li(p("b"))) pre("c"))"#),
    Case(">", ""),
    Case("> [!WARNING]\n> Take care.", #"panel:warning(p(strong"Warning") p("Take care."))"#, .alert),
    Case("> [!note]\n>\n> # a", #"panel:info(p(strong"Note") heading:1("a"))"#, .alert),
    Case("> \\[!WARNING]\n> a", #"quote(p("[!WARNING] a"))"#),
    Case("> [!WARNING] a", #"quote(p("[!WARNING] a"))"#),
    Case(
      "| a | b | c |\n|---|:-:|--:|\n| `x` | | z |",
      #"table(tr(th(p("a")) th(center-p("b")) th(end-p("c"))) tr(td(p(code"x")) td(center-p()) td(end-p("z"))))"#
    ),
    Case("| a | b |\n|---|---|\n| x |", #"table(tr(th(p("a")) th(p("b"))) tr(td(p("x")) td(p())))"#),
  ]

  static let lists = [
    Case("- a\n- b\n\n  c", #"ul(li(p("a")) li(p("b") p("c")))"#),
    Case("3. a\n4. b", #"ol:3(li(p("a")) li(p("b")))"#),
    Case("0) a", #"ol:0(li(p("a")))"#),
    Case("-\n- b", #"ul(li(p()) li(p("b")))"#),
    Case("- - a", #"ul(li(p() ul(li(p("a")))))"#, .itemBegin),
    Case("- ```\n  a\n  ```", #"ul(li(pre("a")))"#),
    Case(
      "- [ ] a\n- [x] b\n  - [X] *c*\n- [ ] d",
      #"tasks(task("a") task:done("b") tasks(task:done(em"c")) task("d"))"#),
    Case("- [ ] \n- [x] b", #"tasks(task() task:done("b"))"#),
    Case("- a\n\n  - - [ ] b", #"ul(li(p("a") ul(li(p() tasks(task("b"))))))"#, .itemBegin),
    Case("- \\[ ] a\n- [ ](b)", #"ul(li(p("[ ] a")) li(p(<b>" ")))"#, .relativeAddress),
  ]

  static let nestings = [
    Case("- # a `b`\n\n  c", #"ul(li(p(strong"a " code"b") p("c")))"#, .heading, .emphasizedCode),
    Case("> ## a", #"quote(p(strong"a"))"#, .heading),
    Case("- a\n\n  ***", #"ul(li(p("a") p("———")))"#, .thematicBreak),
    Case("> a\n>\n> > b\n> > > c\n>\n> d", #"quote(p("a") p("> b") p("> > c") p("d"))"#, .quote, .quote),
    Case("- a\n\n  > b\n  >\n  > - c\n\n  d", #"ul(li(p("a") p("> b") ul(li(p("c"))) p("d")))"#, .quote),
    Case("> - [ ] a\n> - [x] b", #"quote(ul(li(p("☐ a")) li(p("☑ b"))))"#, .taskList),
    Case("> - [x] `a`\n> - [ ] b", #"quote(ul(li(p("☑ " code"a")) li(p("☐ b"))))"#, .taskList),
    Case("1. [ ] a\n2. b", #"ol(li(p("☐ a")) li(p("b")))"#, .taskList),
    Case("- [x] a\n\n  ```\n  b\n  ```\n- c", #"ul(li(p("☑ a") pre("b")) li(p("c")))"#, .taskList),
    Case(
      "1. a\n\n   | b |\n   |---|\n   | c |\n\n   d\n2. e",
      #"ol(li(p("a"))) table(tr(th(p("b"))) tr(td(p("c")))) ol(li(p("d")) li(p("e")))"#, .table),
    Case(
      "4. - a\n\n     | b |\n     |---|\n5. c",
      #"ol:4(li(p() ul(li(p("a"))))) table(tr(th(p("b")))) ol:5(li(p("c")))"#, .itemBegin, .table),
    Case(
      "> a\n>\n> | b |\n> |---|\n>\n> c", #"quote(p("a")) table(tr(th(p("b")))) quote(p("c"))"#, .table),
  ]

  @Test(arguments: [prose, links, blocks, lists, nestings].flatMap { $0 })
  func `Markdown becomes the nearest ADF`(_ example: Case) throws {
    let rendering = try ADFRendering(Array(example.markdown.utf8))
    let json = try JSONText.decode(JSONValue.self, from: rendering.document.json)
    #expect(ADFOutline.of(json) == example.adf)
    #expect(rendering.changes.map(\.rule) == example.rules)
    #expect(ADFProfile.faults(in: json) == [])
  }

  @Test func `relative addresses begin where the options say`() throws {
    var options = RenderingOptions()
    options.baseURL = "https://x.y/tree/"
    let rendering = try ADFRendering(
      Array("[a](b/c.md) [d](/e) [f](#g) [h](http://i)".utf8), options: options)
    let json = try JSONText.decode(JSONValue.self, from: rendering.document.json)
    #expect(
      ADFOutline.of(json)
        == ##"p(<https://x.y/tree/b/c.md>"a" " " <https://x.y/tree/e>"d" " " <#g>"f" " " <http://i>"h")"##)
  }

  @Test func `a change names the place in the source`() throws {
    let rendering = try RenderTarget.adf.render(Array("a\n\n- b\n\n  # c\n".utf8))
    #expect(rendering.changes.map(\.rule) == ["heading"])
    #expect(rendering.changes.map(\.position.line) == [5])
    #expect(rendering.changes.map(\.position.column) == [3])
  }

  @Test func `the keys of JSON are sorted and nothing is written between them`() throws {
    let rendering = try ADFRendering(Array("- [ ] \"a\\\\\n\n[b](http://c \"d\")".utf8))
    #expect(
      String(decoding: rendering.document.json, as: UTF8.self) == """
        {"content":[{"attrs":{"localId":"tasks-1"},"content":[{"attrs":{"localId":"task-2","state":"TODO"},\
        "content":[{"text":"\\"a\\\\","type":"text"}],"type":"taskItem"}],"type":"taskList"},{"content":[{"marks":\
        [{"attrs":{"href":"http://c","title":"d"},"type":"link"}],"text":"b","type":"text"}],"type":"paragraph"}],\
        "type":"doc","version":1}
        """)
  }
}
