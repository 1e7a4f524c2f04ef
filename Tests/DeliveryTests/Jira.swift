import Delivery
import Network
import Scratch
import Storage
import Subprocess
import Synchronization
import Testing

/// A site of Jira that answers by a script, asked by a client that waits for nothing.
struct Jira {
  let server: ScriptedServer
  let kind: Destination.Kind

  /// How long was waited, in milliseconds, wait by wait.
  let waits = Waits()

  /// What was said of the waits before they began.
  let notices = Notices()

  final class Notices: Sendable {
    private let said = Mutex<[TrackerWait]>([])
    var all: [TrackerWait] { said.withLock { $0 } }
    func add(_ wait: TrackerWait) { said.withLock { $0.append(wait) } }
  }

  static let token = "ATATT3xFfGF0-not-a-real-one"

  final class Waits: Sendable {
    private let all = Mutex<[Int]>([])
    var milliseconds: [Int] { all.withLock { $0 } }
    func add(_ duration: Duration) {
      let parts = duration.components
      all.withLock { $0.append(Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)) }
    }
  }

  /// Jira Cloud.
  init(_ script: [ScriptedServer.Step]) throws { try self.init(.cloud, script) }

  /// The first question is always who asks.
  init(_ kind: Destination.Kind, _ script: [ScriptedServer.Step]) throws {
    self.kind = kind
    let myself =
      kind == .cloud
      ? #"{"accountId":"5b10a","displayName":"Ada Byron"}"#
      : #"{"key":"JIRAUSER10100","name":"ada","displayName":"Ada Byron"}"#
    server = try ScriptedServer([.json(myself)] + script)
  }

  func tracker(
    bodyLimit: Int = 8 << 20, patience: Duration = .seconds(120), timeLimit: Duration = .seconds(5),
    cloudID: String? = nil
  ) throws -> JiraTracker {
    var limits = HTTPClient.Limits()
    limits.body = bodyLimit
    limits.request = timeLimit
    let waits = waits
    let timekeeper = Timekeeper(
      elapsed: { .milliseconds(waits.milliseconds.reduce(0, +)) }, seconds: { 1_800_000_000 },
      wait: {
        waits.add($0)
        return true
      }, chance: { 0 })
    let address = try #require(WebAddress(server.address()))
    let secret = Secret(Self.token)
    return try JiraTracker(
      JiraSite(
        address: address, kind: kind, cloudID: cloudID,
        authorization: kind == .cloud ? .basic(user: "ada@example.org", password: secret) : .bearer(secret)),
      client: HTTPClient(limits: limits, proxies: ProxySettings(environment: [:]), interrupt: .never),
      pace: JiraPace(patience: patience, timekeeper: timekeeper, notice: notices.add), gateway: address)
  }

  /// The requests after the first, each with its method and path alone.
  var asked: [String] {
    server.requests.dropFirst().map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
  }

  /// The body of the last request.
  var sent: String {
    server.requests.last?.firstRange(of: "\r\n\r\n").map {
      String(server.requests.last?[$0.upperBound...] ?? "")
    }
      ?? ""
  }

  /// A comment as Jira writes it.
  static func comment(_ id: Int, body: String = #""text""#, more: String = "") -> String {
    #"{"id":"\#(id)","author":{"key":"JIRAUSER10100","displayName":"Ada Byron"},"#
      + #""body":\#(body),"created":"2026-11-28T09:00:00.000+0000","updated":"2026-11-28T09:00:00.000+0000"\#(more)}"#
  }

  /// A page of comments as Jira writes it.
  static func page(_ comments: [String], total: Int) -> ScriptedServer.Step {
    .json(
      #"{"startAt":0,"maxResults":50,"total":\#(total),"comments":[\#(comments.joined(separator: ","))]}"#)
  }

  static let mark = CommentMark(record: "RILL-142", revision: 2, digest: "0a1b")
  static let markProperty =
    #"{"key":"postmortem","value":{"record":"RILL-142","revision":2,"digest":"0a1b"}}"#
}

extension ScriptedServer.Step {
  /// An answer of JSON.
  static func json(_ text: String, _ status: String = "200 OK", headers: [String] = []) -> Self {
    .answer(ScriptedServer.text(status, text, headers: ["Content-Type: application/json"] + headers))
  }
}
