import Declaration

/// The completion script for bash; it keeps to what bash 3.2 knows.
struct BashCompletion {
  let tool: CommandLineTool

  var script: String {
    """
    # Completes \(tool.name) in bash; written by `\(tool.name) completions bash`.

    \(function)() {
      local current="${COMP_WORDS[COMP_CWORD]}"
      local previous="${COMP_WORDS[COMP_CWORD-1]}"
      local operation="" listed="" index=1 word
      COMPREPLY=()

      # Bash parts words at the equals sign.
      if [[ $current == "=" ]]; then
        current=""
      elif [[ $previous == "=" ]]; then
        previous="${COMP_WORDS[COMP_CWORD-2]}"
      fi

      while (( index < COMP_CWORD )); do
        word="${COMP_WORDS[index]}"
        case "$word" in
          \(globalsWithValue)) (( index++ )); [[ ${COMP_WORDS[index]} == "=" ]] && (( index++ )) ;;
          --) [[ -n $operation ]] && break ;;
          -*) ;;
          *)
            case "$operation $word" in
              \(secondWords)) operation="$operation $word"; break ;;
            esac
            [[ -n $operation ]] && break
            operation="$word" ;;
        esac
        (( index++ ))
      done

      # An option that takes a list owns all words up to the next option.
      for word in "${COMP_WORDS[@]:0:COMP_CWORD}"; do
        [[ $word == -* ]] && listed="$word"
      done
      [[ $current != -* ]] && case "$operation:$listed" in
        \(listOptions)) previous="$listed" ;;
      esac

      case "$operation:$previous" in
    \(valueCases.map { "    " + $0 + "\n" }.joined())  esac

      if [[ $current == -* ]]; then
        case "$operation" in
    \(optionCases.map { "      " + $0 + "\n" }.joined())    esac
        return
      fi

      case "$operation:$previous" in
    \(secondWordCases.map { "    " + $0 + "\n" }.joined())  esac

      case "$operation" in
    \(argumentCases.map { "    " + $0 + "\n" }.joined())  esac
    }

    complete -F \(function) \(tool.name)

    """
  }

  private var function: String { "_" + tool.name.replacing("-", with: "_") }

  private var globalsWithValue: String {
    GlobalOptions.fields.filter { $0.kind == .option }.flatMap(\.typedNames).joined(separator: "|")
  }

  /// An alternative that never matches keeps the pattern whole where no option takes a list.
  private var listOptions: String {
    let names = tool.shownOperations.flatMap { operation in
      operation.shownFields
        .filter { $0.isRepeated && $0.arrayParsing == .upToNextOption }
        .flatMap(\.typedNames)
        .map { "\(operation.pattern):\($0)" }
    }
    return names.isEmpty ? "''" : names.joined(separator: "|")
  }

  private var valueCases: [String] {
    let own = tool.shownOperations.flatMap { operation in
      let options = operation.shownFields.filter { $0.kind == .option }
      return cases(
        options.map { ($0, tool.candidates(for: $0, of: operation)) }, in: operation.pattern)
    }
    let global = GlobalOptions.fields.filter { $0.kind == .option }
    return own + cases(global.map { ($0, $0.candidates) }, in: "*")
  }

  /// One case for each option that has candidates, and one for all those that have none.
  private func cases(
    _ options: [(FieldDeclaration, CompletionCandidates)], in operation: String
  ) -> [String] {
    func pattern(_ fields: [FieldDeclaration]) -> String {
      fields.flatMap(\.typedNames).map { "\(operation):\($0)" }.joined(separator: "|")
    }
    let silent = options.filter { $0.1 == .nothing }.map(\.0)
    let telling = options.filter { $0.1 != .nothing }
    return telling.map { "\(pattern([$0.0]))) \(reply($0.1)); return ;;" }
      + (silent.isEmpty ? [] : ["\(pattern(silent))) return ;;"])
  }

  private var optionCases: [String] {
    let everywhere = FieldDeclaration.everywhere.flatMap(\.typedNames)
    let own = tool.shownOperations.map { operation in
      let names = operation.shownFields.flatMap(\.typedNames) + everywhere
      return "\(operation.pattern)) \(reply(.words(names))) ;;"
    }
    let groups = tool.groups.map { "\($0.name)) \(reply(.words(everywhere))) ;;" }
    return own + groups + [
      "'') \(reply(.words((GlobalOptions.fields + ToolFlags.fields).flatMap(\.typedNames)))) ;;"
    ]
  }

  /// The names of two words, as one pattern.
  private var secondWords: String {
    let names = tool.shownOperations.filter { $0.configuration.secondWord != nil }.map { $0.pattern }
    return names.isEmpty ? "''" : names.joined(separator: "|")
  }

  /// Behind the first word of a name its second ones are due, and so they are where help on a name is asked for.
  private var secondWordCases: [String] {
    let asking = tool.operations.filter { type in
      type.shownFields.contains { tool.candidates(for: $0, of: type) == .operations }
    }
    return tool.topics.map(\.name).compactMap { word in
      let seconds = tool.operations(under: word).compactMap { $0.configuration.secondWord }
      guard !seconds.isEmpty else { return nil }
      let places = ([word] + asking.map { $0.configuration.name }).map { "\($0):\(word)" }
      return "\(places.joined(separator: "|"))) \(reply(.words(seconds))); return ;;"
    }
  }

  private var argumentCases: [String] {
    let own = tool.shownOperations.compactMap { operation -> String? in
      let arguments = operation.shownFields.filter { $0.kind == .argument }
      let candidates = arguments.map { tool.candidates(for: $0, of: operation) }.first { $0 != .nothing }
      return candidates.map { "\(operation.pattern)) \(reply($0)) ;;" }
    }
    return own + ["'') \(reply(.words(tool.topics.map(\.name)))) ;;"]
  }

  private func reply(_ candidates: CompletionCandidates) -> String {
    switch candidates {
    case .words(let words): "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\"))"
    case .operations: reply(.words(tool.topics.map(\.name)))
    case .files: names("compgen -f")
    case .directories: names("compgen -d")
    case .nothing: ":"
    }
  }

  /// Names of files may hold spaces, and bash is to add the slash behind a directory.
  private func names(_ generator: String) -> String {
    "local IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(\(generator) -- \"$current\"))"
  }
}

extension Operation {
  /// The name as a pattern of bash.
  fileprivate static var pattern: String { configuration.name.replacing(" ", with: "\\ ") }
}
