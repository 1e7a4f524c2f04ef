import Scratch
import Subprocess
import Testing

/// What every client of the Language Server Protocol relies on.
@Suite struct EditorProtocolTests {
  let bench: EditorBench

  init() throws { bench = try EditorBench() }

  @Test func `a client that says shutdown and exit ends it with status 0`() throws {
    #expect(try bench.editor().leave() == .exit(0))
  }

  @Test func `a client that goes without a word leaves status 1`() throws {
    #expect(try bench.editor().leave(isOrderly: false) == .exit(1))
    let editor = try bench.editor()
    try editor.notify("exit", .null)
    #expect(try editor.ending() == .exit(1))
  }

  @Test func `SIGTERM ends it with status 0`() throws {
    #expect(try bench.editor().end(bySignal: 15) == .exit(0))
  }

  @Test func `it ends when the process that it was told of has ended`() throws {
    let parent = try bench.editor()
    let editor = try bench.editor(parameters: ["processId": .number(Double(parent.number))])
    _ = try parent.leave()
    #expect(try editor.ending() == .exit(1))
  }

  @Test func `nothing is answered before the handshake, and nothing after shutdown`() throws {
    let editor = try bench.editor(capabilities: nil)
    try editor.open(bench.address, "# Early\n")
    #expect(try editor.ask("textDocument/hover")["error"]["code"] == .number(-32002))
    let hello = JSONValue.object(["processId": .null, "capabilities": .object([:])])
    #expect(try editor.ask("initialize", hello)["result"]["capabilities"]["hoverProvider"] == .bool(true))
    #expect(try editor.ask("initialize", hello)["error"]["code"] == .number(-32600))
    #expect(try editor.ask("shutdown", .null)["result"] == .null)
    #expect(try editor.ask("textDocument/hover")["error"]["code"] == .number(-32600))
    try editor.notify("exit", .null)
    #expect(try editor.ending() == .exit(0))
  }

  @Test func `garbage is answered, and nothing ends by it`() throws {
    let editor = try bench.editor()
    for (text, code) in [
      ("hello\r\n\r\n", -32700), ("Content-Length: 1\r\n\r\n{", -32700),
      ("Content-Length: 0\r\n\r\n", -32700),
      ("Content-Length: 2\r\n\r\n[]", -32600), ("Content-Length: x\r\n", -32700),
    ] {
      try editor.write(text)
      #expect(
        try editor.message { $0["id"] == .null && $0["error"] != .null }["error"]["code"].integer == code)
    }
    #expect(try editor.ask("no/such/method")["error"]["code"] == .number(-32601))
    #expect(try editor.ask("$/no/such/method")["error"]["code"] == .number(-32601))
    #expect(try editor.ask("textDocument/hover")["error"]["code"] == .number(-32602))
    try editor.notify("$/setTrace", .object(["value": .string("off")]))
    try editor.notify("no/such/note", .object([:]))
    #expect(try editor.ask("textDocument/hover", bench.address, at: (0, 0)) == .null)
    #expect(editor.unclaimed == [])
    #expect(try editor.leave() == .exit(0))
  }

  @Test func `of many versions the newest is shown at last, and none after it`() throws {
    let editor = try bench.editor()
    try editor.open(bench.address, EditorBench.record)
    for version in 2...60 {
      try editor.change(bench.address, version: version, from: (0, 0), to: (0, 0), "")
    }
    _ = try editor.diagnostics { $0["version"] == .number(60) }
    try editor.notify(
      "textDocument/didClose", .object(["textDocument": .object(["uri": .string(bench.address)])]))
    _ = try editor.diagnostics { $0["version"] == .null && $0["diagnostics"] == .array([]) }
    let shown = editor.unclaimed.compactMap { $0["params"]["version"].integer }
    #expect(shown == shown.sorted(), "\(shown)")
    #expect(shown.count < 60, "\(shown)")
    #expect(try editor.leave() == .exit(0))
  }

  @Test(arguments: [("utf-16", 2), ("utf-8", 4), ("utf-32", 1)])
  func `positions are those of the encoding that the client offers`(encoding: String, units: Int) throws {
    let capabilities = JSONValue.object([
      "general": .object(["positionEncodings": .array([.string(encoding)])])
    ])
    let editor = try bench.editor(capabilities: capabilities)
    try editor.open(bench.address, EditorBench.record.replacing("`add_up` prob", with: "😀 `add_up` prob"))
    let hedge = try #require(
      try editor.diagnostics().first { $0["code"].text == "hedge" && $0["message"].text != nil })
    #expect(hedge["range"]["start"]["character"].integer == EditorBench.hedge.1 + 1 + units)
  }
}
