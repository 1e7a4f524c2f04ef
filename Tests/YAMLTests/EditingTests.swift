import Testing
import YAML

/// An edit and the text that comes of it.
struct Edit: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let old: String
  let new: String
  let edit: @Sendable (YAMLDocument) throws -> YAMLDocument

  init(
    _ name: String, _ old: String, _ new: String,
    _ edit: @escaping @Sendable (YAMLDocument) throws -> YAMLDocument
  ) {
    testDescription = name
    self.old = old
    self.new = new
    self.edit = edit
  }
}

@Suite struct EditingTests {
  static let caseFile = """
    # Case PAY-481. Edit freely; comments stay.

    title: "Lost updates"   # shown in the record
    severity: high

    fix:
      # full SHAs, please
      commits:
        - 4f1c2ab   # the fix
        - 9e0d71c

      pull request: 'https://git.example/pay/481'
      # tests: none yet

    repro: |
      make repro
      # not a comment

    # people
    owners: [ana, bo] # on call

    """

  static let scalars: [Edit] = [
    Edit("a text keeps its comment", "a: b   # x\nc: d\n", "a: new   # x\nc: d\n") {
      try $0.setting(["a"], to: "new")
    },
    Edit("a text keeps its double quotes", "a: \"b\" # x\n", "a: \"c\" # x\n") {
      try $0.setting(["a"], to: "c")
    },
    Edit("a text keeps its single quotes", "a: 'b'\n", "a: 'it''s'\n") { try $0.setting(["a"], to: "it's") },
    Edit("quotes come where they must", "a: b # x\n", "a: \"c: d\" # x\n") {
      try $0.setting(["a"], to: "c: d")
    },
    Edit("escapes come where they must", "a: 'b'\n", "a: \"c\\td\"\n") { try $0.setting(["a"], to: "c\td") },
    Edit("the same text changes nothing", "a: \"b\" # x", "a: \"b\" # x") { try $0.setting(["a"], to: "b") },
    Edit("nothing for nothing changes nothing", "a: ~ # x\n", "a: ~ # x\n") {
      try $0.setting(["a"], to: .null)
    },
    Edit("a missing value", "a:\nb: c\n", "a: d\nb: c\n") { try $0.setting(["a"], to: "d") },
    Edit("a missing value with spaces", "a:  \nb: c\n", "a: d\nb: c\n") { try $0.setting(["a"], to: "d") },
    Edit("a missing value with a comment", "a: # x\nb: c\n", "a: d # x\nb: c\n") {
      try $0.setting(["a"], to: "d")
    },
    Edit("a value below its key", "a:\n  # x\n  b # y\n", "a:\n  # x\n  c # y\n") {
      try $0.setting(["a"], to: "c")
    },
    Edit("a value cleared", "a: b # x\nc: d\n", "a: # x\nc: d\n") { try $0.setting(["a"], to: .null) },
    Edit("a value in the last line", "a: b", "a: c") { try $0.setting(["a"], to: "c") },
    Edit("a text over lines", "a: b\n  c # x\nd: e\n", "a: f # x\nd: e\n") { try $0.setting(["a"], to: "f") },
    Edit("a block for a text", "a: b # x\nc: d\n", "a: | # x\n  e\n  f\nc: d\n") {
      try $0.setting(["a"], to: "e\nf\n")
    },
    Edit("a text for a block", "a: |- # x\n  b\n\n  c\n\nd: e\n", "a: f # x\n\nd: e\n") {
      try $0.setting(["a"], to: "f")
    },
    Edit("a block for a block", "a: |- # x\n  b\n\nd: e\n", "a: |2 # x\n     f\n    g\n\nd: e\n") {
      try $0.setting(["a"], to: "   f\n  g\n")
    },
    Edit("a block at the end", "a: b", "a: |\n  c\n  d\n") { try $0.setting(["a"], to: "c\nd\n") },
    Edit("a block that a blank line would lengthen", "a: b\n\nc: d\n", "a: \"e\\n\\n\"\n\nc: d\n") {
      try $0.setting(["a"], to: "e\n\n")
    },
    Edit("a block that a comment would lengthen", "a:\n  b\n  # x\n", "a:\n  \"e\\nf\"\n  # x\n") {
      try $0.setting(["a"], to: "e\nf")
    },
    Edit("an element", "- a # x\n- b # y\n", "- a # x\n- c # y\n") { try $0.setting([1], to: "c") },
    Edit("between brackets", "a: [b, 'c', d] # x\n", "a: [b, 'e', d] # x\n") {
      try $0.setting(["a", 1], to: "e")
    },
    Edit("a text over lines between brackets", "a: [b]\n", "a: [\"e\\nf\"]\n") {
      try $0.setting(["a", 0], to: "e\nf")
    },
    Edit("a value as JSON has it", "{\"a\":1,\"b\":2}", "{\"a\":3,\"b\":2}") {
      try $0.setting(["a"], to: "3")
    },
    Edit("a missing value between braces", "{a: , b: c}", "{a: d , b: c}") { try $0.setting(["a"], to: "d") },
    Edit("line breaks of Windows", "a: b # x\r\nc: d\r\n", "a: | # x\r\n  e\r\n  f\r\nc: d\r\n") {
      try $0.setting(["a"], to: "e\nf\n")
    },
    Edit("the root", "# x\na # y\n", "# x\nb # y\n") { try $0.setting([], to: "b") },
    Edit("the root of an empty text", "", "a: b\n") { try $0.setting(["a"], to: "b") },
    Edit("the root of a comment", "# x", "# x\na:\n  b: c\n") { try $0.setting(["a", "b"], to: "c") },
    Edit("the root under a marker", "---\n# x\n", "---\n# x\n- b\n") { try $0.setting([], to: ["b"]) },
    Edit("the root in a marker's line", "--- a # x\n", "--- # x\nb: c\n") {
      try $0.setting([], to: ["b": "c"])
    },
  ]

