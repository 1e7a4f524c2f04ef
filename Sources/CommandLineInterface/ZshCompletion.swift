import Declaration

/// The completion script for zsh; it works in a directory of `fpath` and when it is sourced.
struct ZshCompletion {
  let tool: CommandLineTool

  var script: String {
    """
    #compdef \(tool.name)
    # Completes \(tool.name) in zsh; written by `\(tool.name) completions zsh`.

    \(function)_operations() {
      local -a operations
      case $words[CURRENT-1] in
    \(operationCases)
      esac
      _describe -t operations operation operations
    }

    \(function)() {
      local curcontext="$curcontext" state line
      typeset -A opt_args

      _arguments -C -S \\
    \(specifications(GlobalOptions.fields + ToolFlags.fields, of: nil, indent: 4))
        '1:operation:\(function)_operations' \\
        '*::argument:->argument'

      case $state in
        argument)
          case "$words[1] $words[2]" in
            \(secondWords))
              (( CURRENT > 2 )) && words=("$words[1] $words[2]" "${(@)words[3,-1]}") && (( CURRENT-- ))
              ;;
          esac
          case $words[1] in
    \(argumentCases)
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

  /// The names of two words, as one pattern.
  private var secondWords: String {
    let names = tool.shownOperations.map { $0.configuration }.filter { $0.secondWord != nil }.map(
      \.name.quoted)
    return names.isEmpty ? "''" : names.joined(separator: "|")
  }

  /// Behind the first word of a name its second ones are due, elsewhere all first ones.
  private var operationCases: String {
    let seconds = tool.topics.map { topic in
      (
        topic.name,
        tool.operations(under: topic.name).map {
          ($0.configuration.secondWord ?? "", $0.configuration.abstract)
        }
      )
    }.filter { !$0.1.isEmpty }
    let all = seconds + [("*", tool.topics.map { ($0.name, $0.abstract) })]
    return all.map { pattern, words in
      let lines = words.map { "        " + "\($0.0):\($0.1.escaped("\\:"))".quoted + "\n" }.joined()
      return "    \(pattern))\n      operations=(\n\(lines)      )\n      ;;"
    }.joined(separator: "\n")
  }

  private var argumentCases: String {
    let operations = tool.shownOperations.map { operation in
      let fields = FieldDeclaration.everywhere + operation.shownFields
      return argumentCase(operation.configuration.name, fields, of: operation)
    }
    return (operations + tool.groups.map { argumentCase($0.name, FieldDeclaration.everywhere, of: nil) })
      .joined(separator: "\n")
  }

  private func argumentCase(
    _ name: String, _ fields: [FieldDeclaration], of operation: (any Operation.Type)?
  ) -> String {
    let lines = specifications(fields, of: operation, indent: 12).dropLast(2)
    let pattern = name.contains(" ") ? name.quoted : name
    let offered = "          (( CURRENT == 2 )) && \(function)_operations\n"
    let second = tool.operations(under: name).isEmpty ? "" : offered
    return "        \(pattern))\n\(second)          _arguments -S \\\n\(lines)\n          ;;"
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
    case .operations: function + "_operations"
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
