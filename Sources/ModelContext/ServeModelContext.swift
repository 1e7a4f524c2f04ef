public import Declaration

/// `postmortem mcp`: serves coding agents until they leave.
public struct ServeModelContext: Operation {
  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "mcp",
    abstract: "Serve the operations to a coding agent, by the Model Context Protocol.",
    discussion: """
      An agent starts it and speaks with it over standard input and output; it ends when its input does. docs/mcp.md says \
      how to connect which agent. Messages of its own go to standard error.

      The repository is the one that a call names, else that of -C DIR, of $CLAUDE_PROJECT_DIR, of the client's roots, or \
      the current one. Nothing is posted through an agent unless your own settings allow it, and a person signs it.
      """,
    examples: [
      .init("claude mcp add postmortem -- postmortem mcp", "Connect Claude Code."),
      .init("codex mcp add postmortem -- postmortem mcp", "Connect Codex."),
    ],
    exitStatuses: [.succeeded: "the client has left", .failed: "there is no standard input or output"])

  /// The fields as declared.
  public init() {}
}
