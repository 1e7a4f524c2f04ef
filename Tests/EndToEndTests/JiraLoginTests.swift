import Scratch
import Storage
import Subprocess
import Testing

/// Logging in to Jira: who is asked what, and what is kept.
@Suite struct JiraLoginTests {
  private let bench: Bench
  private let jira: JiraStandIn

  init() throws {
    bench = try Bench()
    jira = try JiraStandIn(token: Bench.token)
  }

  private func call(
    _ arguments: String..., adding variables: [String: String] = [:], input: String? = nil
  ) throws -> PostmortemProgram.Result {
    let result = try bench.program.run(
      arguments, in: bench.repository.path, adding: variables, input: input)
    #expect(!(result.output + result.error).contains(Bench.token))
    return result
  }

  @Test func `at a terminal what is missing is asked for, and the token is not shown`() throws {
    let terminal = try bench.program.atTerminal(["jira", "login"], in: bench.repository.path)
    try terminal.expect("Address of the site:")
    terminal.type("\(jira.url)/browse/OPS-1\n")
    try terminal.expect("is Jira Cloud.")
    try terminal.expect("E-mail address of your account:")
    terminal.type("\(JiraStandIn.email)\n")
    try terminal.expect("Token (it is not shown):")
    terminal.type("\(Bench.token)\n")
    try terminal.expect("Logged in as Ada Byron.")
    #expect(try terminal.end() == .exit(0))
    #expect(!terminal.shown.contains(Bench.token))
    expectEqualText(
      bench.settings ?? "",
      """
      # Settings of postmortem. Tokens stand here: nobody else may read this file.
      jira:
        - url: \(jira.url)
          kind: cloud
          email: ada@example.org
          token: \(Bench.token)

      """)
    #expect(FileTree.isOpenToOthers(bench.settingsPath) == false)
  }

  @Test func `Ctrl-C at the token stores nothing`() throws {
    let terminal = try bench.program.atTerminal(
      ["jira", "login", jira.url, "--email", JiraStandIn.email], in: bench.repository.path)
    try terminal.expect("Token (it is not shown):")
    terminal.type("\u{3}")
    #expect(try terminal.end() == .exit(130))
    #expect(bench.settings == nil)
  }

  @Test func `blanks around a typed token are left out, and one in it makes it none`() throws {
    let login = ["jira", "login", jira.url, "--email", JiraStandIn.email]
    let terminal = try bench.program.atTerminal(login, in: bench.repository.path)
    try terminal.expect("Token (it is not shown):")
    terminal.type(" \(Bench.token) \n")
    #expect(try terminal.end() == .exit(0), "\(terminal.shown)")
    let other = try bench.program.atTerminal(login, in: bench.repository.path)
    try other.expect("Token (it is not shown):")
    other.type("\(Bench.token.prefix(6)) \(Bench.token.dropFirst(6))\n")
    try other.expect("What was given as the token is none")
    #expect(try other.end() == .exit(4))
  }

  @Test func `a token is piped in, and the login answers as JSON`() throws {
    let result = try call(
      "jira", "login", jira.url, "--email", JiraStandIn.email, "--with-token", "--json",
      input: "\(Bench.token)\n")
    #expect(result.ending == .exit(0), "\(result.error)")
    let report = try result.json()
    #expect(report["schema"].text == "postmortem/jira-login/1")
    #expect(report["site"].text == jira.url)
    #expect(report["kind"].text == "cloud")
    #expect(report["account"].text == "Ada Byron")
    #expect(report["token"].text == "settings")
    #expect(report["isScoped"] == .bool(false))
  }

  @Test func `Data Center below a path is known by its answer, and wants no e-mail address`() throws {
    let server = try JiraStandIn(["--kind", "data-center", "--context-path", "/jira"], token: Bench.token)
    let result = try call(
      "jira", "login", "\(server.url)/browse/OPS-1", "--with-token", "--json", input: Bench.token)
    #expect(result.ending == .exit(0), "\(result.error)")
    #expect(try result.json()["kind"].text == "data-center")
    #expect(bench.settings?.contains("url: \(server.url)\n    kind: data-center\n    token: ") == true)
  }

  @Test func `a command prints the token each time, and the settings hold the command alone`() throws {
    let secret = "\(bench.beside)/token"
    try FileTree.write(Array("\(Bench.token)\nmore\n".utf8), to: secret)
    let login = try call(
      "jira", "login", jira.url, "--email", JiraStandIn.email, "--token-command", "cat '\(secret)'")
    #expect(login.ending == .exit(0), "\(login.error)")
    #expect(bench.settings?.contains(Bench.token) == false)
    #expect(try call("jira", "status", "--json").json()["sites"][0]["account"].text == "Ada Byron")
    try FileTree.remove(secret)
    let status = try call("jira", "status", "--json")
    #expect(status.ending == .exit(4))
    #expect(try status.json()["sites"][0]["failure"]["code"].text == "token-command")
  }

  @Test func `a token that the site does not take is not stored`() throws {
    let result = try call(
      "jira", "login", jira.url, "--email", JiraStandIn.email, "--with-token", "--json",
      input: "another-token")
    #expect(result.ending == .exit(4))
    #expect(try result.json()["error"]["code"].text == "not-logged-in")
    #expect(bench.settings == nil)
  }

