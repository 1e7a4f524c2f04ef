import Declaration

/// `postmortem help prove`.
struct HelpOperation: Operation {
  static let configuration = OperationConfiguration(
    name: "help", abstract: "Show help on the tool, on one operation, or on a group of them.",
    exitStatuses: [.succeeded: "shown", .usage: "no such operation"])

  @Argument(help: "The name of what to explain.") var operation: [String] = []
}

/// `postmortem completions zsh`.
struct CompletionsOperation: Operation {
  static let configuration = OperationConfiguration(
    name: "completions", abstract: "Write a script that completes commands in your shell.",
    discussion: """
      Install it once and start a new shell:

      bash: write it to ~/.local/share/bash-completion/completions/, named as the tool.

      zsh: write it to a directory of your fpath, named as the tool behind an underscore.

      fish: write it to ~/.config/fish/completions/, named as the tool with the ending .fish.
      """)

  @Argument(help: "The shell to write for.") var shell: Shell
}

/// `postmortem manual prove`.
struct ManualOperation: Operation {
  static let configuration = OperationConfiguration(
    name: "manual", abstract: "Write the manual page of the tool, of one operation, or of a group of them.")

  @Argument(help: "The name of what to describe.") var operation: [String] = []
}

/// The shells we write completions for.
enum Shell: String, CaseIterable, ExpressibleByArgument {
  case bash
  case zsh
  case fish
}
