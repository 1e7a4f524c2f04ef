import Casework
import Testing

/// What is read of the transcripts of coding agents.
@Suite struct AgentTranscriptTests {
  /// A line of Claude Code in which the assistant calls `Bash`.
  static func call(_ command: String, id: String, tool: String = "Bash") -> String {
    """
    {"type":"assistant","cwd":"/w/sub","timestamp":"2026-07-10T07:27:40.079Z","message":{"role":"assistant","content":\
    [{"type":"text","text":"Let us see."},{"type":"tool_use","id":"\(id)","name":"\(tool)","input":{"command":"\(command)"}}]}}
    """
  }

  /// A line of Claude Code with the result of a call.
  static func result(
    _ text: String, of id: String, isError: Bool = false, details: String = #"{"interrupted":false}"#
  ) -> String {
    """
    {"type":"user","cwd":"/w/sub","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"\(id)",\
    "content":"\(text)","is_error":\(isError)}]},"toolUseResult":\(details)}
    """
  }

  static func read(_ lines: String...) throws -> AgentTranscript {
    try #require(AgentTranscript(Array(lines.joined(separator: "\n").utf8)))
  }

  /// A line of Codex.
  static func codex(_ payload: String, type: String = "response_item") -> String {
    #"{"timestamp":"2026-07-10T07:27:40.079Z","type":"\#(type)","payload":\#(payload)}"#
  }

