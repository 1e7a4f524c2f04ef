import Testing
import YAML

@Suite struct RefusalTests {
  static let cases: [Case<String, YAMLProblem>] = [
    Case("a tab as indentation", "a:\n1️⃣\tb: c\n", .tabAsIndentation),
    Case("a tab before a line that goes on", "a: b\n1️⃣\tc\n", .tabAsIndentation),
    Case("a tab in a literal block", "a: |\n1️⃣\tb\n", .tabAsIndentation),
    Case("a text with a colon", "title: Lost1️⃣: again\n", .secondColon),
    Case("a colon in a list", "- a: b1️⃣: c\n", .secondColon),
    Case("a key below a text", "a: b\n  c1️⃣: d\n", .keyBelowText),
    Case("a line without a space after the colon", "a:b\nc1️⃣: d\n", .keyBelowText),
    Case("a line without a colon", "a: b\n1️⃣c\n", .colonIsMissing),
    Case("a key between braces without a value", "a: {1️⃣b, c}\n", .colonIsMissing),
    Case("a key too long", String(repeating: "k", count: 1100) + "1️⃣: v\n", .keyIsTooLong(limit: 1024)),
    Case("text after quotes", "a: \"b\" 1️⃣c\n", .textAfterQuote),
    Case("a quote in quotes", "a: 'it'1️⃣s'\n", .textAfterQuote),
    Case("an open quote", "a: 1️⃣'b\nc: d\n", .quoteIsOpen),
    Case("quotes over a marker", "a: 'b\n1️⃣---\n'\n", .markerInQuotes),
    Case("an unknown escape", "a: \"1️⃣\\q\"\n", .unknownEscape),
    Case("half a character", "a: \"\\u1️⃣d800\"\n", .unknownEscape),
    Case("an open list", "a: [b, c\nd1️⃣: e\n", .listIsOpen(firstLine: 1)),
    Case("an open mapping", "a: {b: c\n1️⃣", .mappingIsOpen(firstLine: 1)),
    Case("an open bracket at the end", "a: [\n1️⃣", .bracketIsOpen),
    Case("a comma without an element", "a: [b,1️⃣,c]\n", .valueIsMissing),
    Case("a value below its key, not indented", "a:\n  b:\n  1️⃣|\n    c\n", .valueIsNotIndented),
    Case("a value below its dash, not indented", "-\n1️⃣>\n  a\n", .valueIsNotIndented),
    Case("an at sign", "a: 1️⃣@b\n", .textBeginsWith("@")),
    Case("a backtick", "a: 1️⃣`b`\n", .textBeginsWith("`")),
    Case("a percent sign", "a: 1️⃣%b\n", .textBeginsWith("%")),
    Case("a directive below comments", "\u{FEFF}# x\n \n1️⃣%TAG ! b\n", .directive),
    Case("a directive", "1️⃣%YAML 1.2\n---\na: b\n", .directive),
    Case("an anchor", "a: 1️⃣&b c\n", .anchor),
    Case("an anchor on a list", "a: 1️⃣&b\n  - c\n", .anchor),
    Case("an alias", "a: 1️⃣*b\n", .alias),
    Case("an alias as a key", "1️⃣*b : c\n", .alias),
    Case("bold text", "a: 1️⃣**b**\n", .alias),
    Case("a tag", "a: 1️⃣!!int 3\n", .tag),
    Case("a merge key", "1️⃣<<: {a: b}\n", .mergeKey),
    Case("a marked key", "? 1️⃣a\n: b\n", .explicitKey),
    Case("a list as a key", "1️⃣[a]: b\n", .keyIsNoText),
    Case("no key", "1️⃣: b\n", .keyIsMissing),
    Case("a key in a list", "a: [1️⃣b: c]\n", .mappingInList),
    Case("a key twice", "a: b\n\n1️⃣a: c\n", .duplicateKey("a", firstLine: 1)),
    Case("a key twice in quotes", "a: {b: c, 1️⃣'b': d}\n", .duplicateKey("b", firstLine: 1)),
    Case("a second document", "a: b\n1️⃣---\nc: d\n", .severalDocuments),
    Case("a list in its key's line", "a: 1️⃣- b\n", .listOnKeyLine),
    Case("an element outdented", "a:\n  - b\n 1️⃣- c\n", .misplacedInMapping(firstLine: 1)),
    Case("a key outdented", "a:\n    b: c\n  1️⃣d: e\n", .misplacedInMapping(firstLine: 1)),
    Case("a key after a list", "- a\n1️⃣b: c\n", .misplacedInList(firstLine: 1)),
    Case("a line outdented below the first", "  a: b\n1️⃣c: d\n", .contentAfterDocument),
    Case("text after a header", "a: |1️⃣b\n  c\n", .textAfterHeader),
    Case("no indentation", "a: |1️⃣0\n  b\n", .indentationOfZero),
    Case("a NUL", "a: b1️⃣\0", .controlCharacter(0)),
    Case("an escape", "a: 1️⃣\u{1B}[31m", .controlCharacter(0x1B)),
    Case("a delete", "a: 1️⃣\u{7F}", .controlCharacter(0x7F)),
    Case("a byte order mark inside", "a: 1️⃣\u{FEFF}b", .controlCharacter(0xFEFF)),
    Case("a line separator", "a: b1️⃣\u{2028}c", .unusualLineBreak(0x2028)),
    Case("a next line", "a: b1️⃣\u{85}c", .unusualLineBreak(0x85)),
    Case("an old line break of the Mac", "a: b1️⃣\rc: d", .loneCarriageReturn),
    Case("too many brackets", String(repeating: "[", count: 64) + "1️⃣[", .tooDeep(limit: 64)),
    Case("too many dashes", String(repeating: "- ", count: 64) + "1️⃣- a", .tooDeep(limit: 64)),
  ]

