import Network
import Storage

/// Messages of Anthropic: `POST /v1/messages`.
///
/// No sampling parameters, and no beginning of an answer: newer models refuse both.
struct AnthropicMessages: WireFormat {
  let path = ["messages"]
  let headers: [(name: String, value: String)] = [("anthropic-version", "2023-06-01")]
  let forms: [AnswerForm] = [.schema, .words]

  func authorization(_ key: Secret) -> Authorization { .header(name: "x-api-key", key) }

  func body(of task: WriterTask, to settings: WriterSettings, as manner: RequestManner) -> JSONTree {
    var body: [String: JSONTree] = [
      "model": .text(settings.model), "max_tokens": .whole(Int64(settings.longestAnswer)),
      // The rules are the same for every record: what the server remembers of them is not read again.
      "system": .list([
        .object([
          "type": .text("text"), "text": .text(task.rules),
          "cache_control": .object(["type": .text("ephemeral")]),
        ])
      ]),
      "messages": .list([.object(["role": .text("user"), "content": .text(task.text())])]),
    ]
    if manner.form == .schema {
      body["output_config"] = .object([
        "format": .object(["type": .text("json_schema"), "schema": task.schema])
      ])
    }
    return .object(body)
  }

  func text(in answer: JSONTree) throws(WriterError) -> String {
    guard case .list(let blocks) = answer["content"] else {
      throw .noAnswer("there is no “content” in it")
    }
    switch answer["stop_reason"].text {
    case "end_turn", "stop_sequence": break
    case "max_tokens", "model_context_window_exceeded":
      throw .cutOff("stop_reason: \(answer["stop_reason"].text ?? "")")
    case "refusal": throw .declined(answer["stop_details"]["explanation"].text ?? "stop_reason: refusal")
    case let reason: throw .noAnswer("its stop_reason is “\(reason ?? "")”")
    }
    return blocks.filter { $0["type"].text == "text" }.compactMap { $0["text"].text }.joined()
  }
}
