import Network
import Scratch
import Storage
import Subprocess
import Synchronization
import Testing
import Writer

/// What is done about servers that take less, have no time, or send us elsewhere.
@Suite struct WriterClientTests {
  private static func error(_ status: String, _ message: String, headers: [String] = [])
    -> ScriptedServer.Step
  {
    .answer(ScriptedServer.text(status, #"{"error":{"message":"\#(message)"}}"#, headers: headers))
  }

  private static func good(_ kind: WriterSettings.Kind = .openAIChat) -> ScriptedServer.Step {
    .answer(ScriptedServer.text("200 OK", Answers.whole(kind, "x")))
  }

  @Test(arguments: [
    (Asking.key, "bad key (secret)"), ("\(Asking.key.prefix(12))…789", "bad key (secret)…789"),
    ("sk-none", "bad key sk-none"),
  ])
  func `a server that repeats the key is passed on without it`(shown: String, told: String) throws {
    let refusing = try ScriptedServer(Self.error("401 Unauthorized", "bad key \(shown)"))
    #expect(try Asking(.openAIChat, refusing).failure() == .refused(status: 401, told))
    let friendly = try ScriptedServer(
      .answer(ScriptedServer.text("200 OK", #"{"error":"bad key \#(shown)"}"#)))
    #expect(try Asking(.openAIChat, friendly).failure() == .noAnswer(told))
  }

  @Test func `a server of one's own is asked by a schema with bounds, and without them where it takes none`()
    throws
  {
    let server = try ScriptedServer(
      Self.error("400 Bad Request", "Invalid schema: 'maxProperties' is not permitted"), Self.good())
    #expect(try Asking(.openAIChat, server).answer() == "x")
    let schemas = try [0, 1].map { try server.body($0)["response_format"]["json_schema"]["schema"] }
    #expect(schemas == [Asking.task.boundedSchema, Asking.task.schema])
  }

  @Test func `a server that knows no schema is asked for a JSON object, then in words alone`() throws {
    let server = try ScriptedServer(
      Self.error("400 Bad Request", "unknown field: json_schema"),
      // One is known to answer 500 there.
      Self.error(
        "500 Internal Server Error", "Input should be 'text' or 'json_object', input: 'json_schema'"),
      Self.error("400 Bad Request", "response_format is not supported"), Self.good())
    #expect(try Asking(.openAIChat, server).answer() == "x")
    #expect(try server.body(0)["response_format"]["type"].text == "json_schema")
    #expect(try server.body(1)["response_format"]["type"].text == "json_schema")
    #expect(try server.body(2)["response_format"]["type"].text == "json_object")
    #expect(try server.body(3)["response_format"] == .nothing)
  }

  @Test(arguments: [WriterSettings.Kind.anthropic, .openAIResponses])
  func `an interface with one way only is asked in words alone`(kind: WriterSettings.Kind) throws {
    let server = try ScriptedServer(
      Self.error("400 Bad Request", "output_config, text.format: unknown"), Self.good(kind))
    #expect(try Asking(kind, server).answer() == "x")
    #expect(try server.body(1)["output_config"] == .nothing)
    #expect(try server.body(1)["text"] == .nothing)
  }

  @Test func `the length is named as the server knows it`() throws {
    let server = try ScriptedServer(
      Self.error(
        "400 Bad Request", "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
      Self.good())
    #expect(try Asking(.openAIChat, server).answer() == "x")
    #expect(try server.body(0)["max_tokens"] == .whole(8000))
    #expect(try server.body(1)["max_completion_tokens"] == .whole(8000))
    #expect(try server.body(1)["max_tokens"] == .nothing)
  }

  @Test func `a server that refuses both names is told of, and not asked for ever`() throws {
    let refusals = (0..<9).map { number in
      Self.error(
        "400 Bad Request",
        number % 2 == 0 ? "unknown: 'max_tokens'" : "unknown: max_completion_tokens")
    }
    let server = try ScriptedServer(refusals)
    let failure = try Asking(.openAIChat, server).failure()
    #expect(failure == .refused(status: 400, "unknown: 'max_tokens'"))
    #expect(server.requests.count == 5)
  }

  @Test(arguments: [
    (429, "Too Many Requests"), (529, "Overloaded"), (503, "Service Unavailable"),
    (500, "Internal Server Error"),
  ])
  func `a busy server is waited for as long as it says`(status: Int, words: String) throws {
    let server = try ScriptedServer(
      Self.error("\(status) \(words)", "Later.", headers: ["Retry-After: 7"]),
      Self.error("\(status) \(words)", "Later."), Self.good())
    let waits = Waits()
    #expect(try Asking(.openAIChat, server, waits: waits.add).answer() == "x")
    #expect(waits.all == [.seconds(7), .seconds(2)])
  }

  @Test func `a wait beyond the time that is left is not begun`() throws {
    let server = try ScriptedServer(
      Self.error("429 Too Many Requests", "Come tomorrow.", headers: ["Retry-After: 86400"]))
    let waits = Waits()
    let failure = try Asking(.anthropic, server, waits: waits.add).failure()
    #expect(failure == .busy(status: 429, "Come tomorrow."))
    #expect(waits.all == [])
  }

  @Test func `a server that stays busy is left alone after a few trials`() throws {
    let server = try ScriptedServer((0..<9).map { _ in Self.error("529 Overloaded", "Overloaded") })
    #expect(try Asking(.anthropic, server).failure() == .busy(status: 529, "Overloaded"))
    #expect(server.requests.count == 4)
  }

  static let refusals: [(line: String, body: String, status: Int, said: String)] = [
    (
      "400 Bad Request", #"{"error":{"code":400,"message":"request (3024 tokens) exceeds the context"}}"#,
      400,
      "request (3024 tokens) exceeds the context"
    ),
    (
      "401 Unauthorized", #"{"type":"error","error":{"type":"x","message":"invalid x-api-key"}}"#, 401,
      "invalid x-api-key"
    ),
    ("404 Not Found", #"{"detail":"Not Found"}"#, 404, "Not Found"),
    ("403 Forbidden", "nothing of JSON", 403, ""),
  ]

  @Test(arguments: refusals)
  func `what a server refuses is told in its words`(line: String, body: String, status: Int, said: String)
    throws
  {
    let server = try ScriptedServer(.answer(ScriptedServer.text(line, body)))
    #expect(try Asking(.openAIChat, server).failure() == .refused(status: status, said))
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `a server that sends us elsewhere gets no second request, and nobody gets the key`(status: Int) throws
  {
    let other = try ScriptedServer(Self.good(.anthropic))
    let server = try ScriptedServer(
      .answer(ScriptedServer.text("\(status) Moved", headers: ["Location: \(other.address("/v1/messages"))"]))
    )
    let failure = try Asking(.anthropic, server).failure()
    guard case .unreachable(let error) = failure else { throw failure }
    #expect(error.cause == .redirected(to: other.address()))
    #expect(other.connections == 0)
    #expect(server.requests.count == 1)
  }

  @Test func `an answer that does not come in time is no answer`() throws {
    let server = try ScriptedServer(.stall("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"choices\":"))
    let asking = try Asking(.openAIChat, server, deadline: .milliseconds(300))
    #expect(try asking.failure() == .timedOut(.milliseconds(300)))
  }

  @Test func `a connection that breaks is told of, and the request is not sent again`() throws {
    let server = try ScriptedServer(.reset, Self.good())
    guard case .unreachable(let error) = try Asking(.openAIChat, server).failure() else {
      Issue.record("It is unreachable.")
      return
    }
    #expect(error.mayHaveArrived)
    #expect(server.requests.count == 1)
  }

  @Test func `an answer without an end is not read to it`() throws {
    let long = String(repeating: " ", count: 3 << 20)
    let server = try ScriptedServer(.answerAndClose(ScriptedServer.text("200 OK", long)))
    guard case .unreachable(let error) = try Asking(.openAIChat, server).failure() else {
      Issue.record("It is unreachable.")
      return
    }
    #expect(error.cause == .tooLong(limit: 2 << 20))
  }

  @Test func `a key that no header takes is not sent`() throws {
    let server = try ScriptedServer(Self.good(.anthropic))
    let failure = try Asking(.anthropic, server, key: "one\r\nX-Two: two").failure()
    guard case .unreachable(let error) = failure, case .unfit = error.cause else { throw failure }
    #expect(server.connections == 0)
  }
}

/// What was waited, in its order.
final class Waits: Sendable {
  private let waits = Mutex<[Duration]>([])
  var all: [Duration] { waits.withLock { $0 } }
  @Sendable func add(_ wait: Duration) { waits.withLock { $0.append(wait) } }
}
