public import Declaration

/// `postmortem lsp`: serves an editor until it leaves.
public struct ServeLanguage: Operation {
  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "lsp",
    abstract: "Show findings while a record is written: a language server for editors.",
    discussion: """
      An editor starts it and speaks with it over standard input and output, by the Language Server Protocol 3.17. \
      docs/editors.md says how to set up Visual Studio Code, Neovim and Helix. Messages of its own go to standard error.

      Records are held against the rules of `check` as one types; what they name is looked up in the repository around \
      each file, in a pause or when it is saved. Nothing is written in the repository, and \
      nothing leaves the machine.
      """,
    examples: [.init("postmortem lsp", "As an editor starts it.")],
    exitStatuses: [
      .succeeded: "the editor has shut it down",
      .failed: "there is no standard input or output, or the editor has gone without a word",
    ])

  /// What clients of the protocol give to say how to speak with a server; there is no other way.
  @Flag(help: "Speak over standard input and output, as it always does.")
  public var stdio = false

  /// The fields as declared.
  public init() {}
}
