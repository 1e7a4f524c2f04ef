import Scratch
import Storage
import Subprocess
import Testing

@Suite struct DoctorTests {
  private let bench: Bench
  private let jira: JiraStandIn

  init() throws {
    bench = try Bench()
    jira = try JiraStandIn(token: Bench.token)
  }

  private func states(_ result: PostmortemProgram.Result) throws -> [String] {
    try result.json()["checks"].elements.map { "\($0["name"].text ?? "") \($0["state"].text ?? "")" }
  }

  @Test func `where all works each thing is named, and nothing is written`() throws {
    let result = try bench.call("doctor", "OPS-1", "--json", adding: bench.login(to: jira))
    #expect(result.ending == .exit(0), "\(result.output)")
    #expect(
      try states(result) == [
        "git works", "repository works", "libcurl works", "settings works", "site works", "reach works",
        "login works",
        "ticket works", "comment works",
      ])
    #expect(try jira.requests().allSatisfy { $0["method"].text == "GET" })
    #expect(try bench.repository.git("status", "--porcelain") == "")
  }

  @Test func `who may not comment is told so, with what to do`() throws {
    try jira.addTicket("RILL-1", ["summary": .string("It hangs"), "mayComment": .bool(false)])
    let result = try bench.call("doctor", "RILL-1", "--json", adding: bench.login(to: jira))
    #expect(result.ending == .exit(4))
    let check = try #require(try result.json()["checks"].elements.last)
    #expect(check["name"].text == "comment")
    #expect(check["message"].text == "The account may not comment on RILL-1.")
    #expect(check["remedy"].text?.contains("Add Comments") == true)
  }

  @Test func `a ticket that is not there, a wrong token and a silent site are told apart`() throws {
    let missing = try bench.call("doctor", "RILL-404", "--json", adding: bench.login(to: jira))
    #expect(missing.ending == .exit(1))
    #expect(try states(missing).suffix(2) == ["ticket fails", "comment skipped"])
    let wrong = try bench.call("doctor", "OPS-1", "--json", adding: bench.login(to: jira, token: "another"))
    #expect(wrong.ending == .exit(4))
    #expect(
      try states(wrong).suffix(4) == ["reach works", "login fails", "ticket skipped", "comment skipped"])
    var nowhere = bench.login(to: jira)
    nowhere["POSTMORTEM_JIRA_URL"] = "http://127.0.0.1:1"
    let silent = try bench.call("doctor", "--json", adding: nowhere)
    #expect(silent.ending == .exit(7))
    #expect(try states(silent).suffix(2) == ["reach fails", "login skipped"])
  }

  @Test func `a file of certificates that holds none, and one that is needed, are settings to be mended`()
    throws
  {
    let secure = try JiraStandIn(["--tls", "right"], token: Bench.token)
    let plain = "\(bench.beside)/plain.pem"
    try FileTree.write(Array("no certificate".utf8), to: plain)
    for (file, words) in [("", "does not prove who it is"), (plain, "holds no certificates")] {
      let login = bench.login(to: secure).merging(["POSTMORTEM_JIRA_CA_FILE": file]) { $1 }
      let post = try bench.call("doctor", "--json", adding: login)
      #expect(post.ending == .exit(4))
      let check = try #require(try post.json()["checks"].elements.first { $0["state"].text == "fails" })
      #expect(check["message"].text?.contains(words) == true, "\(check)")
      #expect(check["message"].text?.contains("ca_file") == true, "\(check)")
    }
    let trusting = bench.login(to: secure).merging(["POSTMORTEM_JIRA_CA_FILE": secure.authority ?? ""]) { $1 }
    #expect(try bench.call("doctor", adding: trusting).ending == .exit(0))
  }

  @Test func `without a login doctor says how to make one, outside of a repository too`() throws {
    let result = try bench.program.run(["doctor", "--json"], in: bench.beside)
    #expect(result.ending == .exit(4))
    #expect(
      try states(result) == [
        "git works", "repository skipped", "libcurl works", "settings works", "site fails", "reach skipped",
        "login skipped",
      ])
    let text = try bench.program.run(["doctor"], in: bench.beside).output
    #expect(text.contains("→ postmortem jira login ADDRESS makes one.\n"))
  }
}
