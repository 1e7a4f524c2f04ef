@testable import Casework
import Scratch
import Testing
import YAML

/// A file that is not as it must be, and the place and the words of what is said of it.
struct WrongFile: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var place: String
  var words: String

  init(_ testDescription: String, _ text: String, _ place: String, _ words: String) {
    self.testDescription = testDescription
    self.text = text
    self.place = place
    self.words = words
  }

  static let all: [WrongFile] = [
    WrongFile("a slip in a key", "key: K-1\ntitel: x\n", "2:1", "did you mean `title`?"),
    WrongFile(
      "a key of nothing near", "key: K-1\nseverity: high\n", "2:1", "expected one of: key, title, owner"),
    WrongFile(
      "a slip below", "key: K-1\ncause:\n  mechanizm: x\n", "3:3", "did you mean `mechanism`?"),
    WrongFile(
      "a slip in a list", "key: K-1\nactions:\n  - whta: x\n    what: y\n", "3:5", "did you mean `what`?"),
    WrongFile(
      "a slip in an attestation", "key: K-1\nrepro:\n  attested:\n    form: x\n", "4:5", "`form` is not known"
    ),
    WrongFile("a key of another place", "key: K-1\nmechanism: x\n", "2:1", "`mechanism` is not known"),
    WrongFile("a slip between braces", "key: K-1\nsymptom: {txt: x}\n", "2:11", "did you mean `text`?"),
    WrongFile("capitals", "Key: K-1\n", "1:1", "did you mean `key`?"),
    WrongFile("no key", "title: x\n", "1:1", "the key `key` is missing"),
    WrongFile("an empty key", "key:\ntitle: x\n", "1:1", "the key `key` is missing"),
    WrongFile(
      "an action without what", "key: K-1\nactions:\n  - owner: Ada\n", "3:5", "the key `what` is missing"),
    WrongFile(
      "an attempt without commit", "key: K-1\nattempts:\n  - flaw: late\n", "3:5",
      "the key `commit` is missing"),
    WrongFile(
      "a validation without what", "key: K-1\nvalidation:\n  - by: Ada\n", "3:5", "the key `what` is missing"),
    WrongFile("a list for a text", "key: K-1\ntitle: [a, b]\n", "2:8", "`title` is a list; expected a text"),
    WrongFile(
      "a text for a mapping", "key: K-1\ncause: a race\n", "2:8",
      "`cause` is a text; expected a mapping (lines of `key: value`)"),
    WrongFile(
      "a mapping for a list", "key: K-1\nactions:\n  what: x\n", "3:3",
      "`actions` is a mapping; expected a list (lines of `- `)"),
    WrongFile(
      "a text among mappings", "key: K-1\nactions:\n  - test it\n", "3:5",
      "`actions` is a text; expected a mapping"),
    WrongFile(
      "another word", "key: K-1\nslipped:\n  category: latent\n", "3:13",
      "expected one of: ci-gap, latent-code, workload-gap, incomplete-fix, review-miss, no-good-reason"),
    WrongFile(
      "no flag", "key: K-1\nvalidation:\n  - what: x\n    passes: yes\n", "4:13",
      "expected one of: true, false"),
    WrongFile("a flag of capitals", "key: K-1\noutage: {customer_visible: True}\n", "2:28", "true, false"),
    WrongFile("a list as the root", "- key: K-1\n", "1:1", "`the file` is a list; expected a mapping"),
    WrongFile(
      "a key twice", "key: K-1\ntitle: x\ntitle: y\n", "3:1", "the key `title` is already set in line 2"),
    WrongFile("no YAML", "key: K-1\ncause:\n\tmechanism: x\n", "3:1", "a tab as indentation; use spaces"),
    WrongFile("an open quote", "key: K-1\ntitle: \"x\n", "2:8", "does not end"),
  ]
}

@Suite struct CaseFileTests {
  private func file(_ text: String) throws -> CaseFile {
    try CaseFile(Array(text.utf8), name: "case.yaml")
  }

