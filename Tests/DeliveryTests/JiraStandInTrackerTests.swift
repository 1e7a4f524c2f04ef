import Delivery
import Network
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

/// The client against a stand-in that keeps what it is sent, and checks it as Jira does.
@Suite struct JiraStandInTrackerTests {
  private func door(_ jira: JiraStandIn) -> JiraDoor {
    JiraDoor(
      client: HTTPClient(
        proxies: ProxySettings(environment: [:]), certificates: jira.authority, interrupt: .never),
      pace: JiraPace(timekeeper: .system(interrupt: .never)),
      gateway: WebAddress(WebAddress(jira.gatewayURL)?.origin ?? ""))
  }

  private func tracker(_ jira: JiraStandIn, token: String = "stand-in-token") throws -> JiraTracker {
    let door = door(jira)
    let address = try #require(JiraSite.address(in: jira.url))
    return try door.tracker(
      at: address, kind: door.server(at: address).kind, user: JiraStandIn.email, token: Secret(token))
  }

  private static let document =
    #"{"content":[{"content":[{"text":"It hangs.","type":"text"}],"type":"paragraph"}],"type":"doc","version":1}"#

  private static let kinds: [([String], String)] = [
    ([], document), (["--kind", "data-center", "--context-path", "/jira"], "h1. Root cause\nIt hangs."),
  ]

  @Test(arguments: kinds)
  func `a comment is posted, found again by its mark, and replaced`(options: [String], body: String) throws {
    let jira = try JiraStandIn(options)
    let tracker = try tracker(jira)
    var draft = CommentDraft(
      body: Array(body.utf8), visibility: .everyone,
      mark: CommentMark(record: "OPS-1", revision: 1, digest: "0a1b"))
    let posted = try tracker.post(tracker.payload(of: draft, inPlaceOf: nil), to: "OPS-1")
    let read = try #require(try tracker.comment(posted.id, of: "OPS-1"))
    #expect(read.mark == draft.mark)
    #expect(String(decoding: read.body, as: UTF8.self) == body)
    #expect(read.authorID == tracker.destination.accountID)
    draft.mark.revision = 2
    _ = try tracker.replace(posted.id, of: "OPS-1", with: tracker.payload(of: draft, inPlaceOf: posted))
    var found: [StoredComment] = []
    try tracker.eachComment(of: "OPS-1") {
      found.append($0)
      return .goOn
    }
    #expect(found.map(\.id) == [posted.id])
    #expect(found.first?.mark == draft.mark)
    #expect(try tracker.comment("999999", of: "OPS-1") == nil)
  }

  @Test(arguments: [Visibility.internal, .role("Developers"), .everyone])
  func `who may read a comment is kept`(visibility: Visibility) throws {
    for (options, body) in Self.kinds {
      let jira = try JiraStandIn(options)
      let tracker = try tracker(jira)
      let draft = CommentDraft(
        body: Array(body.utf8), visibility: visibility,
        mark: CommentMark(record: "HELP-1", revision: 1, digest: "0a1b"))
      let posted = try tracker.post(tracker.payload(of: draft, inPlaceOf: nil), to: "HELP-1")
      #expect(try tracker.comment(posted.id, of: "HELP-1")?.visibility == visibility)
      var walked: [Visibility] = []
      try tracker.eachComment(of: "HELP-1") {
        if $0.mark != nil { walked.append($0.visibility) }
        return .goOn
      }
      #expect(walked == [visibility])
    }
  }

  @Test func `a token with scopes is found to go by the gateway`() throws {
    let jira = try JiraStandIn(scopedToken: "scoped")
    let tracker = try tracker(jira, token: "scoped")
    #expect(tracker.site.cloudID?.isEmpty == false)
    #expect(tracker.destination.site == jira.url)
    #expect(try tracker.ticket("OPS-1").link == "\(jira.url)/browse/OPS-1")
    #expect(throws: TrackerError.self) { try self.tracker(jira, token: "neither") }
  }

  /// As many as a ticket of Jira holds; fewer where the promise of memory is not measured.
  private static let many = ProcessVariables.isSoaking ? 5000 : 120

  @Test(arguments: kinds)
  func `many comments are read in pages, the newest first, in little memory`(
    options: [String], body: String
  ) throws {
    let jira = try JiraStandIn(options)
    let text = String(repeating: "It hangs here, too. ", count: 100)
    try jira.addTicket(
      "RILL-1", ["comments": .array([JSONValue](repeating: .string(text), count: Self.many))])
    let tracker = try tracker(jira)
    let before = Self.peakMemory
    var ids: [Int] = []
    try tracker.eachComment(of: "RILL-1") {
      ids.append(Int($0.id) ?? 0)
      return .goOn
    }
    #expect(ids.count == Self.many)
    #expect(ids == ids.sorted(by: >))
    // Other tests use memory at the same time.
    if ProcessVariables.isSoaking {
      #expect(Self.peakMemory - before < 100 << 20, "bytes beyond what the tests had")
    }
  }

  /// The most memory that this process ever had, in bytes.
  private static var peakMemory: Int {
    var usage = rusage()
    #if os(Linux)
      getrusage(RUSAGE_SELF.rawValue, &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }

  @Test func `whether one may comment is asked`() throws {
    for (options, _) in Self.kinds {
      let jira = try JiraStandIn(options)
      try jira.addTicket("RILL-1", ["mayComment": .bool(false)])
      let tracker = try tracker(jira)
      #expect(try tracker.mayComment(on: "OPS-1"))
      #expect(try !tracker.mayComment(on: "RILL-1"))
    }
  }

  @Test func `a site that answers in another form of the same meaning is understood`() throws {
    let jira = try JiraStandIn(["--normalise", "--tls", "right"])
    let tracker = try tracker(jira)
    let draft = CommentDraft(
      body: Array(Self.document.utf8), visibility: .everyone,
      mark: CommentMark(record: "OPS-1", revision: 1, digest: "0a1b"))
    let posted = try tracker.post(tracker.payload(of: draft, inPlaceOf: nil), to: "OPS-1")
    #expect(try tracker.comment(posted.id, of: "OPS-1")?.mark == draft.mark)
  }
}
