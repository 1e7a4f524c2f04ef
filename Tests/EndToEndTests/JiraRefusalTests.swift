import Scratch
import Subprocess
import Testing

/// What a login refuses before any site is there to ask.
@Suite struct JiraRefusalTests {
  private let program: PostmortemProgram

  init() throws { program = try PostmortemProgram() }

  @Test(arguments: [
    (["jira", "login", "--with-token"], "no-terminal", 2),
    (["jira", "login", "not an address"], "bad-site", 2),
    (["jira", "login", "https://a.example", "--with-token", "--token-command", "x"], "two-tokens", 2),
    (["jira", "login", "http://127.0.0.1:1", "--with-token"], "unreachable", 7),
    (["jira", "login", "http://jira.invalid", "--with-token"], "unreachable", 7),
    (["jira", "logout"], "no-login", 4), (["jira", "logout", "https://a.example"], "no-login", 4),
  ])
  func `what is missing or wrong is told by a word and a remedy`(
    arguments: [String], code: String, status: Int32
  ) throws {
    let result = try program.run(arguments + ["--json"], in: program.home.path, input: Bench.token)
    #expect(result.ending == .exit(status))
    let error = try result.json()["error"]
    #expect(error["code"].text == code)
    #expect(error["remedy"].text?.isEmpty == false)
    #expect(!result.output.contains(Bench.token))
  }
}
