import Storage
public import Subprocess
import Synchronization

/// `postmortem mcp`, and an agent that speaks with it line by line.
public final class AgentSession: Sendable {
  /// A revision of the protocol, and how it begins.
  public static let stateless = "2026-07-28"

  private let exchange: LineExchange
  private let revision: String
  private let capabilities: JSONValue

  private let inbox = MessageInbox()
  private let asked = Mutex(0)

  /// Starts the program, and shakes hands where the revision wants it.
  ///
  /// - Parameters:
  ///   - arguments: what stands before `mcp` on the command line.
  ///   - capabilities: what the agent says that it can do.
  /// - Throws: an error where it does not answer.
  public convenience init(
    _ program: PostmortemProgram, in directory: String, revision: String = AgentSession.stateless,
    capabilities: JSONValue = .object([:]), arguments: [String] = [],
    adding variables: [String: String] = [:],
    shakesHands: Bool = true
  ) throws {
    try self.init(
      program.path, environment: program.environment.merging(variables) { $1 }, in: directory,
      revision: revision, capabilities: capabilities, arguments: arguments, shakesHands: shakesHands)
  }

  /// The same with a program and an environment that are no test's.
  public init(
    _ path: String, environment: [String: String], in directory: String,
    revision: String = AgentSession.stateless, capabilities: JSONValue = .object([:]),
    arguments: [String] = [], shakesHands: Bool = true
  ) throws {
    exchange = try LineExchange([path] + arguments + ["mcp"], environment: environment, in: directory)
    self.revision = revision
    self.capabilities = capabilities
    guard revision != Self.stateless, shakesHands else { return }
    let hello = JSONValue.object([
      "protocolVersion": .string(revision), "capabilities": capabilities,
      "clientInfo": .object(["name": .string("tests"), "version": .string("1")]),
    ])
    _ = try answer(to: try send("initialize", hello))
    try write(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
  }

  /// Writes a line as it is.
  public func write(_ line: String) throws { try exchange.send(Array("\(line)\n".utf8)) }

  /// Writes bytes as they are, without the end of a line.
  public func write(bytes: [UInt8]) throws { try exchange.send(bytes) }

  /// Sends a request, and gives its number.
  @discardableResult
  public func send(_ method: String, _ parameters: JSONValue = .object([:]), meta: [String: JSONValue] = [:])
    throws -> Int
  {
    let id = asked.withLock { asked in
      asked += 1
      return asked
    }
    var members: [String: JSONValue] = [:]
    if case .object(let given) = parameters { members = given }
    var meta = meta
    if revision == Self.stateless {
      meta["io.modelcontextprotocol/protocolVersion"] = .string(revision)
      meta["io.modelcontextprotocol/clientCapabilities"] = capabilities
      meta["io.modelcontextprotocol/clientInfo"] = .object([
        "name": .string("tests"), "version": .string("1"),
      ])
    }
    if !meta.isEmpty { members["_meta"] = .object(meta) }
    let message = JSONValue.object([
      "jsonrpc": .string("2.0"), "id": .number(Double(id)), "method": .string(method),
      "params": .object(members),
    ])
    try write(String(decoding: JSONText.encode(message), as: UTF8.self))
    return id
  }

  /// Sends a notification.
  public func notify(_ method: String, _ parameters: JSONValue) throws {
    let message = JSONValue.object([
      "jsonrpc": .string("2.0"), "method": .string(method), "params": parameters,
    ])
    try write(String(decoding: JSONText.encode(message), as: UTF8.self))
  }

  /// Answers a request of the program's.
  public func reply(to request: JSONValue, _ result: JSONValue) throws {
    let message = JSONValue.object(["jsonrpc": .string("2.0"), "id": request["id"], "result": result])
    try write(String(decoding: JSONText.encode(message), as: UTF8.self))
  }

  /// Waits for the first message of the program that fits; the others wait for their turn.
  public func message(where fits: (JSONValue) -> Bool) throws -> JSONValue {
    try inbox.message(where: fits, reading: exchange.next)
  }

  /// Waits for the answer to a request.
  public func answer(to id: Int) throws -> JSONValue {
    try message { $0["method"] == .null && $0["id"] == .number(Double(id)) }
  }

  /// The messages that came and that nobody waited for.
  public var unclaimed: [JSONValue] { inbox.rest }

  /// Asks, and waits for the answer.
  public func ask(_ method: String, _ parameters: JSONValue = .object([:])) throws -> JSONValue {
    try answer(to: send(method, parameters))
  }

  /// Calls a tool, and gives its result.
  public func call(_ tool: String, _ arguments: [String: JSONValue]) throws -> JSONValue {
    try ask("tools/call", .object(["name": .string(tool), "arguments": .object(arguments)]))["result"]
  }

  /// The program's number.
  public var number: Int32 { exchange.number }

  /// Sends the program a signal, and waits for its end.
  public func end(bySignal number: Int32) throws -> Ending {
    exchange.sendSignal(number)
    return try exchange.finish(closingInput: false).ending
  }

  /// Leaves: closes the program's input, and gives how it ended and what it still said.
  @discardableResult
  public func leave() throws -> (ending: Ending, lines: [JSONValue]) {
    let (ending, lines) = try exchange.finish()
    return (ending, try lines.map { try JSONText.decode(JSONValue.self, from: $0) })
  }
}
