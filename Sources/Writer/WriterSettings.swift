public import Network

/// A language model that may phrase sections of records: where it is, and how it is asked.
///
/// Only the user's own settings make one.
public struct WriterSettings: Sendable, Equatable {
  /// The interfaces that a model can have.
  public enum Kind: String, Sendable, CaseIterable {
    /// Messages, of Anthropic.
    case anthropic

    /// Responses, of OpenAI.
    case openAIResponses = "openai-responses"

    /// Chat Completions, of OpenAI and of most servers that one runs oneself.
    case openAIChat = "openai-chat"
  }

  /// What `--writer` calls it.
  public var name: String

  /// The interface.
  public var kind: Kind

  /// Where the interface is: what stands before `/messages`, `/responses` or `/chat/completions`.
  public var address: WebAddress

  /// The model, as the server calls it.
  public var model: String

  /// A file with certificates of authorities (PEM).
  public var certificates: String?

  /// How much may be written for one answer, in the model's own tokens; what it thinks counts at some.
  public var longestAnswer = 8000

  /// How long one answer may take, waits included.
  public var deadline = Duration.seconds(180)

  /// Settings from their parts.
  public init(name: String, kind: Kind, address: WebAddress, model: String) {
    self.name = name
    self.kind = kind
    self.address = address
    self.model = model
  }

  /// Where facts go, as people are shown it, and as their consent is kept: the server with its path, and the model.
  public var destination: String { "\(address), model \(model)" }
}
