import Declaration

/// A manual page in roff, for `man`: of the tool as a whole, of one operation, or of a group of them.
struct ManualPage {
  let tool: CommandLineTool
  let topic: Topic?

  init(_ tool: CommandLineTool, _ topic: Topic? = nil) {
    self.tool = tool
    self.topic = topic
  }

  var text: String {
    var roff = Roff()
    roff.title(pageName, date: tool.date, version: "\(tool.name) \(tool.version)")
    roff.section("NAME")
    roff.text("\(pageName.roffName) \\-\n\(abstract.roff)")
    switch topic {
    case .operation(let operation): describe(operation, in: &roff)
    case .group(let group): describe(group, in: &roff)
    case nil: describeTool(in: &roff)
    }
    return roff.text
  }

  private var pageName: String { pageName(of: topic?.name) }

  /// A page's name is one word.
  private func pageName(of name: String?) -> String {
    [tool.name, name?.replacing(" ", with: "-")].compactMap(\.self).joined(separator: "-")
  }

  private var abstract: String {
    let sentence = topic?.abstract ?? tool.abstract
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  private func describeTool(in roff: inout Roff) {
    roff.section("SYNOPSIS")
    roff.text("\\fB\(tool.name.roffName)\\fR \\fIoperation\\fR [\\fIoptions\\fR]")
    list(tool.shownOperations, in: &roff)
    roff.section("OPTIONS")
    roff.text("They may stand before the operation or behind it.")
    for field in GlobalOptions.fields + ToolFlags.fields { roff.item(field) }
    roff.section("EXIT STATUS")
    for status in ExitStatus.allCases {
      roff.item("\\fB\(status.rawValue)\\fR", [status.meaning.inSentenceCase + "."])
    }
    roff.section("SEE ALSO")
    refer(to: tool.shownNames, in: &roff)
  }

  private func describe(_ group: OperationGroup, in roff: inout Roff) {
    let operations = tool.operations(under: group.name)
    roff.section("SYNOPSIS")
    roff.text("\\fB\("\(tool.name) \(group.name)".roffName)\\fR \\fIoperation\\fR [\\fIoptions\\fR]")
    list(operations, in: &roff)
    roff.section("SEE ALSO")
    refer(to: [nil] + operations.map { $0.configuration.name }, in: &roff)
  }

  private func list(_ operations: [any Operation.Type], in roff: inout Roff) {
    roff.section("OPERATIONS")
    for operation in operations {
      let configuration = operation.configuration
      roff.item("\\fB\(configuration.name.roffName)\\fR", [configuration.abstract])
    }
  }

  /// Names the pages of these operations and groups; nil is the page of the tool.
  private func refer(to names: [String?], in roff: inout Roff) {
    roff.text(names.map { "\\fB\(pageName(of: $0).roffName)\\fR(1)" }.joined(separator: ",\n"))
  }

  private func describe(_ operation: any Operation.Type, in roff: inout Roff) {
    let configuration = operation.configuration
    roff.section("SYNOPSIS")
    roff.text(synopsis(of: operation))
    roff.section("DESCRIPTION")
    roff.paragraphs(configuration.discussion ?? configuration.abstract)
    for section in FieldSection.sections(of: operation.fields) {
      roff.section(section.title.uppercased())
      for field in section.fields { roff.item(field) }
    }
    roff.section("GLOBAL OPTIONS")
    for field in FieldDeclaration.everywhere { roff.item(field) }
    if !configuration.exitStatuses.isEmpty {
      roff.section("EXIT STATUS")
      for (status, meaning) in configuration.exitStatuses {
        roff.item("\\fB\(status.rawValue)\\fR", [meaning.inSentenceCase + "."])
      }
    }
    if !configuration.examples.isEmpty {
      roff.section("EXAMPLES")
      for (index, example) in configuration.examples.enumerated() {
        roff.example(example.command, meaning: example.meaning, isFirst: index == 0)
      }
    }
    roff.section("SEE ALSO")
    let others = tool.operations(under: configuration.name).map { $0.configuration.name }
    refer(to: [nil] + others, in: &roff)
  }

  private func synopsis(of operation: any Operation.Type) -> String {
    let shown = operation.shownFields
    let arguments = shown.filter { $0.kind == .argument && $0.argumentParsing == .remaining }
    let behind = shown.filter { $0.argumentParsing == .postTerminator }.map { "\\-\\- \($0.roffSignature)" }
    let required = shown.filter { $0.kind == .option && $0.isRequired }
    let words = (arguments + required).map { $0.isRequired ? $0.roffSignature : "[\($0.roffSignature)]" }
    let others = shown.contains { $0.kind != .argument && !$0.isRequired } ? ["[\\fIoptions\\fR]"] : []
    let name = "\(tool.name) \(operation.configuration.name)".roffName
    return (["\\fB\(name)\\fR"] + words + others + behind).joined(separator: "\n")
  }
}

extension String {
  fileprivate var inSentenceCase: String { prefix(1).uppercased() + dropFirst() }
}
