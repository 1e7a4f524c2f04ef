import Network
import Storage

/// One of the interfaces that models have: how a task is put, and where the text of an answer stands.
protocol WireFormat: Sendable {
  /// The steps of the path below the address of the interface.
  var path: [String] { get }

  /// Headers of its own.
  var headers: [(name: String, value: String)] { get }

  /// In which ways an answer can be asked for, the strictest first.
  var forms: [AnswerForm] { get }

  /// In whose name it is asked.
  func authorization(_ key: Secret) -> Authorization

  /// The body of a request.
  func body(of task: WriterTask, to settings: WriterSettings, as manner: RequestManner) -> JSONTree

  /// The text of an answer.
  ///
  /// - Throws: `WriterError` where it was cut off, declined, or is no answer.
  func text(in answer: JSONTree) throws(WriterError) -> String
}

/// How an answer is asked for: servers differ in what they take.
enum AnswerForm: Sendable {
  /// By a JSON Schema with bounds.
  case boundedSchema

  /// By a JSON Schema.
  case schema

  /// As any JSON object.
  case object

  /// In words alone.
  case words
}

/// How a request is put to this server, which is learnt from what it refuses.
struct RequestManner: Sendable, Equatable {
  var form: AnswerForm

  /// Whether the length of the answer is bounded by the older name of the field, which many servers alone know.
  var usesOldLengthName = false
}

extension WriterTask {
  /// The schema for a way of asking.
  func schema(as form: AnswerForm) -> JSONTree { form == .boundedSchema ? boundedSchema : schema }
}

extension WriterSettings.Kind {
  var format: any WireFormat {
    switch self {
    case .anthropic: AnthropicMessages()
    case .openAIResponses: OpenAIResponses()
    case .openAIChat: OpenAIChat()
    }
  }
}