  static let collections: [Edit] = [
    Edit("a list for a text", "a: b # x\nc: d\n", "a: # x\n  - e\n  - f\nc: d\n") {
      try $0.setting(["a"], to: ["e", "f"])
    },
    Edit("a list for nothing", "a:\nc: d\n", "a:\n  - e\nc: d\n") { try $0.setting(["a"], to: ["e"]) },
    Edit("a mapping for a text in a list", "- a\n- b\n", "- c: d\n  e: f\n- b\n") {
      try $0.setting([0], to: ["c": "d", "e": "f"])
    },
    Edit("a mapping for a commented element", "- a # x\n- b\n", "- # x\n  c: d\n- b\n") {
      try $0.setting([0], to: ["c": "d"])
    },
    Edit("a text for a list", "a: # x\n  # y\n  - b # z\n\nc: d\n", "a: e # x\n\nc: d\n") {
      try $0.setting(["a"], to: "e")
    },
    Edit("a text for a mapping in a list", "- a: b\n  c: d # x\n- e\n", "- f\n- e\n") {
      try $0.setting([0], to: "f")
    },
    Edit("an empty list for a list", "a:\n- b\nc: d\n", "a: []\nc: d\n") { try $0.setting(["a"], to: []) },
    Edit("a mapping for an unindented list", "a: # x\n- b\n- c\nd: e\n", "a: # x\n  f: g\nd: e\n") {
      try $0.setting(["a"], to: ["f": "g"])
    },
    Edit(
      "a list over a list changes the difference", "a:\n  - b # x\n  - c # y\n  - d # z\n",
      "a:\n  - b # x\n  - e # y\n  - d # z\n  - f\n"
    ) {
      try $0.setting(["a"], to: ["b", "e", "d", "f"])
    },
    Edit("a list over a list removes in the middle", "- a # x\n- b # y\n- c # z\n", "- a # x\n- c # z\n") {
      try $0.setting([], to: ["a", "c"])
    },
    Edit("a list over a list inserts in the middle", "- a # x\n- c # z\n", "- a # x\n- b\n- c # z\n") {
      try $0.setting([], to: ["a", "b", "c"])
    },
    Edit("a list over a list inserts in front", "a:\n  # x\n  - b # y\n", "a:\n  # x\n  - c\n  - b # y\n") {
      try $0.setting(["a"], to: ["c", "b"])
    },
    Edit(
      "a mapping over a mapping keeps order and comments", "a: 1 # x\n# y\nb: '2'\nc: 3\n",
      "a: 1 # x\n# y\nb: '4'\nd: 5\n"
    ) {
      try $0.setting([], to: ["b": "4", "d": "5", "a": "1"])
    },
    Edit("a list in a list", "- a\n", "- - b\n  - - c\n    - d: e\n      f:\n        - g\n") {
      try $0.setting([0], to: ["b", ["c", ["d": "e", "f": ["g"]]]])
    },
  ]