  /// A file with every field, each with a text of its own.
  private static let whole = """
    # The case of the stream that hung.
    key: RILL-142
    title: Streams hang   # as users say
    owner: Mei-Lin Hart
    ticket: https://tracker.example.org/RILL-142
    symptom:
      text: |
        FAIL stream_test
          wanted 4, got 3
      source: https://ci.example.org/run/12
    repro:
      command: ./soak.sh --rig 4
      setup: make -j
      symptom: wanted \\d+
      attested:
        by: Ada Byron
        on: 2026-07-14
        see: run 88
    cause:
      mechanism: "`close()` frees what `flush()` reads"
      chain: >
        The timer fires
        after the close.
      introduced_by: a12ae00b51
    fix:
      commits: [e3dcc8a, 1234567]
      pull_request: "#12"
      branch: fix/stream
      summary: Cancel the timer first.
      reason: Nobody writes after the close.
    validation:
      - what: A soak of a week
        passes: true
        by: Grace Hopper
        on: 2026-07-21
        see: soak log
      - what: The customer's rig
        passes: false
    not_covered:
      - Windows
      - big-endian machines
    attempts:
      - {commit: 324ada0, flaw: it only slept longer}
    slipped:
      category: latent-code
      text: no test closes while a flush waits
    actions:
      - what: Run the examples shuffled
        owner: Ada Byron
        tracked: "#69"
      - what: Say in the guide who owns the ring
    no_actions: ~
    outage:
      customer_visible: true
      confirmed_by: Mei-Lin Hart
    not_trivial: it is one line, and it changes the order

    """

  @Test func `every field is read`() throws {
    var expected = Case(key: "RILL-142")
    expected.title = "Streams hang"
    expected.owner = "Mei-Lin Hart"
    expected.ticket = "https://tracker.example.org/RILL-142"
    expected.symptom.text = "FAIL stream_test\n  wanted 4, got 3\n"
    expected.symptom.source = "https://ci.example.org/run/12"
    expected.repro.command = "./soak.sh --rig 4"
    expected.repro.setup = "make -j"
    expected.repro.symptom = "wanted \\d+"
    expected.repro.attested = Attestation(by: "Ada Byron", on: "2026-07-14", see: "run 88")
    expected.cause.mechanism = "`close()` frees what `flush()` reads"
    expected.cause.chain = "The timer fires after the close.\n"
    expected.cause.introducedBy = "a12ae00b51"
    expected.fix.commits = ["e3dcc8a", "1234567"]
    expected.fix.pullRequest = "#12"
    expected.fix.branch = "fix/stream"
    expected.fix.summary = "Cancel the timer first."
    expected.fix.reason = "Nobody writes after the close."
    expected.validation = [
      .sample("A soak of a week", Attestation(by: "Grace Hopper", on: "2026-07-21", see: "soak log")),
      .sample("The customer's rig", passes: false, Attestation()),
    ]
    expected.notCovered = ["Windows", "big-endian machines"]
    expected.attempts = [Case.Attempt(commit: "324ada0", flaw: "it only slept longer")]
    expected.slipped = Case.Slipped(category: .latentCode, text: "no test closes while a flush waits")
    expected.actions = [
      Case.Action(what: "Run the examples shuffled", owner: "Ada Byron", tracked: "#69"),
      Case.Action(what: "Say in the guide who owns the ring"),
    ]
    expected.outage = Case.Outage(isCustomerVisible: true, confirmedBy: "Mei-Lin Hart")
    expected.notTrivial = "it is one line, and it changes the order"
    #expect(try file(Self.whole).facts() == expected)
  }

  @Test func `CRLF and a byte order mark change nothing of what is read`() throws {
    let facts = try file(Self.whole).facts()
    #expect(try file(Self.whole.replacing("\n", with: "\r\n")).facts() == facts)
    #expect(try file("\u{FEFF}" + Self.whole).facts() == facts)
    #expect(try file("\u{FEFF}" + Self.whole.replacing("\n", with: "\r\n")).facts() == facts)
  }

