import Scratch
import Storage
import Subprocess
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Rules that a team writes, and styles that it takes over.
@Suite struct TeamRulesTests {
  let program: PostmortemProgram
  let repository: ScratchRepository

  static let rules = """
    rules:
      - id: no-simply
        severity: error
        words: [simply, obviously]
        message: "“{match}” belittles what took days: leave it out."
        reason: What was simple was not searched for.
        bad: It simply ends.
        good: The log says “simply”.
      - id: wording
        replace: {utilise: use}
        fix: true
        reason: Short words are read faster.
        bad: They utilise it.

    """

  static let text = CheckTests.flawed.replacing("`f` waits until", with: "`f` simply has to utilise it until")

  init() throws {
    program = try PostmortemProgram()
    repository = try ScratchRepository()
    try repository.commit(["a.c": "int a;\n"], "Begin")
    try repository.write(Self.rules, to: ".postmortem/rules/words.yaml")
    try repository.write(Self.text, to: "a.md")
  }

  private func run(_ arguments: String...) throws -> PostmortemProgram.Result {
    try program.run(arguments, in: repository.path)
  }

  @Test func `they take part in a check, in every form of its report`() throws {
    let result = try run("check", "a.md")
    #expect(
      result.output.contains("error [words.no-simply]\n  “simply” belittles what took days: leave it out."))
    #expect(result.output.contains("warning [words.wording]\n  Write “use” instead of “utilise”."))
    let json = try run("check", "a.md", "--json").json()
    let found = json["findings"].elements.first { $0["rule"].text == "words.wording" }
    #expect(found?["family"].text == "team" && found?["mendable"] == .bool(true))
    let sarif = try run("check", "a.md", "--format", "sarif").json()["runs"][0]
    #expect(
      sarif["results"].elements.allSatisfy { result in
        sarif["tool"]["driver"]["rules"][result["ruleIndex"].integer ?? -1]["id"] == result["ruleId"]
      })
    #expect(sarif["tool"]["driver"]["rules"].elements.contains { $0["id"].text == "words.no-simply" })
    #expect(try run("check", "--tone", "a.md").output.contains("words.no-simply"))
  }

  @Test func `what the team answers for is mended, once`() throws {
    #expect(try run("check", "a.md", "--fix").output.contains("a.md: 3 findings mended"))
    let text = String(decoding: try FileTree.read("\(repository.path)/a.md"), as: UTF8.self)
    #expect(text.contains("`f` simply has to use it"))
  }

  @Test func `settings weigh them, and a mistyped one is an error with its place`() throws {
    try repository.write("review:\n  rules:\n    words.no-simply: off\n", to: ".postmortem/config.yaml")
    #expect(!(try run("check", "a.md").output.contains("no-simply")))
    #expect(try run("rules").output.contains("off, usually error; .postmortem/rules/words.yaml:2"))
    try repository.write("review:\n  rules:\n    words.no-simpy: off\n", to: ".postmortem/config.yaml")
    let wrong = try run("check", "a.md")
    #expect(wrong.ending == .exit(1))
    #expect(
      wrong.error.contains(
        ".postmortem/config.yaml:3:5: the key `words.no-simpy` is not known; did you mean `words.no-simply`?")
    )
  }

  @Test func `they are listed and explained`() throws {
    let listed = try run("rules", "--json").json()["rules"].elements
    let rule = listed.first { $0["id"].text == "words.wording" }
    #expect(rule?["source"]["line"].integer == 9 && rule?["level"].text == "warning")
    #expect(listed.contains { $0["id"].text == "hedge" })
    let page = try run("explain", "words.no-simply").output
    #expect(page.contains("It finds “simply”, “obviously”.") && page.contains("It simply ends."))
    #expect(try run("explain", "words.no-simpl").error.contains("Did you mean “words.no-simply”?"))
  }

  @Test func `their examples are run`() throws {
    let good = try run("rules", "test")
    #expect(good.ending == .exit(0))
    #expect(good.output == "2 rules, 3 examples: all as they should be\n")
    try repository.write(
      Self.rules.replacing("bad: It simply ends.", with: "bad: It ends."), to: ".postmortem/rules/words.yaml")
    let bad = try run("rules", "test")
    #expect(bad.ending == .exit(8))
    #expect(
      bad.output.hasPrefix(
        ".postmortem/rules/words.yaml:7: words.no-simply: does not find this bad example\n  │ It ends.\n"))
    #expect(try run("rules", "test", "--json").json()["failures"][0]["kind"].text == "missed")
    #expect(try run("rules", "test", "none.yaml").ending == .exit(1))
  }

  @Test func `a file with a fault stops the check at its place`() throws {
    try repository.write(
      Self.rules.replacing("words: [", with: "wrods: ["), to: ".postmortem/rules/words.yaml")
    let result = try run("check", "a.md")
    #expect(result.ending == .exit(1))
    #expect(
      result.error.contains(
        ".postmortem/rules/words.yaml:4:5: the key `wrods` is not known; did you mean `words`?"))
    #expect(try run("explain", "hedge").ending == .exit(0))
  }

  @Test func `a file that leads out of the repository is not read`() throws {
    let other = try TemporaryDirectory()
    try FileTree.write(Array(Self.rules.utf8), to: "\(other.path)/x.yaml")
    symlink("\(other.path)/x.yaml", "\(repository.path)/.postmortem/rules/x.yaml")
    #expect(try run("check", "a.md").error.contains("leads out of the repository"))
  }

  // MARK: Styles for Vale

  @Test func `a style takes part, and what of it is not read is said`() throws {
    try repository.write(
      "review:\n  styles: [styles/House/]\n  rules: {House.Weasel: error}\n", to: ".postmortem/config.yaml")
    try repository.write(
      "extends: existence\nmessage: \"'%s' is a weasel word!\"\ntokens: [until]\n",
      to: "styles/House/Weasel.yml")
    try repository.write("extends: spelling\nmessage: x\n", to: "styles/House/Spelling.yml")
    let result = try run("check", "a.md")
    #expect(result.output.contains("error [House.Weasel]\n  'until' is a weasel word!"))
    #expect(result.output.contains("Of the styles 1 rule is not read"))
    #expect(try run("rules").output.contains("House.Spelling"))
    let unread = try run("check", "a.md", "--json").json()["unread"][0]
    #expect(unread["reason"].text == "what extends “spelling” is not read here")
  }

  @Test(arguments: [
    ("styles", "There is no rule in “styles”"), ("../x", "without `..`"), ("/etc", "without `..`"),
  ])
  func `a style that is none is an error`(path: String, words: String) throws {
    try repository.write("review:\n  styles: \(path)\n", to: ".postmortem/config.yaml")
    let result = try run("check", "a.md")
    #expect(result.ending == .exit(1))
    #expect(result.error.contains(words))
  }
}
