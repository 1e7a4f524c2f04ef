import Delivery
import Network
import Scratch
import Testing

@Suite struct JiraTrackerTests {
  @Test func `Cloud is asked by version 3 with a name and a token`() throws {
    let jira = try Jira(.cloud, [])
    let tracker = try jira.tracker()
    #expect(
      tracker.destination
        == Destination(site: jira.server.address(), kind: .cloud, account: "Ada Byron", accountID: "5b10a"))
    let request = try #require(jira.server.requests.first)
    #expect(request.hasPrefix("GET /rest/api/3/myself "))
    #expect(request.contains("\r\nAuthorization: Basic "))
  }

  @Test func `Data Center is asked by version 2 with a token alone`() throws {
    let jira = try Jira(.dataCenter, [])
    #expect(try jira.tracker().destination.accountID == "JIRAUSER10100")
    let request = try #require(jira.server.requests.first)
    #expect(request.hasPrefix("GET /rest/api/2/myself "))
    #expect(request.contains("\r\nAuthorization: Bearer \(Jira.token)\r\n"))
  }

  @Test func `a token with scopes goes through the gateway, and links stay on the site`() throws {
    let jira = try Jira(
      .cloud,
      [.json(#"{"key":"RILL-142","fields":{"summary":"It hangs","project":{"projectTypeKey":"software"}}}"#)])
    let tracker = try jira.tracker(cloudID: "11-22")
    let ticket = try tracker.ticket("RILL-142")
    #expect(jira.asked == ["GET /ex/jira/11-22/rest/api/3/issue/RILL-142?fields=summary%2Cproject"])
    #expect(ticket.link == jira.server.address("/browse/RILL-142"))
  }

  @Test func `a ticket says where it has moved, and whether customers read it`() throws {
    let jira = try Jira(
      .cloud,
      [.json(#"{"key":"NEW-7","fields":{"summary":"It hangs","project":{"projectTypeKey":"service_desk"}}}"#)]
    )
    let ticket = try jira.tracker().ticket("RILL-142")
    #expect(
      ticket
        == Ticket(
          key: "NEW-7", summary: "It hangs", link: jira.server.address("/browse/NEW-7"), servesCustomers: true
        ))
  }

  @Test(arguments: [
    (
      Destination.Kind.cloud, Visibility.everyone, #"{"type":"doc"}"# + "\n",
      #"{"body":{"type":"doc"},"properties":[{"key":"postmortem","value":{"digest":"0a1b","record":"RILL-142","revision":2}}]}"#
    ),
    (
      .cloud, .internal, #"{"type":"doc"}"#,
      #"{"body":{"type":"doc"},"properties":[{"key":"postmortem","value":{"digest":"0a1b","record":"RILL-142","revision":2}},{"key":"sd.public.comment","value":{"internal":true}}]}"#
    ),
    (
      .dataCenter, .role("Developers"), "h1. \"It\"\nhangs",
      #"{"body":"h1. \"It\"\nhangs","properties":[{"key":"postmortem","value":{"digest":"0a1b","record":"RILL-142","revision":2}}],"visibility":{"type":"role","value":"Developers"}}"#
    ),
    (
      .dataCenter, .group("jira-\"staff\""), "",
      #"{"body":"","properties":[{"key":"postmortem","value":{"digest":"0a1b","record":"RILL-142","revision":2}}],"visibility":{"type":"group","value":"jira-\"staff\""}}"#
    ),
  ])
  func `what is signed is the body of the request, to the byte`(
    kind: Destination.Kind, visibility: Visibility, body: String, expected: String
  ) throws {
    let jira = try Jira(kind, [.json(Jira.comment(7), "201 Created")])
    let tracker = try jira.tracker()
    let draft = CommentDraft(body: Array(body.utf8), visibility: visibility, mark: Jira.mark)
    let payload = tracker.payload(of: draft, inPlaceOf: nil)
    expectEqualText(String(decoding: payload, as: UTF8.self), expected)
    #expect(tracker.payload(of: draft, inPlaceOf: nil) == payload)
    let stored = try tracker.post(payload, to: "RILL-142")
    #expect(jira.sent == expected)
    #expect(jira.asked == ["POST /rest/api/\(kind == .cloud ? 3 : 2)/issue/RILL-142/comment"])
    #expect(stored.id == "7")
    #expect(stored.link == jira.server.address("/browse/RILL-142?focusedCommentId=7"))
    #expect(stored.author == "Ada Byron")
  }

  @Test func `a comment is replaced by its number`() throws {
    let jira = try Jira([.json(Jira.comment(7))])
    let tracker = try jira.tracker()
    _ = try tracker.replace("7", of: "RILL-142", with: Array("{}".utf8))
    #expect(jira.asked == ["PUT /rest/api/3/issue/RILL-142/comment/7"])
  }

  @Test func `a comment comes back with its body, its audience and its mark`() throws {
    let jira = try Jira([
      .json(Jira.comment(7, body: #"{"version":1,"type":"doc","content":[]}"#, more: #","jsdPublic":false"#)),
      .json(Jira.markProperty),
    ])
    let comment = try #require(try jira.tracker().comment("7", of: "RILL-142"))
    #expect(String(decoding: comment.body, as: UTF8.self) == #"{"content":[],"type":"doc","version":1}"#)
    #expect(comment.visibility == .internal)
    #expect(comment.mark == Jira.mark)
    #expect(
      jira.asked == [
        "GET /rest/api/3/issue/RILL-142/comment/7", "GET /rest/api/3/comment/7/properties/postmortem",
      ])
  }

  @Test(arguments: [
    (#","visibility":{"type":"role","value":"Developers"}"#, Visibility.role("Developers")),
    (#","visibility":{"type":"group","value":"staff"}"#, .group("staff")), (#","jsdPublic":true"#, .everyone),
  ])
  func `who may read a comment is read`(more: String, expected: Visibility) throws {
    let jira = try Jira([
      .json(Jira.comment(7, more: more)), .json(#"{"errorMessages":[]}"#, "404 Not Found"),
      .json(#"{"errorMessages":[]}"#, "404 Not Found"),
    ])
    let comment = try #require(try jira.tracker().comment("7", of: "RILL-142"))
    #expect(comment.visibility == expected)
    #expect(comment.mark == nil)
  }

  @Test func `Data Center tells by a property that a comment is internal`() throws {
    let jira = try Jira(
      .dataCenter,
      [
        .json(Jira.comment(7)), .json("{}", "404 Not Found"),
        .json(#"{"key":"sd.public.comment","value":{"internal":true}}"#),
      ])
    #expect(try jira.tracker().comment("7", of: "RILL-142")?.visibility == .internal)
  }

  @Test func `a comment that is gone is none`() throws {
    let jira = try Jira([
      .json(#"{"errorMessages":["Can not find a comment for the id: 7."]}"#, "404 Not Found")
    ])
    #expect(try jira.tracker().comment("7", of: "RILL-142") == nil)
  }

  @Test func `a key cannot lead to another place`() throws {
    let jira = try Jira([.json("{}", "404 Not Found")])
    let tracker = try jira.tracker()
    #expect(throws: TrackerError.self) { try tracker.ticket("../myself?x=") }
    #expect(jira.asked == ["GET /rest/api/3/issue/..%2Fmyself%3Fx%3D?fields=summary%2Cproject"])
  }
}
