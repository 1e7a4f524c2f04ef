import Scratch
import Storage
import Subprocess
import Testing

/// `show`, and `templates` with a section, at a terminal and away from it.
@Suite struct ShowTests {
  static let record = """
    ---
    key: RILL-1
    title: Sums are wrong
    ---

    # RILL-1: Sums

    The carry of `add()` is **dropped** by every sum that has one, in all of its \u{1B}]0;owned\u{7} columns.

    ```
    a line of code that is wider than the terminal is, and stays in one piece
    ```

    """

  let bench: Bench
  let bytes = Array(Self.record.utf8) + [0xFF, 0x0D, 0x0A]

  init() throws {
    bench = try Bench()
    try bench.prepare("new", "RILL-1")
    try bench.repository.write("", to: "docs/postmortems/RILL-1.md")
    try FileTree.write(bytes, to: "\(bench.repository.path)/docs/postmortems/RILL-1.md")
  }

  static let page = """
    key    RILL-1
    title  Sums are wrong

    RILL-1: Sums
    ============

    The carry of `add()` is dropped by every
    sum that has one, in all of its
    \\x1B]0;owned\\x07 columns.

        a line of code that is wider than the terminal is, and stays in one piece

    \u{FFFD}

    """

  @Test func `at a terminal a record is a page as wide as that`() throws {
    expectEqualText(
      try bench.seen("show", "RILL-1", columns: 40, adding: ["NO_COLOR": "1"]), Self.page)
    let colored = try bench.seen("show", "RILL-1", columns: 40)
    #expect(colored.contains("\u{1B}[1;4mRILL-1: Sums\u{1B}[0m\n"))
    #expect(colored.contains("The carry of \u{1B}[36madd()\u{1B}[0m is \u{1B}[1mdropped\u{1B}[0m by every\n"))
    #expect(!colored.contains("\u{1B}]") && !colored.contains("\u{7}"))
  }

  @Test(arguments: [["show", "RILL-1"], ["show", "RILL-1", "--plain", "--color", "never"]])
  func `away from a terminal it is the file, byte for byte`(arguments: [String]) throws {
    let copy = "\(bench.beside)/copy.md"
    let command = Command(
      "sh", ["-c", #"exec "$0" "$@" >"$COPY""#, bench.program.path] + arguments,
      environment: bench.program.environment.merging(["COPY": copy, "CLICOLOR_FORCE": "1"]) { $1 },
      workingDirectory: bench.repository.path)
    #expect(try Spawner().capture(command, timeLimit: .seconds(60)).outcome.ending.isSuccess)
    #expect(try FileTree.read(copy) == bytes)
  }

  @Test func `into a pager it is a page for who asks`() throws {
    let page = try bench.call("show", "RILL-1", "--color", "always", adding: ["COLUMNS": "40"]).output
    #expect(page.contains("\u{1B}[1;4mRILL-1: Sums\u{1B}[0m\n"))
    #expect(!page.contains("---"))
  }

  @Test func `the plain text at a terminal is the file's, and steers nothing`() throws {
    let text = Self.record.replacing("\u{1B}", with: "\\x1B").replacing("\u{7}", with: "\\x07")
    expectEqualText(try bench.seen("show", "RILL-1", "--plain", columns: 40), text + "\\xFF\n")
  }

  @Test func `JSON holds the text and nothing of how it is shown`() throws {
    let document = try bench.call("show", "RILL-1", "--json", "--plain").json()
    #expect(document["markdown"].text == Self.record + "\u{FFFD}\r\n")
    #expect(try !bench.call("show", "RILL-1", "--json").output.contains("bytes"))
  }

  @Test func `a team's template steers no terminal, and is copied byte for byte`() throws {
    try bench.repository.write("\u{1B}[31mSummary\t{{title}}\n", to: ".postmortem/templates/summary.md")
    #expect(try bench.seen("templates", "summary", columns: 40) == "\\x1B[31mSummary\t{{title}}\n")
    #expect(try bench.call("templates", "summary").output == "\u{1B}[31mSummary\t{{title}}\n")
    #expect(
      try bench.call("templates", "summary", "--json").json()["text"].text == "\u{1B}[31mSummary\t{{title}}\n"
    )
  }
}
