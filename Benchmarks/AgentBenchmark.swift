import Scratch
import Storage
import Subprocess

/// What a coding agent waits for, and what a long session with it costs.
struct AgentBenchmark: Benchmark {
  let name = "mcp"
  let question = "how soon is the MCP server there, how soon does it answer, and does it stay small?"

  private static let starts = 40
  private static let lists = 500
  private static let calls = 10_000
  private static let together = 100

  func measure(_ bench: Bench) throws -> [Figure] {
    let repository = try bench.makeRepository("mcp")
    try bench.run(bench.tool, ["new", "K-1", "--fix", "HEAD"], in: repository)
    var ready: [Double] = []
    for _ in 0..<Self.starts {
      ready.append(
        try bench.seconds { _ = try AgentSession(bench, in: repository, revision: "2025-11-25") })
    }
    let agent = try AgentSession(bench, in: repository)
    var listed: [Double] = []
    for _ in 0..<Self.lists { listed.append(try bench.seconds { _ = try agent.ask("tools/list") }) }
    // What is made once has been made by then.
    for _ in 0..<Self.calls / 10 { try gate(agent) }
    let before = try memory(of: agent, bench)
    let calling = try bench.seconds { for _ in 0..<Self.calls { try gate(agent) } }
    let after = try memory(of: agent, bench)
    var figures = [
      Figure(what: "from its start to the first answer, median of \(Self.starts)", value: median(ready) * 1000, unit: "ms", bound: 50),
      Figure(what: "tools/list, median of \(Self.lists)", value: median(listed) * 1000, unit: "ms", bound: 5),
      Figure(what: "a call of gate, mean of \(Self.calls)", value: calling / Double(Self.calls) * 1000, unit: "ms", bound: nil),
      Figure(what: "memory before these calls", value: before, unit: "MB", bound: nil),
      Figure(what: "memory that they left", value: after - before, unit: "MB", bound: 1),
    ]
    figures.append(try large(agent, bench))
    figures.append(try mixed(agent))
    try agent.leave()
    return figures
  }

  private func gate(_ agent: AgentSession) throws {
    guard try agent.call("gate", ["key": .string("K-1")])["structuredContent"]["result"]["key"].text == "K-1"
    else { throw AgentBenchmarkError.wrongAnswer("gate") }
  }

  /// An argument of a mebibyte, which stands in the case afterwards.
  private func large(_ agent: AgentSession, _ bench: Bench) throws -> Figure {
    let text = String(repeating: "a long line of a log\n", count: (1 << 20) / 21)
    var answer = JSONValue.null
    let seconds = try bench.seconds {
      answer = try agent.call("breadcrumb", ["action": .string("note"), "key": .string("K-1"), "text": .string(text)])
    }
    guard answer["isError"] == .null else { throw AgentBenchmarkError.wrongAnswer("\(answer)") }
    return Figure(what: "a call with an argument of 1 MiB", value: seconds * 1000, unit: "ms", bound: nil)
  }

  /// Calls that are all sent before the first answer is read, each about a key of its own.
  private func mixed(_ agent: AgentSession) throws -> Figure {
    let keys = (0..<Self.together).map { "NONE-\($0 + 1)" }
    let asked = try keys.map { key in
      (key, try agent.send("tools/call", .object(["name": .string("gate"), "arguments": .object(["key": .string(key)])])))
    }
    let wrong = try asked.reversed().count { key, number in
      let text = try agent.answer(to: number)["result"]["content"][0]["text"].text ?? ""
      return !text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "-") }).contains { $0 == key }
    }
    return Figure(what: "answers of \(Self.together) calls at once that are another's", value: Double(wrong), unit: "answers", bound: 0)
  }

  /// What of the server is in memory, in megabytes.
  private func memory(of agent: AgentSession, _ bench: Bench) throws -> Double {
    let told = try bench.run("ps", ["-o", "rss=", "-p", "\(agent.number)"]).output
    guard let kilobytes = Double(String(decoding: told, as: UTF8.self).filter(\.isNumber)) else {
      throw AgentBenchmarkError.wrongAnswer("ps")
    }
    return kilobytes / 1000
  }
}

/// What was measured is no answer to what was asked.
private enum AgentBenchmarkError: Error {
  case wrongAnswer(String)
}

extension AgentSession {
  fileprivate convenience init(_ bench: Bench, in repository: String, revision: String = AgentSession.stateless) throws {
    try self.init(bench.tool, environment: bench.environment, in: repository, revision: revision)
  }
}