  @Test func `logging in again replaces the login, and keeps what a person wrote around it`() throws {
    try bench.writeSettings(
      """
      # mine
      jira:
        # the old one
        - url: \(jira.url)
          kind: cloud
          email: \(JiraStandIn.email)
          token: old-token
        - url: https://other.example.org
          kind: data-center
          token_command: pass show other

      """)
    #expect(
      try call("jira", "login", jira.url, "--email", JiraStandIn.email, "--with-token", input: Bench.token)
        .ending
        == .exit(0))
    #expect(bench.settings?.contains("old-token") == false)
    #expect(bench.settings?.hasPrefix("# mine\njira:\n  # the old one\n  - url: \(jira.url)\n") == true)
    #expect(bench.settings?.contains("token_command: pass show other\n") == true)
    let logout = try call("jira", "logout", jira.url)
    #expect(logout.ending == .exit(0))
    #expect(logout.output.contains("https://id.atlassian.com/manage-profile/security/api-tokens"))
    #expect(bench.settings?.contains(Bench.token) == false)
    #expect(bench.settings?.contains("https://other.example.org") == true)
  }

  @Test func `settings that others may read are not used while a token stands in them`() throws {
    let text =
      "jira:\n  - url: \(jira.url)\n    kind: cloud\n    email: \(JiraStandIn.email)\n    token: \(Bench.token)\n"
    try bench.writeSettings(text, mode: 0o644)
    let result = try call("jira", "status", "--json")
    #expect(result.ending == .exit(4))
    #expect(try result.json()["error"]["code"].text == "settings-open")
    #expect(try result.json()["error"]["remedy"].text?.hasPrefix("chmod 600 \(bench.settingsPath)") == true)
    try bench.writeSettings(text)
    #expect(try call("jira", "status").ending == .exit(0))
  }

  @Test func `a fault in the settings is told by its place, without the line that it stands in`() throws {
    try bench.writeSettings(
      "jira:\n  - url: \(jira.url)\n    kind: server\n    tokne: \(Bench.token)\n  - token: \"\(Bench.token)\n"
    )
    let broken = try call("jira", "status", "--json")
    #expect(broken.ending == .exit(4))
    #expect(try broken.json()["error"]["code"].text == "bad-settings")
    try bench.writeSettings("jira:\n  - url: \(jira.url)\n    kind: server\n    tokne: \(Bench.token)\n")
    let wrong = try call("jira", "status", "--json")
    let message = try #require(try wrong.json()["error"]["message"].text)
    #expect(message.contains("config.yaml:3:11: "))
    #expect(message.contains("config.yaml:4:5: "))
  }

  // MARK: Where a token goes

  @Test func `a repository names the site, and gets the login of that site alone`() throws {
    let other = try JiraStandIn(token: "other-token")
    try bench.writeSettings(
      "jira:\n  - url: \(other.url)\n    kind: cloud\n    email: \(JiraStandIn.email)\n    token: other-token\n"
    )
    try bench.repository.write("jira:\n  url: \(jira.url)\n", to: ".postmortem/config.yaml")
    let result = try call("jira", "status", "--json")
    #expect(result.ending == .exit(4))
    #expect(try result.json()["choice"]["code"].text == "no-login")
    #expect(try jira.requests().isEmpty)
    try bench.repository.write("jira:\n  url: \(other.url)\n", to: ".postmortem/config.yaml")
    #expect(try call("jira", "status", "--json").json()["sites"][0]["isMeant"] == .bool(true))
  }

  @Test func `a token in the environment does not go to the site that a repository names`() throws {
    try bench.repository.write("jira:\n  url: \(jira.url)\n", to: ".postmortem/config.yaml")
    let result = try call("doctor", "--json", adding: ["POSTMORTEM_JIRA_TOKEN": Bench.token])
    #expect(result.ending == .exit(4))
    #expect(try jira.requests().isEmpty)
  }

  @Test func `programs that are started do not get the token`() throws {
    try bench.prepare("new", "RILL-1")
    _ = try call(
      "try", "RILL-1", "--changed", "nothing", "--", "sh", "-c", "env; exit 1", adding: bench.login(to: jira))
    // The others of the login are seen: the experiment did print its variables.
    #expect(try bench.script("grep -rq POSTMORTEM_JIRA_EMAIL .postmortem && echo seen") == "seen\n")
    #expect(try bench.script("grep -rq '\(Bench.token)' .postmortem || echo none") == "none\n")
  }

  @Test func `a private authority is believed where its file is named`() throws {
    let secure = try JiraStandIn(["--tls", "right"], token: Bench.token)
    let refused = try call(
      "jira", "login", secure.url, "--email", JiraStandIn.email, "--with-token", "--json", input: Bench.token)
    #expect(refused.ending == .exit(4))
    #expect(try refused.json()["error"]["message"].text?.contains("ca_file") == true)
    let taken = try call(
      "jira", "login", secure.url, "--email", JiraStandIn.email, "--with-token", "--ca-file",
      try #require(secure.authority), input: Bench.token)
    #expect(taken.ending == .exit(0), "\(taken.error)")
    #expect(try call("jira", "status").ending == .exit(0))
  }
}
