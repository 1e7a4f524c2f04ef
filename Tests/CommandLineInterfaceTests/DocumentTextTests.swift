import FoundationEssentials
import Markdown
import Rendering
import Terminal
import Testing
import Workspace

@testable import CommandLineInterface

/// Markdown as pages of the terminal.
struct DocumentTextTests {
  /// A record with every construct in it.
  private static let record: [UInt8] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    return (try? Data(contentsOf: folder.appending(path: "page.md"))).map { Array($0) } ?? []
  }()

  @Test(arguments: [40, 80, 100], [false, true])
  func `A record reads as recorded`(width: Int, usesColor: Bool) {
    let terminal = TerminalCapabilities(usesColor: usesColor, width: width, allowsProgress: false)
    let record = ShownRecord(key: "RILL-142", path: "RILL-142.md", bytes: Self.record)
    let text = RecordText(record, terminal).page.text
    // Escape sequences are to be seen in a review of the golden file.
    expectGolden(
      text.replacing("\u{1B}", with: "␛"), "page-\(width)\(usesColor ? "-color" : "").txt")
  }

  @Test func `A page is no wider than the eye likes`() {
    let record = ShownRecord(
      key: "A-1", path: "A-1.md", bytes: Array(String(repeating: "word ", count: 99).utf8))
    let terminal = TerminalCapabilities(usesColor: false, width: 300, allowsProgress: false)
    #expect(RecordText(record, terminal).page.lines.map(\.columns).max() == 99)
  }

  static let pieces: [(markdown: String, page: [String])] = [
    ("", []),
    ("#", [""]),
    ("-", ["•"]),
    ("- \n- x", ["•", "• x"]),
    ("- - - x", ["• ◦ ▪ x"]),
    ("- x\n\n  y", ["• x", "", "  y"]),
    ("1) a\n2) b", ["1) a", "2) b"]),
    ("1. [x] a", ["1. [x] a"]),
    ("-     code", ["•     code"]),
    ("- # a", ["• a", "  ="]),
    (">", []),
    ("> a\n\n> b", ["│ a", "", "│ b"]),
    ("> a\n>\n> b", ["│ a", "│", "│ b"]),
    ("- a\n\n<!-- -->\n\n- b", ["• a", "", "<!-- -->", "", "• b"]),
    ("```\n\na\tb \n\n```", ["", "    a       b ", ""]),
    ("> ```\n> a\n>\n> b\n> ```", ["│     a", "│", "│     b"]),
    ("```\r\na\r\nb\r\n```", ["    a", "    b"]),
    ("a `` b`c `` `` ` ``", ["a ``b`c`` `` ` ``"]),
    ("~~a~~ **b** *c*", ["~~a~~ b c"]),
    ("<a@b.c> www.a.b [x](x) [y](z) [](w)", ["a@b.c www.a.b x y (z)  (w)"]),
    ("![](a) ![b](c)", ["[image] (a) [image: b] (c)"]),
    ("a&#10;b&#9;c", ["a b c"]),
    ("|a|\n|-|", ["a", "─"]),
    ("|a|b|\n|-|-:|\n|x|1|\n|y|", ["a │ b", "──┼──", "x │ 1", "y │"]),
    ("a\n\n```\n```\n\n>\n\nb\n\n>", ["a", "", "b"]),
    ("---", [String(repeating: "─", count: 40)]),
    ("a[^1]\n\n[^1]: b\n\n    c", ["a[1]", "", "[1] b", "", "    c"]),
  ]

  @Test(arguments: pieces)
  func `Each construct has its form`(markdown: String, expected: [String]) {
    let document = MarkdownDocument(text: Array(markdown.utf8))
    #expect(DocumentText(document, width: 40, usesColor: false).lines.map(\.plain) == expected)
  }

  @Test func `A table too wide for its columns is a list of its rows, with long headers written once`() {
    let head = "| Name | \(String(repeating: "so long ", count: 4))|\n|---|---|\n"
    let table = head + "| a | \(String(repeating: "x", count: 30)) |\n| b | |\n"
    let document = MarkdownDocument(text: Array(table.utf8))
    #expect(
      DocumentText(document, width: 30, usesColor: false).lines.map(\.plain) == [
        "Name", "so long so long so long so", "  long", "", "Name: a", "so long so long so long…:",
        "  " + String(repeating: "x", count: 30), "", "Name: b",
      ])
  }

  @Test func `What cannot be read as front matter is shown as it is`() {
    let lines = FrontMatterText(Array("a: [\n\u{1B}\tb\n".utf8)[...], width: 40).lines
    #expect(lines.map(\.plain) == ["a: [", "\\x1B    b"])
  }

  @Test func `Values of front matter of any form stand in one line`() {
    let yaml = "fix_of: [a, b]\nnone:\nmany: {x_y: 1, z: [2, 3]}\ntext: \"a\\nb\\e\"\n"
    let lines = FrontMatterText(Array(yaml.utf8)[...], width: 60).lines
    #expect(
      lines.map(\.plain) == ["fix of  a, b", "none", "many    x y 1; z 2, 3", "text    a", "        b\\x1B"])
  }
}
