import Declaration
import Terminal

/// The help on the tool as a whole.
struct OverviewPage {
  let tool: CommandLineTool

  init(_ tool: CommandLineTool) {
    self.tool = tool
  }

  func text(for terminal: TerminalCapabilities) -> String {
    var page = Page(for: terminal)
    page.add(paragraph: "\(tool.name) <operation> [options]", heading: "Usage:", indent: 7)
    page.addBlank()
    page.add(paragraph: tool.abstract)
    let options = Table(
      (GlobalOptions.fields + ToolFlags.fields).map { Table.Row($0.signature, $0.helpText) })
    let column = max(
      options.textColumn(indent: 2, width: page.width), operations.textColumn(indent: 2, width: page.width))
    page.addBlank()
    page.add(heading: "Operations")
    page.add(operations, textColumn: column)
    page.addBlank()
    page.add(heading: "Options, before or behind the operation")
    page.add(options, textColumn: column)
    page.addBlank()
    page.add(paragraph: "See `\(tool.name) help <operation>`.")
    return page.text
  }

  /// The short form, for those who asked for nothing.
  var summary: String {
    var page = Page(for: .plain)
    page.add(paragraph: "\(tool.name) <operation> [options]", heading: "Usage:", indent: 7)
    page.add(operations)
    page.add(paragraph: "See `\(tool.name) --help`.")
    return page.text
  }

  private var operations: Table {
    Table(
      tool.shownOperations.map(Table.Row.init))
  }
}

extension Table.Row {
  /// An operation, in a list of several.
  init(_ operation: any Operation.Type) {
    self.init(StyledText(operation.configuration.name, .cyan), operation.configuration.abstract)
  }
}
