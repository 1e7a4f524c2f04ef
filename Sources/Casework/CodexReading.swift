import Storage

/// Reads transcripts of Codex ("rollouts"): items of responses that call a shell, their outputs, and events of commands that
/// ended.
///
/// Source of the shapes: rollouts since version 0.46, as public readers of them document.
struct CodexReading: TranscriptReading {
  let agent = AgentTranscript.Agent.codex
  private(set) var calls = TranscriptCalls()
  private(set) var unknown = 0
  private var directory: String?

  /// The tools that run a command in a shell.
  private static let shells: Set<String> = ["exec_command", "shell", "shell_command", "container.exec"]

  mutating func take(_ line: JSONTree) {
    let payload = line["payload"]
    if let named = payload["cwd"].text, ["session_meta", "turn_context"].contains(line["type"].text) {
      directory = named
    }
    switch payload["type"].text {
    case "function_call": if Self.shells.contains(payload["name"].text ?? "") { takeCall(payload, of: line) }
    case "local_shell_call": takeCall(payload, of: line)
    case "function_call_output": takeOutput(payload)
    case "exec_command_end": takeEnd(payload)
    // A program of the agent's own, which may run any number of commands.
    case "custom_tool_call": if payload["name"].text == "exec" { unknown += 1 }
    default: return
    }
  }

  private mutating func takeCall(_ payload: JSONTree, of line: JSONTree) {
    var call = payload["action"]
    if let arguments = payload["arguments"].text {
      call = (try? JSONText.decode(JSONTree.self, from: Array(arguments.utf8))) ?? .nothing
    }
    let id = payload["call_id"].text ?? payload["id"].text
    guard let id, let words = Self.words(call["cmd"]) ?? Self.words(call["command"]) else {
      unknown += 1
      return
    }
    calls.add(
      TranscriptCommand(
        words: words, at: line["timestamp"].text,
        directory: call["workdir"].text ?? call["working_directory"].text ?? directory),
      named: id)
  }

  private static func words(_ command: JSONTree) -> [String]? {
    if let line = command.text { return TranscriptCommand.words(of: line) }
    let words = command.elements.compactMap(\.text)
    return words.isEmpty || words.count < command.elements.count ? nil : words
  }

  private mutating func takeOutput(_ payload: JSONTree) {
    guard let id = payload["call_id"].text, calls.has(id) else { return }
    let output = payload["output"]
    guard let text = TranscriptText.joined(output) ?? TranscriptText.joined(output["content"]) else {
      unknown += 1
      return
    }
    calls.close(id) { command in
      guard let result = CodexOutput(text) else { return false }
      command.exitStatus = command.exitStatus ?? result.exitStatus
      command.seconds = command.seconds ?? result.seconds
      if command.output.isEmpty { command.output = result.output }
      return true
    }
  }

  private mutating func takeEnd(_ payload: JSONTree) {
    guard let id = payload["call_id"].text, calls.has(id) else { return }
    calls.close(id) { command in
      if case .whole(let status) = payload["exit_code"] { command.exitStatus = Int(exactly: status) }
      let streams = [payload["stdout"].text, payload["stderr"].text].compactMap(\.self).joined()
      command.output = payload["aggregated_output"].text ?? streams
      return true
    }
  }
}

/// What Codex tells its model of a command that it ran.
private struct CodexOutput {
  var exitStatus: Int?
  var seconds: Double?
  var output: String

  /// Reads it; nil where the command still runs.
  ///
  /// Either one object with `output` and `metadata`, or lines such as "Exit code: 1" and "Wall time: 0.2 seconds", then
  /// "Output:" and what was printed.
  init?(_ text: String) {
    if text.hasPrefix("{"), let tree = try? JSONText.decode(JSONTree.self, from: Array(text.utf8)),
      let printed = tree["output"].text
    {
      output = printed
      let metadata = tree["metadata"]
      if case .whole(let status) = metadata["exit_code"] { exitStatus = Int(exactly: status) }
      switch metadata["duration_seconds"] {
      case .number(let number): seconds = number
      case .whole(let number): seconds = Double(number)
      default: break
      }
      return
    }
    guard let (head, printed) = Self.parts(of: text) else {
      output = text
      return
    }
    output = String(printed)
    for line in head {
      if line.hasPrefix("Process running with session ID") { return nil }
      exitStatus =
        Self.number(line, behind: "Exit code: ") ?? Self.number(line, behind: "Process exited with code ")
        ?? exitStatus
      if line.hasPrefix("Wall time: ") {
        seconds = Double(line.dropFirst("Wall time: ".count).prefix { $0 != " " }) ?? seconds
      }
    }
  }

  /// The lines before "Output:", where all of them are such as stand there, and what is behind it.
  private static func parts(of text: String) -> (head: [Substring], printed: Substring)? {
    var head: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != "\n" }
      rest = rest[line.endIndex...].dropFirst()
      if line == "Output:" { return (head, rest) }
      guard line.isEmpty || heads.contains(where: { line.hasPrefix($0) }) else { return nil }
      head.append(line)
    }
    return nil
  }

  private static let heads = [
    "Exit code: ", "Wall time: ", "Process exited with code ", "Process running with session ID",
    "Chunk ID: ", "Original token count: ",
    "Total output lines: ", "Command: ",
  ]

  private static func number(_ line: Substring, behind mark: String) -> Int? {
    line.hasPrefix(mark) ? Int(line.dropFirst(mark.count)) : nil
  }
}