  static let additions: [Edit] = [
    Edit("a key at the end", "a: b # x\n\n# y\n", "a: b # x\nc: d\n\n# y\n") {
      try $0.setting(["c"], to: "d")
    },
    Edit("a key at the end without a line break", "a: b", "a: b\nc: d") { try $0.setting(["c"], to: "d") },
    Edit(
      "a key behind comments that end the mapping", "a:\n  b: c\n  # x\n\nd: e\n",
      "a:\n  b: c\n  # x\n  f: g\n\nd: e\n"
    ) {
      try $0.setting(["a", "f"], to: "g")
    },
    Edit(
      "a key behind deeper comments", "a:\n  - b\n  # x\n# y\nd: e\n", "a:\n  - b\n  # x\nf: g\n# y\nd: e\n"
    ) {
      try $0.setting(["f"], to: "g", after: "a")
    },
    Edit("a key after another", "a: b # x\n# y\nc: d\n", "a: b # x\nf: g\n# y\nc: d\n") {
      try $0.setting(["f"], to: "g", after: "a")
    },
    Edit("a key after one that is not there", "a: b\n", "a: b\nf: g\n") {
      try $0.setting(["f"], to: "g", after: "z")
    },
    Edit("a key behind a block", "a: |\n  b\n\n\nc: d\n", "a: |\n  b\ne: f\n\n\nc: d\n") {
      try $0.setting(["e"], to: "f", after: "a")
    },
    Edit("a key behind a block that keeps", "a: |+\n  b\n\n\nc: d\n", "a: |+\n  b\n\n\ne: f\nc: d\n") {
      try $0.setting(["e"], to: "f", after: "a")
    },
    Edit("a key before the end marker", "a: b\n...\n", "a: b\nc: d\n...\n") {
      try $0.setting(["c"], to: "d")
    },
    Edit("keys on the way", "a: b\n", "a: b\nc:\n  d:\n    e: f\n") {
      try $0.setting(["c", "d", "e"], to: "f")
    },
    Edit("keys on the way into nothing", "a: # x\nb: c\n", "a: # x\n  d:\n    e: f\nb: c\n") {
      try $0.setting(["a", "d", "e"], to: "f")
    },
    Edit("a key in a mapping of a list", "-   a: b # x\n-   c\n", "-   a: b # x\n    d: e\n-   c\n") {
      try $0.setting([0, "d"], to: "e")
    },
    Edit("a key between braces", "a: {b: c} # x\n", "a: {b: c, d: \"e, f\"} # x\n") {
      try $0.setting(["a", "d"], to: "e, f")
    },
    Edit("a key between empty braces", "a: {} # x\n", "a: # x\n  b: c\n") {
      try $0.setting(["a", "b"], to: "c")
    },
    Edit(
      "a key between braces over lines", "{\n  \"a\": 1, # x\n  \"b\": 2 # y\n}\n",
      "{\n  \"a\": 1, # x\n  \"b\": 2, # y\n  c: d\n}\n"
    ) {
      try $0.setting(["c"], to: "d")
    },
    Edit("a key that needs quotes", "a: b\n", "a: b\n\"c: d\": e\n") { try $0.setting(["c: d"], to: "e") },
    Edit("a key with a comment", "a: b\n", "a: b\nf:\n  # two\n  # lines\n  c: d\n") {
      try $0.setting(["f"], to: .map([.init("c", "d", comment: "two\nlines")]))
    },
    Edit("an element", "a:\n- b # x\n# y\nc: d\n", "a:\n- b # x\n- e\n# y\nc: d\n") {
      try $0.appending("e", to: ["a"])
    },
    Edit("an element that is a mapping", "a:\n  - b\n\n", "a:\n  - b\n  - c: d\n    e: f\n\n") {
      try $0.appending(["c": "d", "e": "f"], to: ["a"])
    },
    Edit("an element of a list that is not there", "a: b\n", "a: b\nc:\n  - d\n") {
      try $0.appending("d", to: ["c"])
    },
    Edit("an element of an empty list with a comment", "a: [ # x\n]\n", "a: [b # x\n]\n") {
      try $0.appending("b", to: ["a"])
    },
    Edit("an entry of an empty mapping with a comment", "{# x\n}\n", "{a: b # x\n}\n") {
      try $0.setting(["a"], to: "b")
    },
    Edit("an element of an empty list", "a: [] # x\n", "a: # x\n  - b\n") {
      try $0.appending("b", to: ["a"])
    },
    Edit("an element between brackets", "a: [b,c, ] # x\n", "a: [b,c, d, ] # x\n") {
      try $0.appending("d", to: ["a"])
    },
    Edit(
      "an element between brackets over lines", "a: [\n  b, # x\n  c, # y\n]\n",
      "a: [\n  b, # x\n  c, # y\n  d,\n]\n"
    ) {
      try $0.appending("d", to: ["a"])
    },
    Edit("line breaks of Windows", "a:\r\n  - b\r\nc: d\r\n", "a:\r\n  - b\r\n  - e\r\nc: d\r\n") {
      try $0.appending("e", to: ["a"])
    },
  ]

