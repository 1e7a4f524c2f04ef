import Testing
import YAML

@Suite struct ParsingTests {
  static let cases: [Case<String, YAMLValue>] = [
    Case("an empty text is nothing", "", .null),
    Case("a comment alone is nothing", "# a\n", .null),
    Case("a marker alone is nothing", "---\n...\n", .null),
    Case("a byte order mark is no text", "\u{FEFF}a: 1", ["a": "1"]),
    Case("yes and no are texts", "a: no\nb: Yes\nc: on\n", ["a": "no", "b": "Yes", "c": "on"]),
    Case(
      "numbers are texts", "- 1.0\n- 0123\n- 0x1F\n- 1_000\n- .inf\n",
      ["1.0", "0123", "0x1F", "1_000", ".inf"]),
    Case("dates are texts", "2026-11-25: 12:30:45\n", ["2026-11-25": "12:30:45"]),
    Case(
      "nothing is null, ~ or missing", "a: null\nb: ~\nc:\nd: # x\n",
      .map("abcd".map { .init(String($0), .null) })),
    Case("quoted nothing is text", "a: 'null'\nb: \"~\"\nc: ''\n", ["a": "null", "b": "~", "c": ""]),
    Case("other spellings of null are text", "a: Null\nb: NULL\n", ["a": "Null", "b": "NULL"]),
    Case("the virtual machine of Norway", "{no: NO, 'y': \"n\"}", ["no": "NO", "y": "n"]),
    Case("a colon without a space", "a: http://b:80/c?d#e\n", ["a": "http://b:80/c?d#e"]),
    Case("a hash without a space", "a: b#c # d\n", ["a": "b#c"]),
    Case("a hash in quotes", "a: 'b # c' # d\n", ["a": "b # c"]),
    Case("a doubled quote", "a: 'it''s'\n", ["a": "it's"]),
    Case("escapes", #"a: "\t\n\\\"\x41\u00e9\U0001F642\0\e""#, ["a": "\t\n\\\"Aé🙂\0\u{1B}"]),
    Case("a quoted text over lines", "a: 'x\n\n  y\n  z'\n", ["a": "x\ny z"]),
    Case("a plain text over lines", "a: x\n  y\n\n  z\n", ["a": "x y\nz"]),
    Case("an escaped line break", "a: \"x\\\n  y\"\n", ["a": "xy"]),
    Case("a literal block", "a: |\n  x\n   y\n\n  z\n\nb: c\n", ["a": "x\n y\n\nz\n", "b": "c"]),
    Case("a literal block cut short", "a: |-\n  x\n\n\n", ["a": "x"]),
    Case("a literal block that keeps", "a: |+\n  x\n\n\nb: c\n", ["a": "x\n\n\n", "b": "c"]),
    Case("a literal block without a last line break", "a: |\n  x", ["a": "x\n"]),
    Case("an indented literal block", "a: |2\n    x\n  y\n", ["a": "  x\ny\n"]),
    Case("a comment in a literal block", "a: |\n  # x\n# y\nb: c\n", ["a": "# x\n", "b": "c"]),
    Case("an empty literal block", "a: |\nb: c\n", ["a": "", "b": "c"]),
    Case("a folded block", "a: >\n  x\n  y\n\n  z\n   w\n  v\n", ["a": "x y\nz\n w\nv\n"]),
    Case("a list at its key's indentation", "a:\n- b\n- c\nd: e\n", ["a": ["b", "c"], "d": "e"]),
    Case("lists in lists", "- - a\n  - b\n-\n  - c\n-\n", [["a", "b"], ["c"], .null]),
    Case("mappings in lists", "- a: b\n  c: d\n-\n  e: f\n", [["a": "b", "c": "d"], ["e": "f"]]),
    Case(
      "between brackets", "a: [b, {c: d, \"e\":f}, [], {}, 'g', ]\n",
      ["a": ["b", ["c": "d", "e": "f"], [], [:], "g"]]),
    Case("brackets over lines", "a: [ # x\n  b,\n  # y\n  c # z\n]\n", ["a": ["b", "c"]]),
    Case("a dash without a space", "-a", "-a"),
    Case("an address between brackets", "[http://a:80/b, c:d]", ["http://a:80/b", "c:d"]),
    Case(
      "keys with spaces and quotes", "a b: c\n'd e': f\n\"g\\t\": h\n", ["a b": "c", "d e": "f", "g\t": "h"]),
    Case("line breaks of Windows", "a: |\r\n  x\r\n  y\r\nb: c\r\n", ["a": "x\ny\n", "b": "c"]),
    Case("tabs that are no indentation", "a:\tb\t# c\n", ["a": "b"]),
    Case("a text after a marker", "--- a\n", "a"),
    Case("many scripts", "ключ: 値 # 注\n鍵: \"🇩🇪\"\n", ["ключ": "値", "鍵": "🇩🇪"]),
    Case("keys that look alike in part", "a: 1\nA: 2\n", ["a": "1", "A": "2"]),
  ]

  @Test(arguments: cases)
  func `says what it is taken for`(row: Case<String, YAMLValue>) throws {
    #expect(try YAMLDocument(text: row.input, name: "a.yaml").root.value == row.output)
  }

  static let places: [Case<String, YAMLPath>] = [
    Case("a value", "# x\né: 1️⃣b", ["é"]),
    Case("a value below its key", "a:\n  1️⃣b\n", ["a"]),
    Case("a missing value is behind the colon", "a :1️⃣ # x\n\nb: c\n", ["a"]),
    Case("a missing value between braces", "{a:1️⃣ , b: c}", ["a"]),
    Case("a missing element is behind the dash", "- a\n-1️⃣ # x\n- b\n", [1]),
    Case("a list", "a:\n  # x\n  1️⃣- b\n", ["a"]),
    Case("an element", "- a\n-   1️⃣b\n", [1]),
    Case("a mapping in a list", "- a\n- 1️⃣b: c\n", [1]),
    Case("behind many signs", "a: [ü, '日本', 1️⃣c]\n", ["a", 2]),
    Case("behind a byte order mark", "\u{FEFF}1️⃣a: b", []),
    Case("a quoted text", "a: 1️⃣'b'\n", ["a"]),
    Case("a literal block", "a: 1️⃣|-\n  x\n", ["a"]),
    Case("an empty text", "# x\n1️⃣", []),
  ]

  @Test(arguments: places)
  func `knows where it stands`(row: Case<String, YAMLPath>) throws {
    let marked = MarkedText(row.input)
    let node = try #require(YAMLDocument(text: marked.text, name: "a.yaml").root[row.output])
    #expect(node.position.offset == marked.offset)
    #expect(node.range.lowerBound == marked.offset)
  }

  @Test func `counts lines and columns from 1, and columns in characters`() throws {
    let root = try YAMLDocument(text: "a: b\n\n日本: [é, 👍🏽, x]\n", name: "a.yaml").root
    #expect(root.position == YAMLPosition(line: 1, column: 1, offset: 0))
    #expect(root[["日本", 2]]?.position == YAMLPosition(line: 3, column: 13, offset: 29))
  }

  @Test func `counts lines from where the text was cut out`() throws {
    let root = try YAMLDocument(text: "a: b\nc: d\n", name: "a.md", firstLine: 2).root
    #expect(root["c"]?.position == YAMLPosition(line: 3, column: 4, offset: 8))
  }

  static let ranges: [Case<String, String>] = [
    Case("a plain text", "b c", "a: b c # x\n"),
    Case("a quoted text", "'b'", "a: 'b' # x\n"),
    Case(
      "a literal block without blank lines below", "|- # x\n  b\n\n  c", "a: |- # x\n  b\n\n  c\n\n\nd: e\n"),
    Case("a literal block that ends in spaces", "|\n  b\n     ", "a: |\n  b\n     \n\nd: e\n"),
    Case("a literal block that keeps blank lines", "|+\n  b\n\n", "a: |+\n  b\n\n\nd: e\n"),
    Case("a list with its last element", "- b\n- c", "a:\n- b\n- c # x\n# y\nd: e\n"),
    Case("brackets", "[b,\n c]", "a: [b,\n c] # x\n"),
    Case("a mapping with a missing value", "b:\n  c:", "a:\n  b:\n  c:  # x\nd: e\n"),
  ]

  @Test(arguments: ranges)
  func `ends where it ends for a person`(row: Case<String, String>) throws {
    let document = try YAMLDocument(text: row.output, name: "a.yaml")
    let node = try #require(document.root["a"])
    #expect(String(decoding: document.bytes[node.range], as: UTF8.self) == row.input)
  }
}
