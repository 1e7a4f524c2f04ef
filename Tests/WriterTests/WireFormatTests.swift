import Network
import Scratch
import Storage
import Testing
import Writer

/// What each interface is sent, and what is read of its answers.
@Suite struct WireFormatTests {
  @Test(arguments: [
    (WriterSettings.Kind.anthropic, "/v1/messages"), (.openAIResponses, "/v1/responses"),
    (.openAIChat, "/v1/chat/completions"),
  ])
  func `a task goes to the path of its interface, and the text of the answer comes back`(
    kind: WriterSettings.Kind, path: String
  ) throws {
    let answer = ScriptedServer.text("200 OK", Answers.whole(kind, "Grüße: {}"))
    let server = try ScriptedServer(.answer(answer), .answer(answer))
    #expect(try Asking(kind, server).answer() == "Grüße: {}")
    #expect(try Asking(kind, server, path: "/v1").answer() == "Grüße: {}")
    for request in server.requests { #expect(request.hasPrefix("POST \(path) HTTP/1.1\r\n")) }
    let body = try server.body()
    #expect(body["model"].text == "small-1")
    for parameter in ["temperature", "top_p", "top_k", "stream", "thinking"] {
      #expect(body[parameter] == .nothing)
    }
  }

  @Test func `an address with a path of its own is taken as it is, but for Anthropic's version`() throws {
    let server = try ScriptedServer(
      .answer(ScriptedServer.text("200 OK", Answers.whole(.openAIChat, "x"))),
      .answer(ScriptedServer.text("200 OK", Answers.whole(.anthropic, "x"))))
    _ = try Asking(.openAIChat, server, path: "/v1beta/openai").answer()
    _ = try Asking(.anthropic, server, path: "/gateway").answer()
    #expect(server.requests[0].hasPrefix("POST /v1beta/openai/chat/completions "))
    #expect(server.requests[1].hasPrefix("POST /gateway/v1/messages "))
  }

  @Test
  func `Anthropic gets the key in its header, the rules as system, and the schema as its configuration`()
    throws
  {
    let server = try ScriptedServer(.answer(ScriptedServer.text("200 OK", Answers.whole(.anthropic, "x"))))
    _ = try Asking(.anthropic, server).answer()
    let request = try #require(server.requests.first)
    #expect(request.contains("\r\nx-api-key: \(Asking.key)\r\n"))
    #expect(request.contains("\r\nanthropic-version: 2023-06-01\r\n"))
    #expect(!request.contains("Authorization"))
    let body = try server.body()
    #expect(body["max_tokens"] == .whole(8000))
    #expect(body["system"].elements.first?["text"].text == "Rules.")
    #expect(body["messages"].elements.map { $0["role"].text } == ["user"])
    #expect(body["messages"].elements.first?["content"].text == #"{"facts":[]}"#)
    let format = body["output_config"]["format"]
    #expect(format["type"].text == "json_schema")
    #expect(format["schema"]["type"].text == "object")
    #expect(format["name"] == .nothing)
  }

  @Test func `Responses get the rules as instructions, and are asked to keep nothing`() throws {
    let server = try ScriptedServer(
      .answer(ScriptedServer.text("200 OK", Answers.whole(.openAIResponses, "x"))))
    _ = try Asking(.openAIResponses, server).answer()
    #expect(server.requests[0].contains("\r\nAuthorization: Bearer \(Asking.key)\r\n"))
    let body = try server.body()
    #expect(body["instructions"].text == "Rules.")
    #expect(body["input"].text == #"{"facts":[]}"#)
    #expect(body["store"] == .flag(false))
    #expect(body["max_output_tokens"] == .whole(8000))
    #expect(body["text"]["format"]["strict"] == .flag(true))
    #expect(body["text"]["format"]["name"].text == "record_prose")
  }

  @Test func `a server without a key is asked without one`() throws {
    let server = try ScriptedServer(.answer(ScriptedServer.text("200 OK", Answers.whole(.openAIChat, "x"))))
    _ = try Asking(.openAIChat, server, key: nil).answer()
    #expect(!server.requests[0].lowercased().contains("authorization"))
    #expect(try server.body()["messages"].elements.map { $0["role"].text } == ["system", "user"])
    let format = try server.body()["response_format"]
    #expect(format["json_schema"]["strict"] == .flag(true))
  }

  /// An answer that is no text, by interface.
  struct Ending: Sendable, CustomTestStringConvertible {
    var kind: WriterSettings.Kind
    var body: String
    var error: WriterError

    init(_ kind: WriterSettings.Kind, _ body: String, _ error: WriterError) {
      (self.kind, self.body, self.error) = (kind, body, error)
    }

    var testDescription: String { "\(kind.rawValue): \(body)" }
  }

  static let endings: [Ending] = [
    .init(
      .anthropic, #"{"content":[{"type":"text","text":"{\"sec"}],"stop_reason":"max_tokens"}"#,
      .cutOff("stop_reason: max_tokens")),
    .init(
      .anthropic, #"{"content":[],"stop_reason":"model_context_window_exceeded"}"#,
      .cutOff("stop_reason: model_context_window_exceeded")),
    .init(.anthropic, #"{"content":[],"stop_reason":"refusal"}"#, .declined("stop_reason: refusal")),
    .init(
      .anthropic, #"{"content":[{"type":"tool_use"}],"stop_reason":"tool_use"}"#,
      .noAnswer("its stop_reason is “tool_use”")),
    .init(.anthropic, #"{"choices":[]}"#, .noAnswer("there is no “content” in it")),
    .init(
      .openAIResponses,
      #"{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"output":[]}"#,
      .cutOff("status: incomplete, max_output_tokens")),
    .init(
      .openAIResponses, #"{"status":"incomplete","incomplete_details":{"reason":"content_filter"}}"#,
      .declined("content_filter")),
    .init(
      .openAIResponses,
      #"{"status":"completed","output":[{"type":"message","content":[{"type":"refusal","refusal":"No."}]}]}"#,
      .declined("No.")),
    .init(
      .openAIResponses, #"{"status":"failed","error":{"message":"The model broke."}}"#,
      .noAnswer("The model broke.")),
    .init(.openAIResponses, #"{"status":"in_progress"}"#, .noAnswer("its status is “in_progress”")),
    .init(
      .openAIChat, #"{"choices":[{"message":{"content":"{\"sec"},"finish_reason":"length"}]}"#,
      .cutOff("finish_reason: length")),
    .init(
      .openAIChat, #"{"choices":[{"message":{"content":""},"finish_reason":"content_filter"}]}"#,
      .declined("finish_reason: content_filter")),
    .init(
      .openAIChat,
      #"{"choices":[{"message":{"content":null,"refusal":"I cannot."},"finish_reason":"stop"}]}"#,
      .declined("I cannot.")),
    .init(
      .openAIChat, #"{"choices":[{"message":{"content":null},"finish_reason":"stop"}]}"#,
      .noAnswer("its message has no text")),
    .init(.openAIChat, #"{"choices":[]}"#, .noAnswer("there is no choice in it")),
    .init(.openAIChat, #"{"error":"overloaded"}"#, .noAnswer("overloaded")),
    .init(.openAIChat, "<html>Welcome</html>", .noAnswer("it is no JSON object")),
  ]

  @Test(arguments: endings) func `what is cut off, declined or no answer is never text`(ending: Ending) throws
  {
    let server = try ScriptedServer(.answer(ScriptedServer.text("200 OK", ending.body)))
    #expect(try Asking(ending.kind, server).failure() == ending.error)
    #expect(server.requests.count == 1)
  }
}