  @Test(arguments: cases)
  func `refuses what it does not take, and says where`(row: Case<String, YAMLProblem>) {
    let marked = MarkedText(row.input)
    let error = #expect(throws: YAMLError.self) { try YAMLDocument(text: marked.text, name: "a.yaml") }
    #expect(error?.problem == row.output)
    #expect(error?.position.offset == marked.offset)
    #expect(error?.problem.description.isEmpty == false)
  }

  static let invalid: [Case<[UInt8], Int>] = [
    Case("a byte that begins nothing", [0x61, 0xFF], 1),
    Case("a character cut short", [0x61, 0xE2, 0x82], 1),
    Case("a character that ends too early", [0xE2, 0x82, 0x61], 0),
    Case("a byte that goes on with nothing", [0x80], 0),
    Case("a slash in two bytes", [0xC0, 0xAF], 0),
    Case("a slash in three bytes", [0xE0, 0x80, 0xAF], 0),
    Case("half of a pair", [0x61, 0x62, 0xED, 0xA0, 0x80], 2),
    Case("beyond Unicode", [0xF4, 0x90, 0x80, 0x80], 0),
    Case("UTF-16", [0xFF, 0xFE, 0x61, 0x00], 0),
  ]

  @Test(arguments: invalid)
  func `refuses bytes that are not UTF-8, and says where`(row: Case<[UInt8], Int>) {
    let error = #expect(throws: YAMLError.self) { try YAMLDocument(text: row.input, name: "a.yaml") }
    #expect(error?.problem == .invalidUTF8)
    #expect(error?.position.offset == row.output)
  }

  @Test func `takes 64 levels and 4 MB`() throws {
    let nested = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try YAMLDocument(text: nested, name: "a.yaml").root.elements?.count == 1)
    let large = "a: b\n#" + String(repeating: "x", count: 4 * 1024 * 1024 - 6)
    #expect(try YAMLDocument(text: large, name: "a.yaml").root.value == ["a": "b"])
    let error = #expect(throws: YAMLError.self) { try YAMLDocument(text: large + "x", name: "a.yaml") }
    #expect(error?.problem == .tooLarge(limit: 4 * 1024 * 1024))
  }

  @Test func `prints like a compiler`() {
    let text = "fix:\n  title: Lost: again\n"
    let error = #expect(throws: YAMLError.self) { try YAMLDocument(text: text, name: "a.md", firstLine: 9) }
    #expect(
      error?.description == """
        a.md:10:14: a mapping cannot begin here; if this is a text with `: ` in it, put it in quotes, else begin a line for it
         10 |   title: Lost: again
            |              ^
        """)
  }

  @Test func `cuts a long line and never moves the cursor`() {
    let text = "a: " + String(repeating: "é", count: 500) + "\u{1B}" + String(repeating: "x", count: 500)
    let error = #expect(throws: YAMLError.self) { try YAMLDocument(text: text, name: "a.yaml") }
    #expect(
      error?.excerpt == "…" + String(repeating: "é", count: 50) + "\u{FFFD}"
        + String(repeating: "x", count: 99) + "…")
    #expect(error?.excerptColumn == 51)
    #expect(error?.position.column == 504)
  }
}
