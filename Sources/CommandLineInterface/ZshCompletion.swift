import Declaration

/// The completion script for zsh; it works in a directory of `fpath` and when it is sourced.
struct ZshCompletion {
  let tool: CommandLineTool

  var script: String {
    """
    #compdef \(tool.name)
    # Completes \(tool.name) in zsh; written by `\(tool.name) completions zsh`.

    \(function)() {
      local curcontext="$curcontext" state line
      local -a operations
      typeset -A opt_args

      _arguments -C -S \\
    \(specifications(GlobalOptions.fields + ToolFlags.fields, of: nil, indent: 4))
        '1:operation:->operation' \\
        '*::argument:->argument'

      case $state in
        operation)
          operations=(
    \(operationLines)
          )
          _describe -t operations operation operations
          ;;
        argument)
          case $words[1] in
    \(operationCases)
          esac
          ;;
      esac
    }

    if [[ $funcstack[1] == \(function) ]]; then
      \(function) "$@"
    else
      compdef \(function) \(tool.name)
    fi

    """
  }

  private var function: String { "_" + tool.name }

  private var operationLines: String {
    tool.shownOperations
      .map { "        " + "\($0.configuration.name):\($0.configuration.abstract.escaped("\\:"))".quoted }
      .joined(separator: "\n")
  }

  private var operationCases: String {
    tool.shownOperations.map { operation in
      let fields = FieldDeclaration.everywhere + operation.shownFields
      let lines = specifications(fields, of: operation, indent: 12).dropLast(2)
      return "        \(operation.configuration.name))\n          _arguments -S \\\n\(lines)\n          ;;"
    }.joined(separator: "\n")
  }

  /// One line for each name of each field, each ending in a backslash.
  private func specifications(
    _ fields: [FieldDeclaration], of operation: (any Operation.Type)?, indent: Int
  ) -> String {
    let margin = String(repeating: " ", count: indent)
    return fields.flatMap { field -> [String] in
      let candidates = operation.map { tool.candidates(for: field, of: $0) } ?? field.candidates
      let value = ":\(field.valueName.escaped("\\:")):\(action(candidates))"
      if field.kind == .argument {
        let optional = field.isRequired || field.isRepeated ? "" : ":"
        return [((field.isRepeated ? "*" : optional) + value).quoted]
      }
      return field.typedNames.map { name in
        let others = "(" + field.typedNames.joined(separator: " ") + ")"
        let repetition = field.isRepeated ? "*" : others
        let suffix = field.kind == .flag ? "" : (name.hasPrefix("--") ? "=" : "+")
        let help = "[\(field.help.escaped("\\[]:"))]"
        return (repetition + name + suffix + help + (field.kind == .flag ? "" : value)).quoted
      }
    }.map { margin + $0 + " \\" }.joined(separator: "\n")
  }

  private func action(_ candidates: CompletionCandidates) -> String {
    switch candidates {
    case .words(let words): "(" + words.map { $0.escaped("\\: ()") }.joined(separator: " ") + ")"
    case .files: "_files"
    case .directories: "_files -/"
    case .nothing: " "
    }
  }
}

extension String {
  /// Puts a backslash before each of the characters.
  fileprivate func escaped(_ characters: String) -> String {
    reduce("") { $0 + (characters.contains($1) ? "\\\($1)" : String($1)) }
  }

  fileprivate var quoted: String {
    "'" + replacing("'", with: "'\\''") + "'"
  }
}
