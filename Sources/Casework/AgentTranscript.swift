import Storage

/// The commands of a session of a coding agent, from the transcript that the agent keeps: JSON lines.
///
/// Known are those of Claude Code (`~/.claude/projects/DIRECTORY/SESSION.jsonl`) and of Codex
/// (`~/.codex/sessions/YEAR/MONTH/DAY/rollout-*.jsonl`); docs/cases.md has the shapes. Neither is a documented format of its
/// vendor: what has another shape is passed over and counted.
public struct AgentTranscript: Sendable, Equatable {
  /// An agent that keeps transcripts.
  public enum Agent: String, Sendable, Codable {
    /// Claude Code.
    case claudeCode = "claude-code"

    /// Codex.
    case codex
  }

  /// Whose transcript it is.
  public let agent: Agent

  /// Its commands that have a result, in the order in which they were called.
  public let commands: [TranscriptCommand]

  /// Commands without a result: never run, still running, in the background.
  public let withoutResult: Int

  /// Lines that are no JSON objects, and calls and results of a shape that is not known.
  public let unknown: Int

  /// Reads a transcript; nil where the first line is that of none.
  public init?(_ bytes: [UInt8]) {
    var reading: (any TranscriptReading)?
    var unknown = 0
    for bytes in LedgerImport.lines(of: bytes) where bytes.contains(where: { $0 > 0x20 }) {
      guard let line = try? JSONText.decode(JSONTree.self, from: Array(bytes)), case .object = line else {
        if reading == nil { return nil }
        unknown += 1
        continue
      }
      if reading == nil {
        // No entry of a ledger has this key.
        guard line["type"].text != nil else { return nil }
        reading = line["payload"].members.isEmpty ? ClaudeCodeReading() : CodexReading()
      }
      reading?.take(line)
    }
    guard let reading else { return nil }
    agent = reading.agent
    commands = reading.calls.commands
    withoutResult = reading.calls.withoutResult
    self.unknown = unknown + reading.unknown
  }
}

/// What reads the lines of one agent's transcripts.
protocol TranscriptReading {
  /// The agent.
  var agent: AgentTranscript.Agent { get }

  /// What was called so far.
  var calls: TranscriptCalls { get }

  /// How many calls and results had a shape that is not known.
  var unknown: Int { get }

  /// Takes in the next line.
  mutating func take(_ line: JSONTree)
}

/// Calls of commands that wait for their results, and those that have one.
struct TranscriptCalls {
  private var order: [String] = []
  private var open: [String: TranscriptCommand] = [:]
  private var closed: [String: TranscriptCommand] = [:]

  /// Those that have a result.
  var commands: [TranscriptCommand] { order.compactMap { closed[$0] } }

  /// How many have none.
  var withoutResult: Int { order.count { closed[$0] == nil } }

  /// Adds a call; one that is told again, as a session that is gone on with does, counts once.
  mutating func add(_ command: TranscriptCommand, named id: String) {
    guard open[id] == nil, closed[id] == nil else { return }
    order.append(id)
    open[id] = command
  }

  /// Whether a call of this name has been made.
  func has(_ id: String) -> Bool { open[id] != nil || closed[id] != nil }

  /// Gives a call its result; nothing where there is no such call.
  ///
  /// - Parameter result: fills it in; false where it is none.
  mutating func close(_ id: String, _ result: (inout TranscriptCommand) -> Bool) {
    guard var command = open[id] ?? closed[id], result(&command) else { return }
    open[id] = nil
    closed[id] = command
  }
}

/// How much of a transcript was taken in, and how much was not.
public struct TranscriptCount: Sendable, Equatable, Encodable {
  /// Whose transcript it is.
  public var agent: AgentTranscript.Agent

  /// Commands with a result.
  public var commands: Int

  /// Those of them that were asked for.
  public var matching: Int

  /// Commands without a result.
  public var withoutResult: Int

  /// Lines, calls and results of a shape that is not known.
  public var unknown: Int

  /// The count of a transcript, of which some commands were asked for.
  public init(of transcript: AgentTranscript, matching: Int) {
    agent = transcript.agent
    commands = transcript.commands.count
    self.matching = matching
    withoutResult = transcript.withoutResult
    unknown = transcript.unknown
  }
}
