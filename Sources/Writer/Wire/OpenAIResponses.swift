import Network
import Storage

/// Responses of OpenAI: `POST /v1/responses`.
struct OpenAIResponses: WireFormat {
  let path = ["responses"]
  let headers: [(name: String, value: String)] = []
  let forms: [AnswerForm] = [.schema, .words]

  func authorization(_ key: Secret) -> Authorization { .bearer(key) }

  func body(of task: WriterTask, to settings: WriterSettings, as manner: RequestManner) -> JSONTree {
    var body: [String: JSONTree] = [
      "model": .text(settings.model), "instructions": .text(task.rules), "input": .text(task.text()),
      "max_output_tokens": .whole(Int64(settings.longestAnswer)),
      // What is sent is not kept there for later calls.
      "store": .flag(false),
    ]
    if manner.form == .schema {
      body["text"] = .object([
        "format": .object([
          "type": .text("json_schema"), "name": .text(ProseSchema.name), "strict": .flag(true),
          "schema": task.schema,
        ])
      ])
    }
    return .object(body)
  }

  func text(in answer: JSONTree) throws(WriterError) -> String {
    switch answer["status"].text {
    case "completed": break
    case "incomplete":
      let reason = answer["incomplete_details"]["reason"].text ?? "incomplete"
      throw reason == "content_filter" ? .declined(reason) : .cutOff("status: incomplete, \(reason)")
    case "failed": throw .noAnswer(answer["error"]["message"].text ?? "its status is “failed”")
    case let status: throw .noAnswer("its status is “\(status ?? "")”")
    }
    let parts = answer["output"].elements.filter { $0["type"].text == "message" }
      .flatMap { $0["content"].elements }
    if let refusal = parts.first(where: { $0["type"].text == "refusal" }) {
      throw .declined(refusal["refusal"].text ?? "refusal")
    }
    return parts.filter { $0["type"].text == "output_text" }.compactMap { $0["text"].text }.joined()
  }
}
