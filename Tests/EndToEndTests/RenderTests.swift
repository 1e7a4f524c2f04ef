import Scratch
import Storage
import Subprocess
import Testing

@Suite struct RenderTests {
  let program: PostmortemProgram
  let directory: TemporaryDirectory

  init() throws {
    program = try PostmortemProgram()
    directory = try TemporaryDirectory()
  }

  private func render(_ arguments: String..., input: String? = nil) throws -> PostmortemProgram.Result {
    try program.run(["render"] + arguments, in: directory.path, input: input)
  }

  private func write(_ text: String, to path: String) throws {
    try FileTree.makeDirectory(Path.parent("\(directory.path)/\(path)"))
    try FileTree.write(Array(text.utf8), to: "\(directory.path)/\(path)")
  }

  private let paragraph =
    #"{"content":[{"content":[{"text":"a","type":"text"}],"type":"paragraph"}],"type":"doc","version":1}"#

  @Test func `a file and standard input are rendered outside of any repository`() throws {
    try write("a\n", to: "a.md")
    #expect(try render("a.md", "--to", "adf").output == "\(paragraph)\n")
    let result = try render("-", "--to", "adf", input: "a")
    #expect(result.output == "\(paragraph)\n")
    #expect(result.error == "")
  }

  @Test func `a page, its content alone and plain text are other targets`() throws {
    try write("# A\n\n*b* [c](d.md)\n", to: "a.md")
    let page = try render("a.md", "--to", "html", "--lang", "de", "--base-url", "https://x.y")
    #expect(page.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"de\">"))
    #expect(page.output.contains("<a href=\"https://x.y/d.md\" rel=\"noopener\">c</a>"))
    #expect(
      try render("-", "--to", "html", "--fragment", input: "*b*").output == "<p><em>b</em></p>\n")
    #expect(try render("a.md", "--to", "text").output == "A\n====\n\nb c (d.md)\n")
    #expect(try render("--to", "html", "--batch", ".", "out").ending == .exit(0))
    #expect(try FileTree.list("\(directory.path)/out") == ["a.html"])
  }

  @Test func `a page of Confluence is a target, told of and in batches as all are`() throws {
    try write("# A\n\n[b](#a) [c](d.md)\n\n```swift\ne]]>\n```\n", to: "a.md")
    let page = """
      <h1><ac:structured-macro ac:name="anchor" ac:schema-version="1"><ac:parameter ac:name="">a</ac:parameter>\
      </ac:structured-macro>A</h1>
      <p><ac:link ac:anchor="a"><ac:link-body>b</ac:link-body></ac:link> <a href="d.md">c</a></p>
      <ac:structured-macro ac:name="code" ac:schema-version="1"><ac:plain-text-body><![CDATA[e]]]]><![CDATA[>]]>\
      </ac:plain-text-body></ac:structured-macro>

      """
    let result = try render("a.md", "--to", "confluence", "--explain")
    #expect(result.output == page)
    #expect(
      result.error == """
        a.md:3:9: relative-address: A relative address leads nowhere from elsewhere; --base-url says where it begins.
        a.md:5:1: code-language: Confluence knows no such language: the code is shown without one.

        """)
    let based = try render("a.md", "--to", "confluence", "--base-url", "https://x.y")
    #expect(based.output == page.replacing("\"d.md", with: "\"https://x.y/d.md"))
    #expect(try render("--to", "confluence", "--batch", ".", "out").ending == .exit(0))
    #expect(try FileTree.read("\(directory.path)/out/a.xml") == Array(page.utf8))
  }

  @Test func `changes are told on standard error, with place and rule`() throws {
    try write("a\n\n- # b\n", to: "a.md")
    let result = try render("a.md", "--to", "adf", "--explain")
    #expect(
      result.error == "a.md:3:3: heading: A heading within a list or a quotation is a paragraph in bold.\n")
    let change = try render("a.md", "--to", "adf", "--json").json()["changes"][0]
    #expect(change["rule"].text == "heading")
    #expect(change["line"].integer == 3)
    #expect(change["column"].integer == 3)
  }

  @Test func `wiki markup says what became of what, and is shortened until all of it fits`() throws {
    try write("# A\n\n{b} `c` *d*\n\n7. e\n", to: "a.md")
    let result = try render("a.md", "--to", "jira", "--explain")
    #expect(result.output == "h1. A\n\n\\{b\\} {{c}} _d_\n\n* 7. e\n")
    #expect(
      result.error
        == "a.md:5:1: list-number: Numbers that Jira would count otherwise are written out, behind bullets.\n"
    )
    try write("```\n" + String(repeating: "0123456789\n", count: 5_000) + "```\n", to: "log.md")
    #expect(
      try render("log.md", "--to", "jira").error
        == "warning: It has 55021 characters; a comment of Jira takes 32767. --fit shortens logs.\n")
    let fitted = try render("log.md", "--to", "jira", "--fit")
    #expect(fitted.output.contains("lines left out here; all of it: log.md]"))
    #expect(fitted.output.utf16.count <= 32_768)
    #expect(fitted.error == "")
    try write(String(repeating: "\\*", count: 20_000), to: "prose.md")
    let tooLong = try render("prose.md", "--to", "jira", "--fit")
    #expect(tooLong.ending == .exit(1))
    #expect(tooLong.output == "")
    #expect(try render("--to", "jira", "--batch", ".", "out").ending == .exit(0))
    #expect(try FileTree.list("\(directory.path)/out") == ["a.jira", "log.jira", "prose.jira"])
  }

  @Test func `a directory is rendered into another, under the same names`() throws {
    try write("a\n", to: "in/a.md")
    try write("a\n", to: "in/sub/b.c.md")
    try write("a\n", to: "in/c.txt")
    let result = try render("--to", "adf", "--batch", "in", "out")
    #expect(result.ending == .exit(0), "\(result.error)")
    #expect(result.output == "")
    #expect(try FileTree.list("\(directory.path)/out") == ["a.json", "sub"])
    #expect(try FileTree.list("\(directory.path)/out/sub") == ["b.c.json"])
    #expect(try FileTree.read("\(directory.path)/out/sub/b.c.json") == Array("\(paragraph)\n".utf8))
  }

  @Test func `texts parted by NULs are rendered so`() throws {
    #expect(try render("--to", "adf", "--null", input: "a\0a\0").output == "\(paragraph)\0\(paragraph)\0")
    #expect(try render("--to", "adf", "--null", input: "a\0a").output == "\(paragraph)\0\(paragraph)\0")
  }

  @Test func `a record is rendered by its key, with the links of the settings`() throws {
    let repository = try ScratchRepository()
    let key = "docs/postmortems/RILL-1.md"
    try repository.write("jira:\n  url: https://x.y\n", to: ".postmortem/config.yaml")
    let sections = ["Summary", "Root cause", "Fix", "Validation"].map { "## \($0)\n\nRILL-2\n" }
    try repository.write("---\nkey: RILL-1\n---\n\n\(sections.joined(separator: "\n"))", to: key)
    #expect(try program.run(["new", "RILL-1"], in: repository.path).ending == .exit(0))
    let result = try program.run(["render", "RILL-1", "--to", "adf"], in: repository.path)
    #expect(result.output.contains("https://x.y/browse/RILL-2"), "\(result.error)")
  }

  @Test func `a comment as an API answers with it is read as Markdown, or rendered on`() throws {
    let comment = #"""
      {"id":"7","body":{"type":"doc","version":1,"content":[{"type":"heading","attrs":{"level":2},"content":[
      {"type":"text","text":"Cause"}]},{"type":"paragraph","content":[{"type":"mention","attrs":{"text":"@Mei"}},
      {"type":"text","text":" saw "},{"type":"text","text":"a*b","marks":[{"type":"code"}]}]},{"type":"novelty"}]}}
      """#
    try write(comment, to: "in/a.json")
    let markdown = "## Cause\n\n@Mei saw `a*b`\n\n[novelty]\n"
    let result = try render("in/a.json", "--from", "adf", "--to", "markdown")
    expectEqualText(result.output, markdown)
    #expect(result.error == "")
    #expect(
      try render("-", "--from", "adf", "--to", "html", "--fragment", input: comment).output.contains(
        "<code>a*b</code>"))
    #expect(
      try render("--from", "adf", "--to", "markdown", "--null", input: comment + "\0").output
        == markdown.dropLast() + "\0")
    #expect(try render("--from", "adf", "--to", "markdown", "--batch", "in", "out").ending == .exit(0))
    #expect(try FileTree.read("\(directory.path)/out/a.md") == Array(markdown.utf8))
  }

  @Test func `Markdown rendered to ADF is read back as the same Markdown`() throws {
    let markdown = "# A\n\n- b\n- *c* [d](https://x.y)\n\n```swift\ne\n```\n\n| f |\n| --- |\n| g |\n"
    let adf = try render("-", "--to", "adf", input: markdown).output
    expectEqualText(try render("-", "--from", "adf", "--to", "markdown", input: adf).output, markdown)
  }

  @Test(
    arguments: [
      ("{\n  \"type\": doc\n}", "a.json:2:11: That is no JSON: here should stand a value."),
      (#"{"body":"h1. A"}"#, "a.json: There is no document of ADF in that JSON."),
      (
        #"[{"type":"doc"},{"body":{"type":"doc"}}]"#,
        "a.json: 2 documents of ADF stand in that JSON: .[0], .[1].body."
      ),
    ])
  func `what is no ADF is an error with its place`(_ json: String, _ message: String) throws {
    try write(json, to: "a.json")
    let result = try render("a.json", "--from", "adf", "--to", "markdown")
    #expect(result.ending == .exit(1))
    #expect(result.error.contains(message), "\(result.error)")
    #expect(result.output == "")
  }

  @Test(
    arguments: [
      (["b.md"], 1, "neither a file nor a case"), ([], 2, "what is rendered"),
      (["a", "b"], 2, "what is rendered"),
      (["a", "--base-url", "x.y"], 1, "neither a file nor a case"),
      (["--null", "--base-url", "x.y"], 2, "no address"), (["--batch", "in"], 2, "what is rendered"),
      (["--batch", "in", "out"], 1, "in"),
    ])
  func `what cannot be rendered is an error`(_ words: [String], _ status: Int32, _ message: String) throws {
    let result = try program.run(["render", "--to", "adf"] + words, in: directory.path)
    #expect(result.ending == .exit(status))
    #expect(result.error.contains(message))
    #expect(result.output == "")
  }

  @Test(
    arguments: [
      (["adf", "--lang", "de"], "--lang says nothing to the target adf.\n  It is for html."),
      (["jira", "--fragment"], "--fragment says nothing to the target jira."),
      (["html", "--fit"], "--fit says nothing to the target html.\n  It is for adf, github, jira."),
      (["text", "--base-url", "https://x.y"], "--base-url says nothing to the target text."),
      (["markdown"], "Markdown is Markdown already."),
    ])
  func `a flag that would do nothing is refused`(_ words: [String], _ message: String) throws {
    try write("a", to: "a.md")
    let result = try program.run(["render", "a.md", "--to"] + words, in: directory.path)
    #expect(result.ending == .exit(2))
    #expect(result.error.contains(message))
  }

  @Test func `logs are shortened where it is to fit, and what is too long is told`() throws {
    try write("```\n" + String(repeating: "0123456789\n", count: 5_000) + "```\n", to: "a.md")
    #expect(try render("a.md", "--to", "adf").error.hasPrefix("warning: Its text has 55000 characters"))
    let result = try render("a.md", "--to", "adf", "--fit")
    #expect(result.output.contains("lines left out here; all of it: a.md]"))
    #expect(!result.error.contains("--fit"))
    try write(String(repeating: "word ", count: 7_000), to: "b.md")
    #expect(try render("b.md", "--to", "adf", "--fit").ending == .exit(1))
  }

  @Test func `a record is posted on GitHub as a text that does nothing`() throws {
    let golden = "\(Path.parent(#filePath))/Golden"
    let result = try render("\(golden)/RILL-142.md", "--to", "github")
    #expect(result.error == "")
    let path = "\(golden)/RILL-142.github.md"
    guard !ProcessVariables.isRecording else {
      try FileTree.write(Array(result.output.utf8), to: path, mode: 0o644)
      Issue.record("Recorded \(path).")
      return
    }
    expectEqualText(result.output, String(decoding: try FileTree.read(path), as: UTF8.self))
  }

  @Test func `what would have an effect on GitHub is told, and logs are shortened to fit`() throws {
    try write(
      "@mei fixes #1\n\n```\n" + String(repeating: "0123456789\n", count: 9_000) + "```\n", to: "a.md")
    let result = try render("a.md", "--to", "github", "--explain")
    #expect(result.output.hasPrefix("@<!-- -->mei fi<!-- -->xes #1\n\n```\n"))
    #expect(
      result.error == """
        warning: Its text has 108041 characters; GitHub takes 65536. --fit shortens logs.
        a.md:1:2: mention: A comment of HTML behind the @ keeps anybody from being notified.
        a.md:1:8: closing-keyword: A comment of HTML within the word keeps it from closing what is named behind it.

        """)
    let fitted = try render("a.md", "--to", "github", "--fit")
    #expect(fitted.output.contains("lines left out here; all of it: a.md]\n"))
    #expect(fitted.output.count < 65_536)
    #expect(fitted.error == "")
    try write(String(repeating: "word ", count: 14_000), to: "b.md")
    let refused = try render("b.md", "--to", "github", "--fit")
    #expect(refused.ending == .exit(1))
    #expect(refused.error.contains("GitHub takes 65536"))
    #expect(try render("--to", "github", "--batch", ".", "out").ending == .exit(0))
    #expect(try FileTree.list("\(directory.path)/out") == ["a.md", "b.md"])
  }
}
