import Scratch
import Subprocess
import Testing

/// A case that is filled from its ticket.
@Suite struct FromJiraTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private static let document: JSONValue = .object([
    "version": .number(1), "type": .string("doc"),
    "content": .array([
      .object([
        "type": .string("paragraph"),
        "content": .array([
          .object(["type": .string("text"), "text": .string("It hangs in scheduler_submit.")])
        ]),
      ]),
      .object([
        "type": .string("codeBlock"),
        "content": .array([.object(["type": .string("text"), "text": .string("waiting for event 3")])]),
      ]),
    ]),
  ])

  private func ticket(on jira: JiraStandIn, description: JSONValue, comments: [JSONValue]) throws {
    try jira.addTicket(
      "RILL-142",
      [
        "summary": .string("The scheduler hangs"), "description": description, "assignee": .string("grace"),
        "reporter": .string("ada"), "fixVersions": .array([.string("2.3")]), "comments": .array(comments),
        "links": .array([
          .object([
            "type": .object(["outward": .string("is caused by"), "inward": .string("causes")]),
            "outwardIssue": .object([
              "key": .string("RILL-99"), "fields": .object(["summary": .string("Grow the queue")]),
            ]),
          ])
        ]),
      ])
  }

  private func found(_ state: JSONValue, _ field: String) -> JSONValue {
    state["found"].elements.first { $0["field"].text == field } ?? .null
  }

  @Test func `what the ticket says is found, with its link; its assignee is a suggestion`() throws {
    let jira = try JiraStandIn(token: Bench.token)
    try ticket(on: jira, description: Self.document, comments: [Self.document])
    let login = bench.login(to: jira)
    let result = try bench.call("new", "RILL-142", "--from-jira", "--fix", "HEAD", "--json", adding: login)
    #expect(result.ending == .exit(0), "\(result.output)")
    let state = try result.json()
    let link = "\(jira.url)/browse/RILL-142"
    #expect(found(state, "title")["value"].text == "The scheduler hangs")
    #expect(found(state, "title")["source"].text == "RILL-142, \(link)")
    #expect(found(state, "ticket.fix_versions")["value"].text == "2.3")
    #expect(found(state, "ticket.link")["value"].text == "is caused by RILL-99: Grow the queue")
    #expect(found(state, "ticket.comment")["source"].text?.contains("focusedCommentId=") == true)
    #expect(found(state, "fix.commits")["value"].text == bench.fix)
    let text = try bench.caseText("RILL-142")
    #expect(text.contains("\ntitle: The scheduler hangs\n"))
    #expect(text.contains("It hangs in scheduler_submit.\n"))
    #expect(text.contains("waiting for event 3\n"))
    #expect(text.contains("source: RILL-142, as Ada Byron reported it\n"))
    #expect(!text.contains("Grace Hopper"))
    #expect(state["remarks"][0]["remedy"].text == "postmortem set RILL-142 owner='Grace Hopper'")
    #expect(
      try jira.requests().allSatisfy {
        $0["method"].text == "GET" || $0["target"].text?.contains("/comment/list") == true
      })
    // Another fix takes back what was found for the old one, and leaves what the ticket says.
    try bench.prepare("set", "RILL-142", "fix.commits=HEAD~1")
    #expect(try bench.caseText("RILL-142").contains("\ntitle: The scheduler hangs\n"))
  }

  @Test func `wiki markup of Data Center is read, and what looks like a credential is masked`() throws {
    let jira = try JiraStandIn(["--kind", "data-center"], token: Bench.token)
    try ticket(
      on: jira,
      description: .string(
        "h2. What I saw\n{noformat}\nwaiting for event 3\npassword=Tr0ub4dor-and-3x\n{noformat}"),
      comments: [.string("It hangs in {{scheduler_submit}}.")])
    var login = bench.login(to: jira)
    login["POSTMORTEM_JIRA_EMAIL"] = nil
    let result = try bench.call("new", "RILL-142", "--from-jira", "--json", adding: login)
    #expect(result.ending == .exit(0), "\(result.output)")
    let text = try bench.caseText("RILL-142")
    #expect(text.contains("What I saw\n"))
    #expect(text.contains("waiting for event 3\n"))
    #expect(!text.contains("noformat"))
    #expect(!text.contains("Tr0ub4dor"))
    let state = try result.json()
    #expect(state["masked"].elements.count == 1)
    #expect(found(state, "ticket.comment")["value"].text == "It hangs in scheduler_submit.")
  }

  @Test func `a ticket that cannot be read leaves no case behind`() throws {
    let jira = try JiraStandIn(token: Bench.token)
    let missing = try bench.call("new", "RILL-404", "--from-jira", "--json", adding: bench.login(to: jira))
    #expect(missing.ending == .exit(1))
    #expect(try missing.json()["error"]["code"].text == "no-ticket")
    let loggedOut = try bench.call("new", "RILL-404", "--from-jira", "--json")
    #expect(loggedOut.ending == .exit(4))
    #expect(try bench.repository.git("status", "--porcelain") == "")
  }
}
