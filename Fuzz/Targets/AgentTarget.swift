import JSONRPC
import ModelContext
import Storage
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    guard let input = tmpfile(), let output = tmpfile() else { return [] }
    defer {
      fclose(input)
      fclose(output)
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(fileno(input), $0.baseAddress, $0.count) }
      guard count > 0 else { return [] }
      rest = rest.dropFirst(count)
    }
    lseek(fileno(input), 0, SEEK_SET)
    let settings = ServerSettings(
      name: "postmortem", version: "0", environment: ["PATH": "/nonexistent"], directory: "/nonexistent",
      isDirectoryNamed: true, home: nil)
    let streams = StandardStreams(input: fileno(input), output: fileno(output))
    guard let server = try? ModelContextServer(settings, over: streams) else { return [] }
    server.run(until: .never)
    lseek(fileno(output), 0, SEEK_SET)
    var answer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = readSome(fileno(output), &chunk)
      guard count > 0 else { return answer }
      answer += chunk[..<count]
    }
  }
}

/// `read`, under a name that the method of the same name does not hide.
private func readSome(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
}
