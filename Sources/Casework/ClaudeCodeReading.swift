import Storage

/// Reads transcripts of Claude Code: calls of `Bash` in what the assistant says, results in what the user says.
///
/// Source of the shapes: transcripts of versions 1.0 to 2.1, as public readers of them document.
struct ClaudeCodeReading: TranscriptReading {
  let agent = AgentTranscript.Agent.claudeCode
  private(set) var calls = TranscriptCalls()
  private(set) var unknown = 0

  mutating func take(_ line: JSONTree) {
    for part in line["message"]["content"].elements {
      switch part["type"].text {
      case "tool_use" where part["name"].text == "Bash": takeCall(part, of: line)
      case "tool_result": takeResult(part, of: line)
      default: continue
      }
    }
  }

  private mutating func takeCall(_ part: JSONTree, of line: JSONTree) {
    guard let id = part["id"].text, let command = part["input"]["command"].text else {
      unknown += 1
      return
    }
    calls.add(
      TranscriptCommand(
        words: TranscriptCommand.words(of: command), at: line["timestamp"].text, directory: line["cwd"].text),
      named: id)
  }

  private mutating func takeResult(_ part: JSONTree, of line: JSONTree) {
    guard let id = part["tool_use_id"].text else {
      unknown += 1
      return
    }
    // Results of other tools have shapes of their own, and matter to nobody here.
    guard calls.has(id) else { return }
    guard let text = TranscriptText.joined(part["content"]) else {
      unknown += 1
      return
    }
    let details = line["toolUseResult"]
    calls.close(id) { command in
      if details["backgroundTaskId"].text != nil { return false }
      let (status, output) = Self.status(in: text)
      // A call that was refused, or could not be made, is an error without a status.
      if part["is_error"] == .flag(true), status == nil, details["interrupted"] != .flag(true) {
        return false
      }
      command.exitStatus = status
      command.output = output
      command.isInterrupted = details["interrupted"] == .flag(true)
      return true
    }
  }

  /// Parts "Exit code 2" from what stands below it, which the command printed.
  ///
  /// The status of a command that succeeds is not told.
  private static func status(in text: String) -> (status: Int?, output: String) {
    let mark = "Exit code "
    let first = text.prefix { $0 != "\n" }
    guard first.hasPrefix(mark), let status = Int(first.dropFirst(mark.count)) else { return (nil, text) }
    return (status, String(text[first.endIndex...].dropFirst()))
  }
}

/// The text of what agents call a content: a text, or a list of blocks.
enum TranscriptText {
  /// It; nil where it is neither.
  static func joined(_ content: JSONTree) -> String? {
    switch content {
    case .text(let text): return text
    case .list(let blocks): return blocks.compactMap { $0["text"].text }.joined(separator: "\n")
    case .nothing, .object, .whole, .number, .flag: return nil
    }
  }
}
