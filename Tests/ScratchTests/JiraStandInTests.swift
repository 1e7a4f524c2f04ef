import Scratch
import Storage
import Subprocess
import Testing

/// The door to the stand-in for Jira, as other tests use it; the client is Python's.
@Suite struct JiraStandInTests {
  @Test func `a comment that was posted is held, and the request is in the log without its token`() throws {
    let jira = try JiraStandIn(token: "s3cret-t0ken")
    try jira.addTicket("RILL-142", ["summary": .string("It hangs")])
    let answer = try post("It is fixed.", to: jira, token: "s3cret-t0ken")
    #expect(answer.contains("\"id\":\"10000\""))
    #expect(try jira.comments(of: "RILL-142").map { $0["body"].text } == ["It is fixed."])
    let requests = try jira.requests()
    #expect(requests.map { $0["authorization"].text } == ["right"])
    #expect(requests.map { $0["status"].integer } == [201])
    #expect(!"\(requests)".contains("s3cret"))
  }

  @Test func `a fault happens as often as it was asked for`() throws {
    let jira = try JiraStandIn()
    try jira.addTicket("RILL-142")
    try jira.addFault("close-after-storing", method: "POST", path: "/comment", count: 2, skip: 1)
    let answers = try ["one", "two", "three", "four"].map { try post($0, to: jira) }
    try jira.settle()
    let comments = try jira.comments().map { $0["body"].text }
    #expect(comments == ["one", "two", "three", "four"], "\(answers)")
    let faults = try jira.requests().map { $0["fault"].text }
    #expect(faults == [nil, "close-after-storing", "close-after-storing", nil], "\(answers)")
    #expect(throws: JiraStandInError.self) { try jira.addFault("earthquake") }
  }

  @Test func `with TLS its certificate is good for those who trust its authority`() throws {
    let jira = try JiraStandIn(["--tls", "right"])
    let authority = try #require(jira.authority)
    #expect(jira.url.hasPrefix("https://127.0.0.1:"))
    let info = "\(jira.url)/rest/api/3/serverInfo"
    #expect(try ask(info, ["SSL_CERT_FILE": authority]).contains("\"deploymentType\":\"Cloud\""))
    #expect(try ask(info).contains("CERTIFICATE_VERIFY_FAILED"))
  }

  private func post(_ text: String, to jira: JiraStandIn, token: String = "stand-in-token") throws -> String {
    try ask(
      "\(jira.url)/rest/api/2/issue/RILL-142/comment",
      ["BODY": "{\"body\":\"\(text)\"}", "PERSON": "\(JiraStandIn.email):\(token)"])
  }

  /// Asks by a client that is not ours; what it says where it fails is its answer.
  private func ask(_ url: String, _ variables: [String: String] = [:]) throws -> String {
    let script = """
      import base64, os, sys, urllib.request
      body, person = os.environ.get("BODY"), os.environ.get("PERSON", "")
      request = urllib.request.Request(sys.argv[1], body and body.encode())
      if person: request.add_header("Authorization", "Basic " + base64.b64encode(person.encode()).decode())
      try: print(urllib.request.urlopen(request, timeout=300).read().decode())
      except Exception as error: print(error)
      """
    let result = try Spawner().capture(
      Command(
        "python3", ["-c", script, url],
        environment: variables.merging(["PATH": ProcessVariables.path]) { $1 }, workingDirectory: "/"))
    return String(decoding: result.output, as: UTF8.self)
  }
}