  static let removals: [Edit] = [
    Edit("a key with its lines", "a: b\n# x\nc: # y\n  - d\n  # z\ne: f\n", "a: b\n# x\ne: f\n") {
      try $0.removing(["c"])
    },
    Edit("the last key", "a: b\nc: d", "a: b\n") { try $0.removing(["c"]) },
    Edit("the only key", "a: # x\n  b: c\nd: e\n", "a: {} # x\nd: e\n") { try $0.removing(["a", "b"]) },
    Edit("the first key of a mapping in a list", "- a: b # x\n  c: d # y\n", "- c: d # y\n") {
      try $0.removing([0, "a"])
    },
    Edit("the first key before a comment", "- a: b # x\n  # y\n  c: d\n", "- \n  # y\n  c: d\n") {
      try $0.removing([0, "a"])
    },
    Edit("an element", "- a # x\n- b # y\n-\n  c # z\n", "- a # x\n-\n  c # z\n") { try $0.removing([1]) },
    Edit("an element below its dash", "- a # x\n-\n  # y\n  c # z\n- d\n", "- a # x\n- d\n") {
      try $0.removing([1])
    },
    Edit("the only element", "a:\n- b\n", "a: []\n") { try $0.removing(["a", 0]) },
    Edit(
      "a key between a block that keeps and a blank line", "a: |+\n  b\n\nc: d\n\ne: f\n",
      "a: |+\n  b\n\ne: f\n"
    ) {
      try $0.removing(["c"])
    },
    Edit("the first element between brackets", "[a, b, c]", "[b, c]") { try $0.removing([0]) },
    Edit("the last element between brackets", "[a, b, c]", "[a, b]") { try $0.removing([2]) },
    Edit("the only element between brackets", "a: [ b ] # x\n", "a: [] # x\n") { try $0.removing(["a", 0]) },
    Edit(
      "an element between brackets over lines", "[\n  a, # x\n  b, # y\n  c # z\n]\n",
      "[\n  a, # x\n  c # z\n]\n"
    ) {
      try $0.removing([1])
    },
    Edit("the last element between brackets over lines", "[\n  a, # x\n  b # y\n]\n", "[\n  a, # x\n]\n") {
      try $0.removing([1])
    },
    Edit("the last element behind a comma in front", "[ a # x\n, b # y\n]\n", "[ a # x\n  # y\n]\n") {
      try $0.removing([1])
    },
    Edit("the last element below a comment close to a comma", "[a,#x\n b]", "[a #x\n ]") {
      try $0.removing([1])
    },
    Edit("an element behind a comma in front", "[ a # x\n, b # y\n, c]\n", "[ a # x\n,  # y\n c]\n") {
      try $0.removing([1])
    },
    Edit("a key between braces", "{a: b, 'c': d, e: f}", "{a: b, e: f}") { try $0.removing(["c"]) },
  ]

