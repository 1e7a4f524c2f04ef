import Declaration
import Terminal

/// The help on one operation, made to fit one screen.
struct HelpPage {
  let tool: CommandLineTool
  let operation: any Operation.Type

  init(_ tool: CommandLineTool, _ operation: any Operation.Type) {
    self.tool = tool
    self.operation = operation
  }

  func text(for terminal: TerminalCapabilities) -> String {
    let configuration = operation.configuration
    var page = Page(for: terminal)
    page.add(paragraph: usage, heading: "Usage:", indent: 7)
    page.addBlank()
    page.add(paragraph: configuration.abstract)
    page.addBlank()
    addFields(to: &page)
    page.add(paragraph: alsoUnderstood, heading: "Also:", indent: 6)
    let others = tool.operations(under: configuration.name)
    if !others.isEmpty {
      page.add(heading: "See also")
      page.add(Table(others.map(Table.Row.init)))
    }
    if !configuration.examples.isEmpty {
      page.add(heading: "Examples")
      for example in configuration.examples.prefix(2) { page.add(StyledText("  " + example.command)) }
    }
    if !configuration.exitStatuses.isEmpty {
      let statuses = configuration.exitStatuses.map { "\($0.key.rawValue) \($0.value)" }
      page.add(paragraph: statuses.joined(separator: ", ") + ".", heading: "Exit status:", indent: 13)
    }
    return page.text
  }

  private var usage: String {
    let shown = operation.fields.filter { !$0.isHidden }
    let arguments = shown.filter { $0.kind == .argument && $0.argumentParsing == .remaining }.map(\.usage)
    let behind = shown.filter { $0.argumentParsing == .postTerminator }.map { "-- \($0.usage)" }
    let required = shown.filter { $0.kind == .option && $0.isRequired }.map(\.usage)
    let others = shown.contains { $0.kind != .argument && !$0.isRequired } ? ["[options]"] : []
    let words = [tool.name, operation.configuration.name] + arguments + required + others + behind
    return words.joined(separator: " ")
  }

  private func addFields(to page: inout Page) {
    let tables = FieldSection.sections(of: operation.fields).map { section in
      (section.title, Table(section.fields.map { Table.Row($0.signature, $0.helpText) }))
    }
    let column = tables.map { $0.1.textColumn(indent: 2, width: page.width) }.max()
    for (title, table) in tables {
      page.add(heading: title)
      page.add(table, textColumn: column)
    }
  }

  private var alsoUnderstood: String {
    let flags = ToolFlags.fields.filter { $0.key == "help" }
    return (GlobalOptions.fields + flags).map(\.signature.plain).joined(separator: "; ") + "."
  }
}
