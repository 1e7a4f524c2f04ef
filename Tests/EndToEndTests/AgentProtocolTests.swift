import Scratch
import Subprocess
import Testing

/// What every client of the Model Context Protocol relies on, whatever it calls.
@Suite struct AgentProtocolTests {
  static let handshakes = ["2025-11-25", "2025-06-18", "2024-11-05"]
  static let revisions = [AgentSession.stateless] + handshakes

  let bench: Bench

  init() throws {
    bench = try Bench()
    _ = try bench.program.run(["new", "RILL-1", "--fix", "HEAD"], in: bench.repository.path)
  }

  private func session(_ revision: String = AgentSession.stateless) throws -> AgentSession {
    try AgentSession(bench.program, in: bench.repository.path, revision: revision)
  }

  @Test(arguments: revisions)
  func `the gate is asked for in every revision, and the answer names the repository`(revision: String) throws
  {
    let agent = try session(revision)
    let result = try agent.call("gate", ["key": .string("RILL-1")])
    let text = try #require(result["content"][0]["text"].text)
    #expect(text.hasPrefix("The gate of RILL-1 is closed."))
    #expect(text.contains("Repository: \(bench.repository.path)"))
    #expect(result["isError"] == .null)
    if revision >= "2025-06-18" {
      #expect(result["structuredContent"]["result"]["isOpen"] == .bool(false))
      #expect(result["structuredContent"]["repository"].text == bench.repository.path)
    } else {
      #expect(result["structuredContent"] == .null)
    }
    #expect(try agent.leave().ending == .exit(0))
  }

  @Test func `a client that stands alone is told what there is, at once`() throws {
    let result = try session().ask("server/discover")["result"]
    #expect(result["supportedVersions"].texts == Self.revisions)
    #expect(result["resultType"].text == "complete")
    #expect((result["instructions"].text ?? "").utf8.count < 2048)
  }

  @Test(arguments: handshakes)
  func `a handshake gets the revision that it asks for`(revision: String) throws {
    let agent = try AgentSession(
      bench.program, in: bench.repository.path, revision: revision, shakesHands: false)
    let hello = JSONValue.object(["protocolVersion": .string(revision), "capabilities": .object([:])])
    #expect(try agent.ask("initialize", hello)["result"]["protocolVersion"].text == revision)
    #expect(try agent.ask("ping")["result"] == .object([:]))
  }

  @Test(arguments: ["1999-01-01", "2025-03-26", AgentSession.stateless, "2030-01-01"])
  func `a handshake for another revision is offered the newest one with a handshake`(revision: String) throws
  {
    let agent = try AgentSession(
      bench.program, in: bench.repository.path, revision: "2025-11-25", shakesHands: false)
    let hello = JSONValue.object(["protocolVersion": .string(revision), "capabilities": .object([:])])
    #expect(try agent.ask("initialize", hello)["result"]["protocolVersion"].text == "2025-11-25")
  }

  @Test func `garbage is answered, and nothing ends by it`() throws {
    let agent = try session()
    try agent.write("{")
    #expect(try agent.message { $0["id"] == .null }["error"]["code"] == .number(-32700))
    for line in ["[]", "42", #"{"jsonrpc":"2.0"}"#] {
      try agent.write(line)
      #expect(try agent.message { $0["id"] == .null }["error"]["code"] == .number(-32600))
    }
    try agent.write("")
    try agent.notify("notifications/unheard-of", .object([:]))
    #expect(try agent.ask("no/such/method")["error"]["code"] == .number(-32601))
    #expect(agent.unclaimed == [])
  }

  @Test func `the list of tools is one page, small, and the same each time`() throws {
    let agent = try session()
    let first = try agent.ask("tools/list")["result"]
    #expect(try agent.ask("tools/list")["result"] == first)
    #expect(first["tools"].elements.count <= 10)
    for tool in first["tools"].elements {
      #expect(tool["inputSchema"]["type"].text == "object")
      #expect(tool["annotations"]["readOnlyHint"] != .null)
    }
    let other = try agent.ask("tools/list", .object(["cursor": .string("2")]))
    #expect(other["error"]["code"] == .number(-32602))
  }

  @Test func `the end of input and SIGTERM end it, with status 0`() throws {
    #expect(try session().leave().ending == .exit(0))
    let agent = try session()
    _ = try agent.ask("tools/list")
    #expect(try agent.end(bySignal: 15) == .exit(0))
  }
}