  @Test(arguments: scalars + collections + additions + removals)
  func `changes what it must and nothing else`(row: Edit) throws {
    let document = try YAMLDocument(text: row.old, name: "a.yaml")
    #expect(try row.edit(document).text == row.new)
  }

  @Test func `leaves a person's file as it was but for the lines that change`() throws {
    var document = try YAMLDocument(text: Self.caseFile, name: "case.yaml")
    document = try document.setting(["title"], to: "Lost updates: again")
    document = try document.appending("77aa001", to: ["fix", "commits"])
    document = try document.setting(["fix", "tests"], to: ["unit", "soak"])
    document = try document.setting(["origin", "commit"], to: "0aa1b2c", after: "ignored on the way")
    document = try document.setting(["impact"], to: "41 carts\nlost\n", after: "severity")
    document = try document.appending("cy", to: ["owners"])
    #expect(
      document.text == """
        # Case PAY-481. Edit freely; comments stay.

        title: "Lost updates: again"   # shown in the record
        severity: high
        impact: |
          41 carts
          lost

        fix:
          # full SHAs, please
          commits:
            - 4f1c2ab   # the fix
            - 9e0d71c
            - 77aa001

          pull request: 'https://git.example/pay/481'
          # tests: none yet
          tests:
            - unit
            - soak

        repro: |
          make repro
          # not a comment

        # people
        owners: [ana, bo, cy] # on call
        origin:
          commit: 0aa1b2c

        """)
  }

  static let refusals: [Case<@Sendable (YAMLDocument) throws -> YAMLDocument, YAMLProblem>] = [
    Case("through a text", { try $0.setting(["a", "x"], to: "y") }, .cannotEnter(["a", "x"], .text)),
    Case("through a list", { try $0.setting(["b", "x"], to: "y") }, .cannotEnter(["b", "x"], .list)),
    Case("by number into a mapping", { try $0.setting([0], to: "y") }, .cannotEnter([0], .mapping)),
    Case(
      "an element that is not there", { try $0.setting(["b", 2], to: "y") },
      .noSuchElement(["b", 2], count: 1)),
    Case(
      "an element on the way", { try $0.setting(["x", 0], to: "y") }, .noSuchElement(["x", 0], count: 0)),
    Case("an element for a text", { try $0.appending("y", to: ["a"]) }, .cannotEnter(["a"], .text)),
    Case("what is not there", { try $0.removing(["x"]) }, .nothingThere(["x"])),
    Case("the root", { try $0.removing([]) }, .nothingThere([])),
    Case(
      "a key twice", { try $0.setting(["x"], to: ["k": "1", "k": "2"]) }, .duplicateKey("k", firstLine: 5)),
    Case(
      "a key too long", { try $0.setting([.key(String(repeating: "k", count: 1025))], to: "1") },
      .keyIsTooLong(limit: 1024)),
  ]

  @Test(arguments: refusals)
  func `refuses an edit that cannot be`(
    row: Case<@Sendable (YAMLDocument) throws -> YAMLDocument, YAMLProblem>
  ) throws {
    let document = try YAMLDocument(text: "a: t\nb:\n- c\n", name: "a.yaml")
    let error = #expect(throws: YAMLError.self) { try row.input(document) }
    #expect(error?.problem == row.output)
  }
}
