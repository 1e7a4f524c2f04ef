public import Network

/// How an operation speaks with the person at a terminal; the face supplies it where there is one.
public struct Conversation: Sendable {
  /// Asks for a value of the case.
  ///
  /// - Throws: `ConversationInterrupted` where the person presses Ctrl-C.
  public var ask: @Sendable (InterviewQuestion) throws -> InterviewAnswer

  /// Says something, and asks whether to do what the question says; an end of the input is no.
  ///
  /// - Throws: `ConversationInterrupted` where the person presses Ctrl-C.
  public var confirm: @Sendable (_ news: String, _ question: String) throws -> Bool

  /// Asks for a line; an empty one is the suggestion, an end of the input is nil.
  ///
  /// - Throws: `ConversationInterrupted` where the person presses Ctrl-C.
  public var line: @Sendable (_ question: String, _ suggestion: String?) throws -> String?

  /// Asks for what must not be seen while it is typed; nil for an empty answer.
  ///
  /// - Throws: `ConversationInterrupted` where the person presses Ctrl-C.
  public var secret: @Sendable (_ question: String) throws -> Secret?

  /// Says something.
  public var tell: @Sendable (ConversationNews) -> Void

  /// A conversation from its parts.
  public init(
    ask: @escaping @Sendable (InterviewQuestion) throws -> InterviewAnswer,
    confirm: @escaping @Sendable (_ news: String, _ question: String) throws -> Bool,
    line: @escaping @Sendable (_ question: String, _ suggestion: String?) throws -> String?,
    secret: @escaping @Sendable (_ question: String) throws -> Secret?,
    tell: @escaping @Sendable (ConversationNews) -> Void
  ) {
    self.ask = ask
    self.confirm = confirm
    self.line = line
    self.secret = secret
    self.tell = tell
  }
}

/// What an operation says in a conversation.
public enum ConversationNews: Sendable {
  /// Something in words.
  case note(String)

  /// An answer stands in the case.
  case stored(CaseState)

  /// What only a command supplies.
  case command(why: String, String)
}

/// The person pressed Ctrl-C where they were asked something.
public struct ConversationInterrupted: Error, Sendable {
  /// The interruption.
  public init() {}
}
