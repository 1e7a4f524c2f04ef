public import Delivery
public import Rendering

/// How a person is asked to sign: at the terminal itself, or in a form of the program that they work in; the face
/// supplies it where there is one.
///
/// Neither standard input nor any flag, variable or file takes its place.
public struct SignOff: Sendable {
  /// How many lines the terminal shows at once.
  public var height: Int

  /// Shows what is to be signed.
  public var show: @Sendable (SignOffSheet) -> Void

  /// Shows the bytes of a payload.
  public var showPayload: @Sendable ([UInt8]) -> Void

  /// Shows what would be sent to a language model.
  public var showSending: @Sendable (WriterSheet) -> Void

  /// Asks, and gives the line that was typed after the question; nil at the end of the input.
  ///
  /// - Throws: `ConversationInterrupted` where the person presses Ctrl-C.
  public var ask: @Sendable (_ question: String) throws -> String?

  /// A sign-off from its parts.
  public init(
    height: Int, show: @escaping @Sendable (SignOffSheet) -> Void,
    showPayload: @escaping @Sendable ([UInt8]) -> Void,
    showSending: @escaping @Sendable (WriterSheet) -> Void = { _ in },
    ask: @escaping @Sendable (_ question: String) throws -> String?
  ) {
    self.height = height
    self.show = show
    self.showPayload = showPayload
    self.showSending = showSending
    self.ask = ask
  }
}

/// What a person sees before signing.
public struct SignOffSheet: Sendable {
  /// What it looks like.
  public enum Drawing: Sendable {
    /// As a document of Jira Cloud.
    case document(ADFDocument)

    /// As wiki markup, which is what is posted.
    case markup(String)
  }

  /// How the comment looks.
  public var drawing: Drawing

  /// Where it goes, in whose name, to whom: names and texts.
  public var facts: [(name: String, text: String)]

  /// What is out of the ordinary, in sentences.
  public var warnings: [String]

  /// All that a signature binds.
  public var terms: SignedTerms
}
