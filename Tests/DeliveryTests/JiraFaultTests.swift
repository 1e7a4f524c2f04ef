import Delivery
import Network
import Scratch
import Testing

@Suite struct JiraFaultTests {
  private func failure(_ jira: Jira, _ call: (JiraTracker) throws -> Void) throws -> TrackerError {
    let tracker = try jira.tracker(patience: .seconds(60), timeLimit: .milliseconds(200))
    let error = #expect(throws: TrackerError.self) { try call(tracker) }
    let found = try #require(error)
    #expect(!"\(found)".contains(Jira.token))
    return found
  }

  private func post(_ tracker: JiraTracker) throws { _ = try tracker.post(Array("{}".utf8), to: "RILL-142") }

  @Test(arguments: [
    (
      "400 Bad Request",
      #"{"errorMessages":["One."],"errors":{"comment":"Comment body is not valid!","a":"Two."}}"#,
      400, ["One.", "a: Two.", "comment: Comment body is not valid!"]
    ),
    (
      "401 Unauthorized", #"{"message":"Client must be authenticated"}"#, 401,
      ["Client must be authenticated"]
    ),
    ("403 Forbidden", "<html>no</html>", 403, []), ("404 Not Found", "", 404, []),
    (
      "413 Payload Too Large", #"{"errorMessages":["Too many comments."],"errors":{}}"#, 413,
      ["Too many comments."]
    ),
  ])
  func `what Jira refuses is not sent again, and its words are passed on`(
    status: String, body: String, code: Int, messages: [String]
  ) throws {
    let jira = try Jira([.json(body, status), .json(Jira.comment(7), "201 Created")])
    #expect(try failure(jira, post) == .refused(status: code, messages: messages))
    #expect(jira.asked.count == 1)
  }

  @Test func `a token that Jira repeats is not passed on`() throws {
    let jira = try Jira([.json(#"{"message":"No such token: \#(Jira.token)"}"#, "401 Unauthorized")])
    #expect(try failure(jira, post) == .refused(status: 401, messages: ["No such token: (secret)"]))
  }

  @Test func `a login that Jira takes for nobody's is a refusal, whatever the status`() throws {
    let jira = try Jira([.json("{}", headers: ["X-Seraph-LoginReason: AUTHENTICATED_FAILED"])])
    #expect(try failure(jira) { _ = try $0.ticket("RILL-142") } == .refused(status: 401, messages: []))
  }

  @Test func `words of Jira are cut to what a person reads`() throws {
    let line = "\"\(String(repeating: "x", count: 2000))\""
    let long = #"{"errorMessages":[\#([String](repeating: line, count: 100).joined(separator: ","))]}"#
    let jira = try Jira([.json(long, "400 Bad Request")])
    guard case .refused(400, let messages) = try failure(jira, post) else {
      Issue.record("A 400 is a refusal.")
      return
    }
    #expect(messages.count == 20)
    #expect(messages.allSatisfy { $0.count == 500 })
  }

  @Test(arguments: [
    ScriptedServer.Step.json("{}", "500 Internal Server Error"),
    .json("{}", "503 Service Unavailable", headers: ["Retry-After: 1"]),
    .reset, .stall(""), .stall("HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n{"),
    .json("", "201 Created"),
    .json("<html>", "201 Created"), .json(#"{"body":1}"#, "201 Created"),
    .answerAndClose("HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{\"id\":"),
  ])
  func `a write whose outcome is unknown is doubtful, and not sent again`(step: ScriptedServer.Step) throws {
    let jira = try Jira([step, .json(Jira.comment(7), "201 Created")])
    guard case .doubtful = try failure(jira, post) else {
      Issue.record("It may have been stored.")
      return
    }
    #expect(jira.asked.count == 1)
    #expect(jira.waits.milliseconds == [])
  }

  @Test(arguments: [
    (ScriptedServer.Step.json("{}", "502 Bad Gateway"), [500, 1000, 2000]), (.stall(""), [500, 1000, 2000]),
    (.answerAndClose("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"), [500, 1000, 2000]),
    // The first time libcurl takes the open connection for one that had died before, and makes another.
    (.reset, [500, 1000]),
  ])
  func `a read whose answer is lost is tried again`(step: ScriptedServer.Step, waits: [Int]) throws {
    let jira = try Jira([step, step, step, .json(#"{"key":"RILL-142","fields":{}}"#)])
    let tracker = try jira.tracker(timeLimit: .milliseconds(200))
    #expect(try tracker.ticket("RILL-142").key == "RILL-142")
    #expect(jira.waits.milliseconds == waits)
  }

  @Test func `a read is not tried without end`() throws {
    let step = ScriptedServer.Step.json("{}", "502 Bad Gateway")
    let jira = try Jira([step, step, step, step, step, step])
    #expect(
      try failure(jira) { _ = try $0.ticket("RILL-142") }
        == .doubtful("\(jira.server.address()) answered 502, an error of its own"))
    #expect(jira.asked.count == 4)
  }

  @Test(arguments: [
    (["Retry-After: 7"], 7000), (["Retry-After: Fri, 15 Jan 2027 08:00:09 GMT"], 9000),
    (["X-RateLimit-Reset: 2027-01-15T08:00:03Z"], 3000), (["X-RateLimit-Reset: 2027-01-15T08:01Z"], 60000),
    (["Retry-After: 2", "X-RateLimit-Reset: 2027-01-15T08:00:30Z"], 2000), (["Retry-After: soon"], 1000),
    (["X-RateLimit-Reset: 2020-01-15T08:00:30Z"], 0), ([], 1000),
  ])
  func `too many requests: the write is sent again when the server says`(headers: [String], wait: Int) throws
  {
    let jira = try Jira([
      .json("{}", "429 Too Many Requests", headers: headers), .json(Jira.comment(7), "201 Created"),
    ])
    _ = try jira.tracker().post(Array("{}".utf8), to: "RILL-142")
    #expect(jira.waits.milliseconds == [wait])
    #expect(jira.asked.count == 2)
  }

  @Test func `a storm of 429 is waited out for so long and no longer`() throws {
    let step = ScriptedServer.Step.json(
      #"{"errorMessages":["Rate limit exceeded."]}"#, "429 Too Many Requests")
    let jira = try Jira([ScriptedServer.Step](repeating: step, count: 20))
    #expect(try failure(jira, post) == .limited(status: 429, messages: ["Rate limit exceeded."]))
    #expect(jira.waits.milliseconds == [1000, 2000, 4000, 8000, 16000])
    // Each is said before it begins.
    #expect(
      jira.notices.all
        == [1, 2, 4, 8, 16].map { TrackerWait(reason: .tooManyRequests, duration: .seconds($0)) })
  }

  @Test func `a wait that is longer than our patience is not begun`() throws {
    let jira = try Jira([.json("{}", "429 Too Many Requests", headers: ["Retry-After: 3600"])])
    #expect(try failure(jira, post) == .limited(status: 429, messages: []))
    #expect(jira.waits.milliseconds == [])
  }

  @Test func `where the site sends us elsewhere nothing was stored`() throws {
    let jira = try Jira([
      .answer(ScriptedServer.text("302 Found", headers: ["Location: https://login.example.org/sso"]))
    ])
    guard case .unreachable(let error) = try failure(jira, post) else {
      Issue.record("Nothing was sent there.")
      return
    }
    #expect(error.sentence.contains("sends us to https://login.example.org; the token was not sent there."))
  }
}