  @Test(arguments: Case.Slipped.Category.allCases)
  func `each category is a word`(category: Case.Slipped.Category) throws {
    #expect(
      try file("key: K-1\nslipped: {category: \(category.rawValue)}\n").facts().slipped.category == category)
  }

  @Test func `a new file knows its key and nothing else, and leads to every field of the case`() throws {
    let file = try CaseFile(newFor: "RILL-142")
    #expect(try file.facts() == Case(key: "RILL-142"))
    #expect(file.document.text.hasSuffix("\n"))
    #expect(file.document.text.contains("`postmortem gate RILL-142`"))
  }

  @Test(arguments: ["key: K-1", "key: 'K-1'\n", "{key: K-1}\n", "---\nkey: K-1\n", "# c\n\nkey: K-1 # d\n"])
  func `a file in any layout with a key is a case`(text: String) throws {
    #expect(try file(text).facts() == Case(key: "K-1"))
  }

  @Test(arguments: ["null", "Null", "true", "12", "1.0", "0x1F", "1e3", "2026-07-14", "off"])
  func `a key that YAML has a meaning for is a text`(key: String) throws {
    #expect(try file("key: '\(key)'\n").facts().key == key)
  }

  @Test(arguments: ["12", "1.0", "true", "2026-07-14", "0x1F", "off", "a..b", "A_1"])
  func `a new file under a key that could be something else keeps the key`(key: String) throws {
    #expect(try CaseFile(newFor: key).facts().key == key)
  }

  @Test(arguments: WrongFile.all)
  func `what is wrong is told with its place and what was expected`(wrong: WrongFile) throws {
    let error = try #require(throws: (any Error).self) { try file(wrong.text).facts() }
    let words = "\(error)"
    #expect(words.hasPrefix("case.yaml:\(wrong.place): "), "\(words)")
    #expect(words.contains(wrong.words), "\(words)")
  }

  @Test func `all that is wrong is told at once, in the order of the file`() throws {
    let error = try #require(throws: YAMLErrors.self) {
      try file("titel: x\nfix:\n  comits: [a]\nactions:\n  - owner: Ada\nslipped: {category: x}\n").facts()
    }
    #expect(error.errors.map(\.position.line) == [1, 1, 3, 5, 6])
  }

  @Test func `a place in a file with a byte order mark, CRLF and letters beyond ASCII is that of an editor`()
    throws
  {
    let error = try #require(throws: YAMLErrors.self) {
      try file("\u{FEFF}key: K-1\r\nsymptom: {text: “ü”, sorce: x}\r\n").facts()
    }
    #expect(error.errors.map { "\($0.position.line):\($0.position.column)" } == ["2:22"])
  }

  // MARK: Editing

  @Test func `setting a field changes its line and keeps comments, order, quotes and blank lines`() throws {
    let before = """
      # mine
      owner:   'Ada'   # who

      key: K-1
      # of the title
      title: "old" # kept
      fix:
          commits: [a, b]   # two
          branch: x

      """
    let file = try file(before)
      .setting(["title"], to: "new: it")
      .setting(["fix", "branch"], to: .null)
      .setting(["owner"], to: "Grace")
    expectEqualText(
      file.document.text,
      """
      # mine
      owner:   'Grace'   # who

      key: K-1
      # of the title
      title: "new: it" # kept
      fix:
          commits: [a, b]   # two
          branch:

      """)
  }

  @Test func `a field that the file leaves out is added where it belongs`() throws {
    let file = try file("key: K-1\ncause:\n  chain: x # c\n\n# end\n")
      .setting(["cause", "mechanism"], to: "two\nlines")
      .setting(["repro", "attested", "by"], to: "Ada")
    #expect(try file.facts().cause.mechanism == "two\nlines")
    #expect(try file.facts().repro.attested.by == "Ada")
    #expect(
      file.document.text.hasPrefix("key: K-1\ncause:\n  chain: x # c\n  mechanism: |-\n    two\n    lines\n"))
    #expect(file.document.text.contains("# end\n"))
  }

  @Test func `an element is added to an empty list, a missing one and one that is there`() throws {
    let element: YAMLValue = ["what": "x"]
    let texts = [
      "key: K-1\nactions: []\n", "key: K-1\n", "key: K-1\nactions:\n- what: y\n", "key: K-1\nactions:\n",
    ]
    #expect(
      try texts.map { try file($0).appending(element, to: ["actions"]).facts().actions.map(\.what) } == [
        ["x"], ["x"], ["y", "x"], ["x"],
      ])
  }
}
