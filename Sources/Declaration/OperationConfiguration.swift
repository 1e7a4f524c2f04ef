/// What people are told of an operation, apart from its fields.
public struct OperationConfiguration: Sendable {
  /// One command line worth copying, and what it does.
  public struct Example: Sendable, Equatable {
    /// The whole command line, as typed in a shell.
    public let command: String
    /// What the command does, in one sentence.
    public let meaning: String

    /// Makes an example of a command line and its meaning.
    public init(_ command: String, _ meaning: String) {
      self.command = command
      self.meaning = meaning
    }
  }

  /// What is typed after the tool's name: a word, or two with a space between them.
  ///
  /// The first of two is the name of an operation, too, or of an `OperationGroup`.
  public let name: String
  /// One sentence of at most a line, without markup.
  public let abstract: String
  /// Paragraphs for the manual, parted by empty lines.
  public let discussion: String?
  /// Command lines worth copying; help shows the first two.
  public let examples: [Example]
  /// What each exit status says here; empty for operations that only succeed or fail.
  public let exitStatuses: KeyValuePairs<ExitStatus, String>
  /// Whether help and completions leave the operation out.
  public let isHidden: Bool

  /// Makes a configuration; only the name and the abstract are needed.
  public init(
    name: String, abstract: String, discussion: String? = nil, examples: [Example] = [],
    exitStatuses: KeyValuePairs<ExitStatus, String> = [:], isHidden: Bool = false
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.examples = examples
    self.exitStatuses = exitStatuses
    self.isHidden = isHidden
  }
}
