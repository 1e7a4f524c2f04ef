import Testing
import YAML

@Suite struct WriterTests {
  @Test func `writes a file that people can go on with`() throws {
    let value: YAMLValue = .map([
      .init("title", "Lost updates: again"),
      .init("severity", .null, comment: "low, medium or high"),
      .init(
        "fix",
        .map([
          .init("commits", ["4f1c2ab", "9e0d71c"], comment: "Full SHAs.\n\nThe first is the fix."),
          .init("tests", []), .init("by", [["name": "ana", "role": "author"], ["name": "bo"]]),
        ]), comment: "What was done."),
      .init("repro", "make repro\n  --twice\n"), .init("flaky", "no"), .init("since", "2026-11-25"),
      .init("note", ""), .init("path", "C:\\temp"),
    ])
    let text = try YAMLWriter.text(of: value, heading: "A case of postmortem.\nEdit freely.")
    #expect(
      text == """
        # A case of postmortem.
        # Edit freely.

        title: "Lost updates: again"

        # low, medium or high
        severity:

        # What was done.
        fix:
          # Full SHAs.
          #
          # The first is the fix.
          commits:
            - 4f1c2ab
            - 9e0d71c
          tests: []
          by:
            - name: ana
              role: author
            - name: bo
        repro: |
          make repro
            --twice
        flaky: no
        since: 2026-11-25
        note: ""
        path: C:\\temp

        """)
  }

  static let texts: [Case<YAMLValue, String>] = [
    Case("plain", "a b", "a b\n"),
    Case("a colon at the end", "a:", "\"a:\"\n"),
    Case("double quotes inside", "\"a\": b", "'\"a\": b'\n"),
    Case("both quotes inside", "'a' \"b\": c", "'''a'' \"b\": c'\n"),
    Case("a line break at the end", "a\n", "|\n  a\n"),
    Case("none at the end", "a\nb", "|-\n  a\n  b\n"),
    Case("many at the end", "a\n\n\n", "|+\n  a\n\n\n"),
    Case("an indented first line", "  a\nb", "|2-\n    a\n  b\n"),
    Case("an indented first line below a blank one", "\n a\n", "|2\n\n   a\n"),
    Case("control characters", "a\u{1B}\nb\u{2028}", "\"a\\x1B\\nb\\u2028\"\n"),
    Case("an empty list", [], "[]\n"),
    Case("an empty mapping", [:], "{}\n"),
    Case("nothing", .null, "null\n"),
    Case("nothing in a list", [.null, [.null]], "- null\n- - null\n"),
  ]

  @Test(arguments: texts)
  func `writes each value the way that reads best`(row: Case<YAMLValue, String>) throws {
    #expect(try YAMLWriter.text(of: row.input) == row.output)
  }

  static let impossible: [Case<YAMLValue, YAMLProblem>] = [
    Case("a key twice", ["a": "b", "a": "c"], .duplicateKey("a", firstLine: 1)),
    Case(
      "a key too long", .map([.init(String(repeating: "k", count: 1025), "v")]), .keyIsTooLong(limit: 1024)),
    Case("too deep", (0..<65).reduce("a") { value, _ in .list([value]) }, .tooDeep(limit: 64)),
    Case(
      "too large", .text(String(repeating: "x", count: 4 * 1024 * 1024)), .tooLarge(limit: 4 * 1024 * 1024)),
  ]

  @Test(arguments: impossible)
  func `refuses what could not be read back`(row: Case<YAMLValue, YAMLProblem>) {
    let error = #expect(throws: YAMLError.self) { try YAMLWriter.text(of: row.input) }
    #expect(error?.problem == row.output)
  }
}