  @Test func `commands of Claude Code come with their results, in the order of their calls`() throws {
    let transcript = try Self.read(
      #"{"type":"summary","summary":"A hang"}"#, Self.call("./repro.sh", id: "a"),
      Self.call("ls -l | wc", id: "b"),
      Self.result("2", of: "b"), Self.result(#"Exit code 3\nwanted 4\ngot 3"#, of: "a", isError: true))
    #expect(transcript.agent == .claudeCode)
    #expect(transcript.commands.map(\.words) == [["./repro.sh"], ["sh", "-c", "ls -l | wc"]])
    #expect(transcript.commands.map(\.exitStatus) == [3, nil])
    #expect(transcript.commands.map(\.output) == ["wanted 4\ngot 3", "2"])
    #expect(transcript.commands[0].at == "2026-07-10T07:27:40Z")
    #expect(transcript.commands[0].directory == "/w/sub")
    #expect(transcript.withoutResult == 0 && transcript.unknown == 0)
  }

  @Test func `what never ran, or runs still, is no experiment`() throws {
    let transcript = try Self.read(
      Self.call("rm -rf build", id: "refused"),
      Self.result("The user rejected it.", of: "refused", isError: true),
      Self.call("./server", id: "background"),
      Self.result("Running with ID b1.", of: "background", details: #"{"backgroundTaskId":"b1"}"#),
      Self.call("./unanswered", id: "unanswered"))
    #expect(transcript.commands == [])
    #expect(transcript.withoutResult == 3)
  }

  @Test func `an interrupted command is one, without a status`() throws {
    let transcript = try Self.read(
      Self.call("./soak.sh", id: "a"),
      Self.result("so far", of: "a", isError: true, details: #"{"interrupted":true}"#))
    #expect(transcript.commands.map(\.isInterrupted) == [true])
    #expect(transcript.commands[0].exitStatus == nil)
  }

  @Test func `other tools are passed over, unknown shapes counted`() throws {
    let transcript = try Self.read(
      Self.call("x", id: "r", tool: "Read"), Self.result("text", of: "r"),
      #"{"type":"assistant","message":{"content":[{"type":"tool_use","id":"n","name":"Bash","input":{"cmd":"x"}}]}}"#,
      #"{"type":"user","message":{"content":[{"type":"tool_result","content":"x"}]}}"#,
      "torn {", "[1]", #"{"type":"later","new":true}"#, Self.call("true", id: "a"), Self.result("", of: "a"),
      #"{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"a","content":7}]}}"#)
    #expect(transcript.commands.map(\.words) == [["true"]])
    #expect(transcript.unknown == 5)
  }

  @Test func `a session that was gone on with, and tells its lines again, has each command once`() throws {
    let lines = [Self.call("true", id: "a"), Self.result("x", of: "a")]
    let transcript = try #require(AgentTranscript(Array((lines + lines).joined(separator: "\n").utf8)))
    #expect(transcript.commands.count == 1)
  }

  @Test func `a result may be a list of blocks`() throws {
    let transcript = try Self.read(
      Self.call("true", id: "a"),
      #"{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"a","content":[{"type":"text","text":"x"},{"type":"text","text":"y"}]}]}}"#
    )
    #expect(transcript.commands[0].output == "x\ny")
  }

  static let codexCalls: [(name: String, payload: String, words: [String])] = [
    (
      "exec_command",
      #"{"type":"function_call","name":"exec_command","call_id":"c","arguments":"{\"cmd\":\"make -k\"}"}"#,
      ["make", "-k"]
    ),
    (
      "shell",
      #"{"type":"function_call","name":"shell","call_id":"c","arguments":"{\"command\":[\"bash\",\"-lc\",\"make; ls\"]}"}"#,
      ["bash", "-lc", "make; ls"]
    ),
    (
      "shell_command",
      #"{"type":"function_call","name":"shell_command","call_id":"c","arguments":"{\"command\":\"A=1 make\"}"}"#,
      ["sh", "-c", "A=1 make"]
    ),
    (
      "local_shell_call",
      #"{"type":"local_shell_call","call_id":"c","action":{"type":"exec","command":["make"]}}"#, ["make"]
    ),
  ]

  @Test(arguments: codexCalls)
  func `every call of Codex that runs a command is known`(name: String, payload: String, words: [String])
    throws
  {
    let transcript = try Self.read(
      Self.codex(#"{"id":"s","cwd":"/w"}"#, type: "session_meta"), Self.codex(payload),
      Self.codex(#"{"type":"function_call_output","call_id":"c","output":"done"}"#))
    #expect(transcript.agent == .codex)
    #expect(transcript.commands.map(\.words) == [words], "\(name)")
    #expect(transcript.commands.first?.directory == "/w" && transcript.commands.first?.output == "done")
  }

  static let codexOutputs: [(name: String, output: String, status: Int?, seconds: Double?, printed: String)] =
    [
      (
        "an object", #""{\"output\":\"bad\\n\",\"metadata\":{\"exit_code\":2,\"duration_seconds\":1.5}}""#, 2,
        1.5, "bad\n"
      ),
      ("lines", #""Exit code: 1\nWall time: 0.25 seconds\nOutput:\nbad\n""#, 1, 0.25, "bad\n"),
      (
        "a session",
        #""Chunk ID: 9a\nWall time: 0.5 seconds\nProcess exited with code 0\nOriginal token count: 3\nOutput:\nok""#,
        0, 0.5, "ok"
      ),
      (
        "blocks", #"[{"type":"input_text","text":"Exit code: 7"},{"type":"input_text","text":"Output:\nx"}]"#,
        7, nil, "x"
      ),
      ("plain text", #""Exit code: 7 is what it said""#, nil, nil, "Exit code: 7 is what it said"),
      ("a head and no end", #""Exit code: 7\nwhatever""#, nil, nil, "Exit code: 7\nwhatever"),
    ]

  @Test(arguments: codexOutputs)
  func `every form of output of Codex is known`(
    name: String, output: String, status: Int?, seconds: Double?, printed: String
  ) throws {
    let transcript = try Self.read(
      Self.codex(Self.codexCalls[0].payload),
      Self.codex(#"{"type":"function_call_output","call_id":"c","output":\#(output)}"#))
    let command = try #require(transcript.commands.first, "\(name)")
    #expect(command.exitStatus == status, "\(name)")
    #expect(command.seconds == seconds, "\(name)")
    #expect(command.output == printed, "\(name)")
  }

  @Test func `an event that a command of Codex ended gives its status, and one that runs has no result`()
    throws
  {
    let transcript = try Self.read(
      Self.codex(Self.codexCalls[0].payload),
      Self.codex(
        #"{"type":"exec_command_end","call_id":"c","exit_code":4,"stdout":"a","stderr":"b"}"#,
        type: "event_msg"),
      Self.codex(#"{"type":"function_call_output","call_id":"c","output":"ab"}"#))
    #expect(transcript.commands.map(\.exitStatus) == [4])
    #expect(transcript.commands.map(\.output) == ["ab"])
    let running = try Self.read(
      Self.codex(Self.codexCalls[0].payload),
      Self.codex(
        #"{"type":"function_call_output","call_id":"c","output":"Wall time: 9 seconds\nProcess running with session ID 7\nOutput:\n"}"#
      ))
    #expect(running.commands == [] && running.withoutResult == 1)
  }

  @Test func `calls of Codex with another shape are counted, and so is a program of its own`() throws {
    let transcript = try Self.read(
      Self.codex(#"{"type":"function_call","name":"shell","call_id":"c","arguments":"{\"command\":7}"}"#),
      Self.codex(#"{"type":"function_call","name":"shell","call_id":"c","arguments":"torn"}"#),
      Self.codex(
        #"{"type":"custom_tool_call","name":"exec","call_id":"k","input":"await tools.exec_command({cmd:'ls'})"}"#
      ),
      Self.codex(
        #"{"type":"custom_tool_call","name":"apply_patch","call_id":"k","input":"*** Begin Patch"}"#),
      Self.codex(#"{"type":"function_call","name":"update_plan","call_id":"p","arguments":"{}"}"#))
    #expect(transcript.unknown == 3 && transcript.withoutResult == 0)
  }

  @Test(arguments: [
    "", "- a note\n", #"{"note":"x"}"#, #"{"number":1,"hypothesis":"x"}"#, "{torn", "[]", #"{"type":1}"#,
  ])
  func `what is no transcript is none`(text: String) {
    #expect(AgentTranscript(Array(text.utf8)) == nil)
  }
}
