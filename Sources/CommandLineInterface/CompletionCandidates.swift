import Declaration

/// What a shell offers where a value is due.
enum CompletionCandidates: Equatable {
  /// These words.
  case words([String])
  /// The words of an operation's name, one by one.
  case operations
  /// Files and directories.
  case files
  /// Directories only.
  case directories
  /// Nothing: only the person knows.
  case nothing
}

extension CommandLineTool {
  /// The script that teaches a shell to complete this tool's commands.
  func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: BashCompletion(tool: self).script
    case .zsh: ZshCompletion(tool: self).script
    case .fish: FishCompletion(tool: self).script
    }
  }

  /// What may stand for a field of an operation.
  func candidates(for field: FieldDeclaration, of operation: any Operation.Type) -> CompletionCandidates {
    let takesOperations = operation == HelpOperation.self || operation == ManualOperation.self
    if takesOperations && field.key == "operation" { return .operations }
    return field.candidates
  }
}

extension FieldDeclaration {
  /// What may stand for the value, as far as its kind tells.
  var candidates: CompletionCandidates {
    switch valueKind {
    case .choice(let words): .words(words)
    case .boolean: kind == .flag ? .nothing : .words(["true", "false"])
    case .path: .files
    case .directory: .directories
    case .string, .integer, .number, .duration: .nothing
    }
  }

  /// The names as typed, dashes included; none for an argument.
  var typedNames: [String] {
    guard kind != .argument else { return [] }
    return (shortName.map { ["-\($0)"] } ?? []) + ["--\(flagName)"] + (denial.map { ["--\($0)"] } ?? [])
  }

  /// The options that are understood behind every operation.
  static var everywhere: [FieldDeclaration] {
    GlobalOptions.fields + ToolFlags.fields.filter { $0.key == "help" }
  }
}

extension Operation {
  /// The fields that people are told of.
  static var shownFields: [FieldDeclaration] { fields.filter { !$0.isHidden } }
}
