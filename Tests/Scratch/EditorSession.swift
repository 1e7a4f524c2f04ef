import Storage
public import Subprocess
import Synchronization

/// `postmortem lsp`, and an editor that speaks with it.
public final class EditorSession: Sendable {
  private let exchange: LineExchange
  private let inbox = MessageInbox()
  private let asked = Mutex(0)

  /// Starts the program.
  ///
  /// - Parameter capabilities: what the editor says that it can do; nil where nothing is said at all.
  /// - Throws: an error where it does not answer.
  public init(
    _ path: String, environment: [String: String], in directory: String,
    capabilities: JSONValue? = EditorSession.capabilities, parameters: [String: JSONValue] = [:]
  ) throws {
    exchange = try LineExchange([path, "lsp"], environment: environment, in: directory)
    guard let capabilities else { return }
    let hello = ["processId": .null, "rootUri": .null, "capabilities": capabilities].merging(parameters) {
      $1
    }
    _ = try ask("initialize", .object(hello))
    try notify("initialized", .object([:]))
  }

  /// What most editors can do.
  public static let capabilities = JSONValue.object([
    "workspace": .object(["workspaceEdit": .object(["documentChanges": .bool(true)])]),
    "textDocument": .object([
      "hover": .object(["contentFormat": .array([.string("markdown")])]),
      "documentSymbol": .object(["hierarchicalDocumentSymbolSupport": .bool(true)]),
      "publishDiagnostics": .object(["relatedInformation": .bool(true)]),
      "codeAction": .object(["codeActionLiteralSupport": .object([:])]),
    ]),
  ])

  /// What an editor can do that asks for diagnostics.
  public static let capabilitiesOfOneThatAsks = JSONValue.object([
    "workspace": .object(["diagnostics": .object(["refreshSupport": .bool(true)])]),
    "textDocument": .object(["diagnostic": .object([:])]),
  ])

  // MARK: Messages

  /// Writes bytes as they are.
  public func write(_ text: String) throws { try exchange.send(Array(text.utf8)) }

  /// Writes a message.
  public func send(_ message: JSONValue) throws {
    let bytes = try JSONText.encode(message)
    try exchange.send(Array("Content-Length: \(bytes.count)\r\n\r\n".utf8) + bytes)
  }

  /// Tells something.
  public func notify(_ method: String, _ parameters: JSONValue) throws {
    try send(
      .object(["jsonrpc": .string("2.0"), "method": .string(method), "params": parameters]))
  }

  /// Asks, and gives the number of the question.
  public func request(_ method: String, _ parameters: JSONValue) throws -> Int {
    let id = asked.withLock { asked in
      asked += 1
      return asked
    }
    try send(
      .object([
        "jsonrpc": .string("2.0"), "id": .number(Double(id)), "method": .string(method), "params": parameters,
      ]))
    return id
  }

  /// Waits for the answer to a question.
  public func answer(to id: Int) throws -> JSONValue {
    try message { $0["method"] == .null && $0["id"] == .number(Double(id)) }
  }

  /// Asks, and waits for the answer.
  public func ask(_ method: String, _ parameters: JSONValue = .object([:])) throws -> JSONValue {
    try answer(to: request(method, parameters))
  }

  /// Waits for the first message that fits; the others wait for their turn.
  public func message(where fits: (JSONValue) -> Bool) throws -> JSONValue {
    try inbox.message(where: fits, reading: exchange.nextMessage)
  }

  /// When the first message that fits had come with its last byte.
  public func moment(where fits: (JSONValue) -> Bool) throws -> ContinuousClock.Instant {
    try inbox.arrival(where: fits, reading: exchange.nextMessage).moment
  }

  /// The messages that came and that nobody waited for.
  public var unclaimed: [JSONValue] { inbox.rest }

  // MARK: Texts

  /// Opens a text.
  public func open(_ address: String, _ text: String, version: Int = 1) throws {
    try notify(
      "textDocument/didOpen",
      .object([
        "textDocument": .object([
          "uri": .string(address), "languageId": .string("markdown"), "version": .number(Double(version)),
          "text": .string(text),
        ])
      ]))
  }

  /// Changes a text: a stretch of it, by line and character from 0, or all of it.
  public func change(
    _ address: String, version: Int, from start: (Int, Int)? = nil, to end: (Int, Int)? = nil, _ text: String
  ) throws {
    var change: [String: JSONValue] = ["text": .string(text)]
    if let start, let end {
      change["range"] = .object(["start": Self.position(start), "end": Self.position(end)])
    }
    try notify(
      "textDocument/didChange",
      .object([
        "textDocument": .object(["uri": .string(address), "version": .number(Double(version))]),
        "contentChanges": .array([.object(change)]),
      ]))
  }

  /// Asks about a place in a text.
  public func ask(_ method: String, _ address: String, at place: (Int, Int)) throws -> JSONValue {
    try answer(to: request(method, address, at: place))["result"]
  }

  /// Asks about a place in a text, and gives the number of the question.
  public func request(_ method: String, _ address: String, at place: (Int, Int)) throws -> Int {
    try request(
      method,
      .object(["textDocument": .object(["uri": .string(address)]), "position": Self.position(place)]))
  }

  /// Asks what can be done at a place.
  public func actions(_ address: String, at place: (Int, Int), only kinds: [String]? = nil) throws
    -> [JSONValue]
  {
    var context: [String: JSONValue] = ["diagnostics": .array([])]
    if let kinds { context["only"] = .array(kinds.map { .string($0) }) }
    return try ask(
      "textDocument/codeAction",
      .object([
        "textDocument": .object(["uri": .string(address)]), "context": .object(context),
        "range": .object(["start": Self.position(place), "end": Self.position(place)]),
      ]))["result"].elements
  }

  private static func position(_ place: (Int, Int)) -> JSONValue {
    .object(["line": .number(Double(place.0)), "character": .number(Double(place.1))])
  }

  /// Waits for diagnostics that fit.
  public func diagnostics(where fits: (JSONValue) -> Bool = { _ in true }) throws -> [JSONValue] {
    try message { $0["method"].text == "textDocument/publishDiagnostics" && fits($0["params"]) }["params"][
      "diagnostics"
    ].elements
  }

  // MARK: The end

  /// The program's number.
  public var number: Int32 { exchange.number }

  /// Leaves as editors do, or, where `isOrderly` is false, by closing the program's input alone.
  @discardableResult
  public func leave(isOrderly: Bool = true) throws -> Ending {
    if isOrderly {
      _ = try ask("shutdown", .null)
      try notify("exit", .null)
    }
    return try exchange.finish(closingInput: !isOrderly).ending
  }

  /// Waits until the program has ended by itself.
  public func ending() throws -> Ending { try exchange.finish(closingInput: false).ending }

  /// Sends the program a signal, and waits for its end.
  public func end(bySignal number: Int32) throws -> Ending {
    exchange.sendSignal(number)
    return try ending()
  }
}
