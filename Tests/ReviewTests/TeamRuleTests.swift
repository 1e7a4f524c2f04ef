import Record
import Review
import Testing
import YAML

/// The rules that a team writes.
struct TeamRuleTests {
  /// What rules of a file find in a record of one section.
  static func findings(
    _ rule: String, in body: String, section: SectionKind = .rootCause, settings: String = ""
  ) throws -> [Finding] {
    let indented = rule.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let file = "rules:\n  - id: it\n    reason: so\n\(indented)\n"
    let team = try TeamRules(Array(file.utf8), file: ".postmortem/rules/own.yaml")
    let review = RecordReview(
      settings: try ReviewSettings(Array(settings.utf8), name: "config.yaml", team: team), team: team)
    let record = RecordDocument(Array("# A-1\n\n## \(section.heading)\n\n\(body)\n".utf8))
    return review.findings(in: record, families: [.team, .allowance])
  }

  private func messages(_ rule: String, in body: String) throws -> [String] {
    try Self.findings(rule, in: body).map(\.message)
  }

  static let simple = "words: [simply, in order to]\nmessage: \"“{match}” can go.\""

  @Test(arguments: [
    ("It simply ends.", ["simply"]), ("Simply so.", ["Simply"]),
    ("It is done in  order\nto end.", ["in  order to"]),
    ("simply, simply.", ["simply", "simply"]), ("This **simply** ends.", ["simply"]),
    ("- simply", ["simply"]), ("### Simply so\n\nx", ["Simply"]), ("| a |\n|---|\n| simply |", ["simply"]),
    ("simply/so", ["simply"]), ("(simply)", ["simply"]), ("[simply](http://a.b)", ["simply"]),
  ])
  func `words are found whole, in either case, in all prose`(body: String, found: [String]) throws {
    #expect(try messages(Self.simple, in: body) == found.map { "“\($0)” can go." })
  }

  @Test(arguments: [
    "It is simplyfied.", "`simply`", "“It simply ends” was printed.", "\"simply\"", "```\nsimply\n```",
    "> simply", "<!-- simply -->", "~~simply~~", "http://simply.example.org/simply", "simply_done",
    "un-simply",
    "simply-done", "main.simply", "in order, to", "![simply](a.png)", "naïvesimply",
  ])
  func `what is no prose, and other words, are left alone`(body: String) throws {
    #expect(try messages(Self.simple, in: body) == [])
  }

  @Test func `front matter and evidence are no prose`() throws {
    let team = try TeamRules(
      Array("rules:\n  - {id: a, reason: b, words: Bell, message: c}\n".utf8), file: "own.yaml")
    let record = GoodRecord.document(replacing: [.summary: "x", .evidence: "Bell", .actionItems: nil])
    #expect(RecordReview(team: team).findings(in: record, families: [.team]) == [])
  }

  @Test(arguments: [
    ("utilize", "It utilizes, utilized, is utilizing.", 3), ("plan", "planned, planning, plans", 3),
    ("retry", "retries, retried, retrying", 3), ("fix", "fixes, fixed, fixing", 3),
    ("catch", "catches, planes", 1),
    ("roll back", "rolls back, roll back", 1),
  ])
  func `inflected words are found with their endings`(word: String, body: String, count: Int) throws {
    #expect(try messages("words: \(word)\ninflected: true\nmessage: x", in: body).count == count)
  }

  @Test func `letters count as they are written where that is asked for`() throws {
    let rule = "words: [WiFi]\nmatch_case: true\nmessage: x"
    #expect(try messages(rule, in: "wifi WiFi WIFI").count == 1)
  }

  @Test(arguments: [
    ("pattern: 'colou?r'\nmessage: \"{match}\"", "color colour", ["color", "colour"]),
    ("pattern: '^so\\b'\nmessage: \"{match}\"", "So it is. And so. So be it.", ["So", "So"]),
    ("pattern: 'a.*b'\nmessage: \"{match}\"", "a `x` b. Or a. Not b.", ["a … b"]),
    ("pattern: '(\\w+) \\1'\nmessage: \"{match}\"", "the the end", ["the the"]),
  ])
  func `a pattern is held against each sentence`(rule: String, body: String, found: [String]) throws {
    #expect(try messages(rule, in: body) == found)
  }

