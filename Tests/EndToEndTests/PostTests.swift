import Digest
import Scratch
import Storage
import Subprocess
import Testing

/// A record goes to its ticket as a person signed it.
@Suite struct PostTests {
  let bench: Bench
  let jira: JiraStandIn

  init() throws {
    bench = try Bench()
    jira = try JiraStandIn(token: Bench.token)
    try jira.addTicket("RILL-1", ["summary": .string("Sums are wrong")])
    try bench.prepareRecord()
  }

  @Test
  func `at a terminal all is shown, the answer is asked for, and the record stands there as it was signed`()
    throws
  {
    let terminal = try bench.session(["post", "RILL-1"], jira)
    try terminal.expect("RILL-1: Sums are wrong")
    try terminal.expect("Ada Byron")
    try terminal.expect("everyone who may read the ticket")
    try terminal.expect("RILL-1: The sum is wrong")
    try terminal.expect("Payload\n{\"body\":")
    try terminal.expect("sha256")
    try terminal.expect("Send exactly this to RILL-1, visible to everyone?")
    try terminal.expect("anything else sends nothing: ")
    #expect(try jira.comments() == [])
    terminal.type("post it\n")
    try terminal.expect("✓ Posted")
    try terminal.expect("says what was signed")
    try terminal.expect("For a version that leadership reads: postmortem handoff RILL-1")
    #expect(try terminal.end() == .exit(0))
    #expect(try bench.steps() == ["intent", "sent", "confirmed"])
    let comments = try jira.comments(of: "RILL-1")
    #expect(comments.count == 1)
    let payload = try bench.piped(["post", "RILL-1", "--payload"], jira)
    #expect(
      try JSONText.decode(JSONValue.self, from: Array(payload.output.utf8))["body"] == comments[0]["body"])
    #expect(terminal.shown.contains(SHA256.hexadecimal(of: payload.output.utf8)))
    #expect(!terminal.shown.contains(Bench.token))
  }

  @Test func `any other answer sends nothing`() throws {
    for answer in ["", "no", "y", "Yes", "yes!", "post", "\u{4}"] {
      let (ending, shown) = try bench.answering(answer, ["post", "RILL-1"], jira)
      #expect(ending == .exit(5), "\(answer): \(shown)")
      #expect(shown.contains("nothing is signed or sent"), "\(answer)")
    }
    #expect(try jira.comments() == [])
    #expect(try bench.steps() == [])
  }

  @Test func `what somebody else posts while it is read is not posted over`() throws {
    let terminal = try bench.session(["post", "RILL-1"], jira)
    try terminal.expect("anything else sends nothing: ")
    let mark: JSONValue = .object([
      "record": .string("RILL-1"), "revision": .number(1), "digest": .string("0a1b"),
    ])
    try jira.addTicket(
      "RILL-1",
      [
        "comments": .array([
          .object([
            "body": .string("An earlier text."), "properties": .object(["postmortem": mark]),
          ])
        ])
      ])
    terminal.type("post it\n")
    try terminal.expect("RILL-1 changed while you read: nothing was sent.")
    #expect(try terminal.end() == .exit(6))
    #expect(try jira.comments().count == 1)
    #expect(try bench.steps() == [])
  }

  @Test func `Ctrl-C at the question sends nothing`() throws {
    let terminal = try bench.session(["post", "RILL-1"], jira)
    try terminal.expect("anything else sends nothing: ")
    terminal.type("\u{3}")
    #expect(try terminal.end() == .exit(130))
    #expect(try jira.comments() == [])
  }

  @Test func `what is there already is not sent again, by hand or in a script`() throws {
    #expect(try bench.answering("yes", ["post", "RILL-1"], jira).ending == .exit(0))
    let again = try bench.piped(["post", "RILL-1", "--json"], jira)
    #expect(again.ending == .exit(0), "\(again.error)")
    #expect(try again.json()["outcome"].text == "already-there")
    #expect(try again.json()["next"] == .null)
    #expect(
      try jira.requests().filter { $0["method"].text == "POST" && $0["status"].integer == 201 }.count == 1)
  }

  @Test func `a changed record replaces its comment once it is signed anew; the third asks what is wrong`()
    throws
  {
    try bench.answering("yes", ["post", "RILL-1"], jira)
    try bench.edit("It carries.", to: "It carries now.")
    let (ending, shown) = try bench.answering("go ahead", ["post", "RILL-1"], jira)
    #expect(ending == .exit(0), "\(shown)")
    #expect(shown.contains("revision 1, by Ada Byron"))
    #expect(shown.contains("✓ Replaced"))
    try bench.edit("It carries now.", to: "It carries at last.")
    let third = try bench.piped(["post", "RILL-1"], jira)
    #expect(third.ending == .exit(3))
    #expect(third.output.contains("which section is wrong"))
    let told = ["post", "RILL-1", "--wrong", "Fix: it says too little"]
    #expect(try bench.answering("yes", told, jira).ending == .exit(0))
    #expect(try jira.comments().count == 1)
    let report = try bench.piped(["deliveries", "RILL-1", "--check", "--json"], jira).json()
    #expect(report["deliveries"].elements.map { $0["terms"]["revision"].integer } == [1, 2, 3])
    #expect(report["deliveries"][2]["wrong"].text == "Fix: it says too little")
    #expect(report["deliveries"][2]["matchesRecord"] == .bool(true))
    #expect(report["deliveries"][2]["standing"] == .array([]))
  }

  @Test func `where customers read along, it is internal unless everyone is said`() throws {
    try jira.addTicket("HELP-7", ["projectType": .string("service_desk"), "summary": .string("Help")])
    let (_, shown) = try bench.answering("yes", ["post", "RILL-1", "--ticket", "HELP-7"], jira)
    #expect(shown.contains("the team only, no customers (internal)"))
    try jira.addTicket("HELP-8", ["projectType": .string("service_desk"), "summary": .string("Help")])
    let everyone = ["--visibility", "everyone"]
    let (ending, more) = try bench.answering(
      "yes", ["post", "RILL-1", "--ticket", "HELP-8"] + everyone, jira)
    #expect(ending == .exit(0), "\(more)")
    #expect(more.contains("everyone, CUSTOMERS INCLUDED"))
    // What is internal is opened where a person signs that.
    let opened = try bench.answering("yes", ["post", "RILL-1", "--ticket", "HELP-7"] + everyone, jira)
    #expect(opened.ending == .exit(0), "\(opened.shown)")
    #expect(opened.shown.contains("visible to internal"))
    #expect(opened.shown.contains(#"{"key":"sd.public.comment","value":{"internal":false}}"#))
    let comments = try jira.comments(of: "HELP-7")
    #expect(comments.map { $0["properties"]["sd.public.comment"]["internal"] } == [.bool(false)])
  }

  @Test func `a record that no longer passes is refused, and says why`() throws {
    try bench.edit("## Validation", to: "## Tests")
    let record = try bench.piped(["post", "RILL-1"], jira)
    #expect(record.ending == .exit(3))
    #expect(record.error.contains("no section “Validation”"))
    try bench.prepare("draft", "RILL-1")
    try bench.edit("## Tests", to: "## Validation")
    try bench.prepare("set", "RILL-1", "cause.mechanism=It is probably the carry.")
    let gate = try bench.piped(["post", "RILL-1"], jira)
    #expect(gate.ending == .exit(3))
    #expect(gate.error.contains("hypothesis"))
    #expect(try jira.requests().isEmpty)
  }

  @Test func `a dry run sends nothing and shows the request`() throws {
    let result = try bench.piped(["post", "RILL-1", "--dry-run"], jira)
    #expect(result.ending == .exit(0), "\(result.error)")
    #expect(result.output.contains("POST /rest/api/3/issue/RILL-1/comment"))
    #expect(result.output.contains("Nothing was sent."))
    #expect(try jira.comments() == [])
  }

  @Test func `a lost answer is looked up, and a refusal is told in Jira's words`() throws {
    try jira.addFault("close-after-storing", method: "POST", path: "/issue/RILL-1/comment")
    let (ending, shown) = try bench.answering("yes", ["post", "RILL-1"], jira)
    #expect(ending == .exit(0), "\(shown)")
    #expect(try jira.comments().count == 1)
    try jira.addTicket("RILL-2")
    try jira.addFault(
      "status-before-storing", method: "POST", path: "/issue/RILL-2/comment",
      ["status": .number(413), "errorMessages": .array([.string("The comment limit is reached.")])])
    let full = try bench.answering("yes", ["post", "RILL-1", "--ticket", "RILL-2"], jira)
    #expect(full.ending == .exit(1))
    #expect(full.shown.contains("The comment limit is reached."))
    #expect(try bench.steps().last == "refused")
  }

  @Test func `what a proxy delivered twice is said loudly`() throws {
    try jira.addFault("duplicate", method: "POST", path: "/issue/RILL-1/comment")
    let (ending, shown) = try bench.answering("yes", ["post", "RILL-1"], jira)
    #expect(ending == .exit(6))
    #expect(shown.contains("THE TICKET HOLDS THE RECORD ONCE MORE"))
    #expect(try bench.piped(["post", "RILL-1"], jira).ending == .exit(6))
  }

  @Test func `a site that stores it in another form is told no difference`() throws {
    let other = try JiraStandIn(["--normalise"], token: Bench.token)
    try other.addTicket("RILL-1")
    #expect(try bench.answering("yes", ["post", "RILL-1"], other).ending == .exit(0))
    #expect(try bench.piped(["post", "RILL-1"], other).ending == .exit(0))
    #expect(try other.comments().count == 1)
  }

  @Test func `Data Center gets wiki markup, which is shown as it is`() throws {
    let server = try JiraStandIn(["--kind", "data-center"], token: Bench.token)
    try server.addTicket("RILL-1")
    var login = bench.login(to: server)
    login["POSTMORTEM_JIRA_EMAIL"] = ""
    let terminal = try bench.program.atTerminal(
      ["post", "RILL-1"], in: bench.repository.path, adding: login.merging(["PAGER": "cat"]) { $1 })
    try terminal.expect("h2. Summary")
    try terminal.expect("anything else sends nothing: ")
    terminal.type("yes\n")
    #expect(try terminal.end() == .exit(0), "\(terminal.shown)")
    #expect(try server.comments().first?["body"].text?.contains("h2. Summary") == true)
  }

  @Test func `a payload longer than the terminal goes through $PAGER, to the byte, and is not left behind`()
    throws
  {
    let terminal = try bench.session(["post", "RILL-1"], jira, adding: ["PAGER": "sha256sum"])
    let digest = try terminal.expect("payload.growing").split(separator: "\n").last?.prefix(64)
    try terminal.expect("sha256 \(digest ?? "none")")
    try terminal.expect("anything else sends nothing: ")
    terminal.type("no\n")
    #expect(try terminal.end() == .exit(5))
    #expect(try FileTree.list(bench.state).filter { $0.contains("payload") } == [])
  }

  @Test func `a pager that fails is no reason not to ask, and what is typed into one is no answer`() throws {
    let failing = try bench.session(["post", "RILL-1"], jira, adding: ["PAGER": "false"])
    try failing.expect("anything else sends nothing: ")
    failing.type("no\n")
    #expect(try failing.end() == .exit(5))
    let reading = try bench.session(
      ["post", "RILL-1"], jira, adding: ["PAGER": "sh -c 'echo PAGED; read -r line; echo \"read $line\"'"])
    try reading.expect("PAGED")
    reading.type("post it\n")
    try reading.expect("read post it")
    try reading.expect("anything else sends nothing: ")
    #expect(try jira.comments() == [])
    reading.type("post it\n")
    #expect(try reading.end() == .exit(0), "\(reading.shown)")
  }

  @Test func `a wait after 429 is said to whoever sits there, and to nobody else`() throws {
    try jira.addFault(
      "status-before-storing", path: "/myself", count: 2,
      ["status": .number(429), "retryAfter": .number(1)])
    let terminal = try bench.session(["post", "RILL-1", "--dry-run"], jira)
    // A second, and up to a quarter more by chance.
    for _ in 0..<2 {
      try terminal.expect("Jira takes no more requests for now (429): it is asked again in ")
      try terminal.expect(" s.\n")
    }
    #expect(try terminal.end() == .exit(0))
    try jira.addFault(
      "status-before-storing", path: "/myself", ["status": .number(429), "retryAfter": .number(1)])
    let piped = try bench.piped(["post", "RILL-1", "--dry-run"], jira)
    #expect(piped.ending == .exit(0))
    #expect(piped.error == "")
  }

  @Test func `one delivery of a case at a time`() throws {
    let terminal = try bench.session(["post", "RILL-1"], jira)
    try terminal.expect("anything else sends nothing: ")
    let other = try bench.piped(["post", "RILL-1"], jira)
    #expect(other.ending == .exit(6))
    #expect(other.error.contains("Another process is delivering RILL-1"))
    #expect(
      try bench.repository.git("status", "--porcelain", "--ignored=no").contains("delivery.lock") == false)
  }

  @Test func `a bundle is handed off, with what must stay and what is left out`() throws {
    let bundle = try bench.call("handoff", "RILL-1", "--keep", "Acme", "--json").json()
    #expect(bundle["schema"].text == "postmortem/handoff/1")
    #expect(bundle["keys"].texts == ["RILL-1"])
    #expect(bundle["leaveOut"].texts.contains("run.sh") || bundle["leaveOut"].texts.contains("sh run.sh"))
    #expect(bundle["names"][0]["isInRecord"] == .bool(false))
    #expect(
      bundle["facts"].elements.contains {
        $0["field"].text == "cause.mechanism" && $0["standing"].text == "attested"
      })
    #expect(try bench.call("handoff", "RILL-1").output.contains("## Names of the code, to be left out"))
    #expect(try bench.steps() == [])
  }
}
