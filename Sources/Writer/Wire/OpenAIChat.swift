import Network
import Storage

/// Chat Completions, which OpenAI and most servers that one runs oneself speak: `POST /v1/chat/completions`.
struct OpenAIChat: WireFormat {
  let path = ["chat", "completions"]
  let headers: [(name: String, value: String)] = []
  let forms: [AnswerForm] = [.boundedSchema, .schema, .object, .words]

  func authorization(_ key: Secret) -> Authorization { .bearer(key) }

  func body(of task: WriterTask, to settings: WriterSettings, as manner: RequestManner) -> JSONTree {
    var body: [String: JSONTree] = [
      "model": .text(settings.model),
      "messages": .list([
        .object(["role": .text("system"), "content": .text(task.rules)]),
        .object(["role": .text("user"), "content": .text(task.text())]),
      ]),
      manner.usesOldLengthName ? "max_tokens" : "max_completion_tokens": .whole(
        Int64(settings.longestAnswer)),
    ]
    switch manner.form {
    case .boundedSchema, .schema:
      body["response_format"] = .object([
        "type": .text("json_schema"),
        "json_schema": .object([
          "name": .text(ProseSchema.name), "strict": .flag(true), "schema": task.schema(as: manner.form),
        ]),
      ])
    case .object: body["response_format"] = .object(["type": .text("json_object")])
    case .words: break
    }
    return .object(body)
  }

  func text(in answer: JSONTree) throws(WriterError) -> String {
    guard let choice = answer["choices"].elements.first else { throw .noAnswer("there is no choice in it") }
    let message = choice["message"]
    if let refusal = message["refusal"].text, !refusal.isEmpty { throw .declined(refusal) }
    switch choice["finish_reason"].text {
    case "stop", "eos": break
    case "length": throw .cutOff("finish_reason: length")
    case "content_filter": throw .declined("finish_reason: content_filter")
    case let reason: throw .noAnswer("its finish_reason is “\(reason ?? "")”")
    }
    guard let text = message["content"].text else { throw .noAnswer("its message has no text") }
    return text
  }
}