  @Test func `exceptions leave alone what stands in them`() throws {
    let rule = "words: just\nexceptions: [just-in-time, just now]\nmessage: x"
    #expect(try messages(rule, in: "A just-in-time compiler, just now, is just that. Just  now.").count == 1)
  }

  @Test(arguments: [
    (SectionKind.fix, 1), (.validation, 1), (.rootCause, 0), (.symptom, 0),
  ])
  func `a rule looks at its sections alone`(section: SectionKind, count: Int) throws {
    let rule = "sections: [fix, Validation]\nwords: simply\nmessage: x"
    #expect(try Self.findings(rule, in: "It simply ends.", section: section).count == count)
  }

  // MARK: Replacements

  @Test(arguments: [
    ("utilise", "Write “use” instead of “utilise”."), ("Utilise", "Write “Use” instead of “Utilise”."),
    ("github", "Write “GitHub” instead of “github”."), ("Github", "Write “GitHub” instead of “Github”."),
  ])
  func `a replacement is told, with the capital of what it stands for`(word: String, message: String) throws {
    #expect(try messages("replace: {utilise: use, github: GitHub}", in: "x. \(word) it") == [message])
  }

  @Test func `what is as it is to be has no finding`() throws {
    #expect(try messages("replace: {github: GitHub}", in: "On GitHub.") == [])
  }

  @Test func `groups of a pattern stand in its replacement`() throws {
    let rule = "pattern: '(\\d+) msec\\b'\nreplacement: $1 ms ($x)\nfix: true"
    let finding = try #require(try Self.findings(rule, in: "After 30 msec it ends.").first)
    #expect(finding.message == "Write “30 ms ($x)” instead of “30 msec”.")
    #expect(finding.mend?.bytes == Array("30 ms ($x)".utf8))
  }

  @Test(arguments: [
    "It **uti**lise`s`: utilise `x`", "data\nbase", "data  base", "UTILISE", "utilises",
    "data&#32;base",
  ])
  func `what markup is among, or is written otherwise, is for a person`(body: String) throws {
    let rule = "replace: {utilise: use, data base: database}\ninflected: true\nfix: true"
    let mends = try Self.findings(rule, in: body).map {
      $0.mend.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(mends.allSatisfy { $0 == nil || $0 == "use" })
    #expect(mends.contains { $0 == nil })
  }

  @Test func `a replacement is made only where the team answers for it, and where it ends`() throws {
    let body = "It will utilise that."
    #expect(try Self.findings("replace: {utilise: use}", in: body).map { $0.mend == nil } == [true])
    #expect(
      try Self.findings("replace: {utilise: use}\nfix: true", in: body).map { $0.mend == nil } == [false])
    let endless = "replace: {colour: colour scheme}\nfix: true"
    #expect(try Self.findings(endless, in: "The colour is red.").map { $0.mend == nil } == [true])
  }

  // MARK: Taking part

  @Test func `settings weigh it, and an allowance allows it`() throws {
    let body = "It simply ends. <!-- postmortem: allow own.it it is a quotation -->"
    let settings = "review: {rules: {own.it: error}}"
    let findings = try Self.findings(Self.simple, in: body, settings: settings)
    #expect(findings.map(\.severity) == [.error])
    #expect(findings.map(\.allowance) == ["it is a quotation"])
    #expect(
      try Self.findings(Self.simple, in: body, settings: "review: {rules: {own.it: off}}").map(\.rule) == [
        "allowance-unused"
      ])
  }

  @Test func `an allowance for a mistyped one knows which was meant`() throws {
    let findings = try Self.findings(Self.simple, in: "x <!-- postmortem: allow own.its so -->")
    #expect(
      findings.map(\.message) == ["There is no rule “own.its”: nothing is allowed. Did you mean “own.it”?"])
  }

  @Test func `a pattern that takes too long is said to, and looked for no further`() throws {
    let rule = "pattern: '^(a+)+$'\nmessage: x"
    let long = String(repeating: "a", count: 3000)
    let findings = try Self.findings(rule, in: "aa\n\n\(long)b\n\n\(long)b")
    #expect(findings.map(\.rule) == ["own.it", "rule-limit"])
    #expect(findings.last?.message.hasPrefix("“own.it” takes too many steps here") == true)
  }
}
