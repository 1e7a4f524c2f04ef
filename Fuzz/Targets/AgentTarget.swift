import ModelContext
import Storage
import Subprocess

/// What an agent sends to `postmortem mcp`, from its first byte to the end of its input.
struct AgentTarget: FuzzTarget {
  let name = "agent"

  let shapes = [
    GrowingShape("x"), GrowingShape("\n"), GrowingShape("[]\n"), GrowingShape("[", before: "\n"),
    GrowingShape(#"{"a":"#, before: "\n"), GrowingShape(#"\ud800"#, after: "\"", before: "\"\n"),
    GrowingShape(
      "x", after: #"{"jsonrpc":"2.0","id":1,"method":""#, before: "\"}\n"),
    GrowingShape(
      #"{"jsonrpc":"2.0","id":{},"method":"ping","params":{}}"# + "\n",
      after: #"{"jsonrpc":"2.0","id":"a","method":"initialize","params":{}}"# + "\n"),
    GrowingShape(
      #""a{}":1,"#, after: #"{"jsonrpc":"2.0","id":1,"method":"x","params":{"#, before: #""b":2}}"# + "\n"),
  ]

  func read(_ bytes: [UInt8]) { _ = answers(to: bytes) }

  func check(_ input: FuzzInput) throws {
    let bytes = Array(input.parts.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    let output = answers(to: bytes)
    try promise(output.isEmpty || output.last == UInt8(ascii: "\n"), "the last message has no end")
    let lines = output.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines where !output.isEmpty {
      guard let message = try? JSONText.decode(JSONTree.self, from: Array(line)) else {
        throw BrokenPromise("this is no JSON: \(shown(line))")
      }
      try promise(message["jsonrpc"] == .text("2.0"), "this is no message: \(shown(line))")
      try promise(
        ["method", "result", "error"].count { message[$0] != .nothing } == 1,
        "this is not one of a question, a result and an error: \(shown(line))")
    }
    // Each line is answered once at most; what we ask and tell beside that has a method.
    let answers = lines.count {
      (try? JSONText.decode(JSONTree.self, from: Array($0)))?["method"] == .nothing
    }
    let asked = bytes.count { $0 == UInt8(ascii: "\n") }
    try promise(answers <= asked, "\(answers) answers to \(asked) lines")
  }

  /// All that is said to these bytes, in a place without git and without a repository: nothing is run or written.
  private func answers(to bytes: [UInt8]) -> [UInt8] {
    let settings = ServerSettings(
      name: "postmortem", version: "0", environment: ["PATH": "/nonexistent"], directory: "/nonexistent",
      isDirectoryNamed: true, home: nil)
    return ServerAnswers.all(to: bytes) { streams in
      try? ModelContextServer(settings, over: streams).run(until: .never)
    }
  }
}
