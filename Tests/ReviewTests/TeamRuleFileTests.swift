import Review
import Testing
import YAML

/// Files of rules: what is wrong in them, and their examples.
struct TeamRuleFileTests {
  static let head = "rules:\n  - id: it\n    reason: so\n"

  @Test(arguments: [
    ("rule: []", "1:1", "did you mean `rules`?"), ("", "1:1", "`rules` is missing"),
    ("rules:\n  - id: a b\n    reason: so\n    words: x\n    message: x\n", "2:9", "“a b” is no name"),
    ("rules:\n  - id: it\n    words: x\n    message: x\n", "2:5", "`reason` is missing"),
    (head + "    words: x\n", "2:5", "`message` is missing"),
    (head + "    message: x\n", "2:5", "there is nothing to look for"),
    (head + "    wrods: x\n    message: x\n", "4:5", "did you mean `words`?"),
    (head + "    words: [a, ' ']\n    message: x\n", "4:16", "nothing in it to be found"),
    (
      head + "    words: x\n    message: x\n    severity: loud\n", "6:15",
      "one of: suggestion, warning, error"
    ),
    (
      head + "    words: x\n    message: x\n    sections: [fix, validaton]\n", "6:21",
      "did you mean `validation`?"
    ),
    (head + "    words: x\n    message: x\n    sections: [evidence]\n", "6:16", "one of: summary"),
    (
      head + "    words: x\n    message: x\n    sections: [action-itms]\n", "6:16",
      "did you mean `action-items`?"
    ),
    (head + "    pattern: 'a(b'\n    message: x\n", "4:14", "no regular expression"),
    (head + "    pattern: a\n    words: b\n    message: x\n", "4:14", "either a pattern or words"),
    (head + "    pattern: a\n    replacement: $1\n", "5:18", "has no group 1"),
    (head + "    words: x\n    message: '{mach}'\n", "5:14", "did you mean {match}?"),
    (head + "    words: x\n    message: '{replacement}'\n", "5:14", "has a replacement"),
    (head + "    words: x\n    message: x\n    fix: true\n", "6:10", "no replacement that could be made"),
    (head + "    replace: [a]\n", "4:14", "a mapping"),
    (head + "    replace: {a: [b]}\n", "4:18", "text in one line"),
    (
      head + "    words: x\n    message: x\n  - {id: it, reason: b, words: c, message: d}\n", "6:10",
      "named so already"
    ),
  ])
  func `a fault is an error with its place and what was meant`(text: String, place: String, words: String) {
    let error = #expect(throws: YAMLErrors.self) { try TeamRules(Array(text.utf8), file: "own.yaml") }
    #expect(error?.description.contains("own.yaml:\(place):") == true, "\(error?.description ?? "")")
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func `all faults of a file are told at once`() {
    let text = Self.head + "    words: x\n  - id: b\n    reason: c\n    patern: d\n    message: e\n"
    let error = #expect(throws: YAMLErrors.self) { try TeamRules(Array(text.utf8), file: "own.yaml") }
    #expect(error?.errors.count == 3)
  }

  @Test func `a rule is called by its file and its own name, and knows its line`() throws {
    let text = "rules:\n  - {id: a, reason: b, words: [c, d, e, f], message: g}\n"
    let rules = try TeamRules(Array(text.utf8), file: ".postmortem/rules/words.yaml")
    let page = try #require(rules.pages.first)
    #expect(page.id == "words.a")
    #expect(page.title == "“c”, “d”, “e” and 1 more")
    #expect(page.severity == .warning)
    #expect(page.source?.file == ".postmortem/rules/words.yaml" && page.source?.line == 2)
  }

  @Test func `two files may not give the same name`() throws {
    let text = Array("rules:\n  - {id: a, reason: b, words: c, message: d}\n".utf8)
    var rules = try TeamRules(text, file: "one/words.yaml")
    #expect(throws: DuplicateRule.self) { try rules.add(TeamRules(text, file: "two/words.yml")) }
  }

  @Test func `examples show whether a rule finds what it is for`() throws {
    let text =
      Self.head + """
            words: simply
            message: "“{match}” can go."
            sections: [validation]
            bad:
              - It simply ends.
              - It is “simply” so.
            good:
              - It ends.
              - Simply so.
          - {id: none, reason: b, words: c, message: d}
        """
    let failures = try TeamRules(Array(text.utf8), file: "own.yaml").examineExamples()
    #expect(failures.map(\.kind) == [.missed, .found, .noBadExample])
    #expect(failures.map(\.line) == [9, 12, 13])
    #expect(failures.map(\.messages) == [[], ["“Simply” can go."], []])
  }
}
