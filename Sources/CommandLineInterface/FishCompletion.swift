import Declaration

/// The completion script for fish.
struct FishCompletion {
  let tool: CommandLineTool

  var script: String {
    let names = tool.topics.map(\.name).joined(separator: " ")
    let before = "not __fish_seen_subcommand_from \(names)"
    var lines = [
      "# Completes \(tool.name) in fish; written by `\(tool.name) completions fish`.", "",
      "complete -c \(tool.name) -f",
    ]
    lines += GlobalOptions.fields.flatMap { options($0, of: nil, where: nil) }
    lines += ToolFlags.fields.flatMap { options($0, of: nil, where: $0.key == "help" ? nil : before) }
    for topic in tool.topics {
      lines += ["", command(where: before, "-a \(topic.name)", help: topic.abstract)]
      let inside = "__fish_seen_subcommand_from \(topic.name)"
      let others = tool.operations(under: topic.name)
      let seconds = others.compactMap { $0.configuration.secondWord }
      let alone =
        seconds.isEmpty
        ? inside : "\(inside); and not __fish_seen_subcommand_from \(seconds.joined(separator: " "))"
      if let operation = topic.operation { lines += fields(of: operation, where: alone) }
      for (operation, second) in zip(others, seconds) {
        lines.append(command(where: alone, "-a \(second)", help: operation.configuration.abstract))
        lines += fields(of: operation, where: "\(inside); and __fish_seen_subcommand_from \(second)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func fields(of operation: any Operation.Type, where condition: String) -> [String] {
    operation.shownFields.flatMap { options($0, of: operation, where: condition) }
  }

  private func options(
    _ field: FieldDeclaration, of operation: (any Operation.Type)?, where condition: String?
  ) -> [String] {
    let candidates = operation.map { tool.candidates(for: field, of: $0) } ?? field.candidates
    switch field.kind {
    case .argument:
      guard candidates != .nothing else { return [] }
      return [command(where: condition, action(candidates), help: "")]
    case .flag:
      let denial = field.denial.map { command(where: condition, "-l \($0)", help: field.help) }
      return [command(where: condition, names(field), help: field.help)] + (denial.map { [$0] } ?? [])
    case .option:
      let value = candidates == .files ? "-r \(action(candidates))" : "-x \(action(candidates))"
      return [command(where: condition, names(field) + " " + value, help: field.help)]
    }
  }

  private func names(_ field: FieldDeclaration) -> String {
    (field.shortName.map { "-s \($0) " } ?? "") + "-l \(field.flagName)"
  }

  private func action(_ candidates: CompletionCandidates) -> String {
    switch candidates {
    case .words(let words): "-a \(words.joined(separator: " ").quoted)"
    case .operations: action(.words(tool.topics.map(\.name)))
    case .files: "-F"
    case .directories: "-a '(__fish_complete_directories)'"
    case .nothing: ""
    }
  }

  private func command(where condition: String?, _ what: String, help: String) -> String {
    let parts = [
      "complete -c \(tool.name)", condition.map { "-n \($0.quoted)" } ?? "", what.trailingSpaceDropped,
      help.isEmpty ? "" : "-d \(help.quoted)",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  fileprivate var quoted: String {
    "'" + replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  fileprivate var trailingSpaceDropped: String {
    hasSuffix(" ") ? String(dropLast()) : self
  }
}
